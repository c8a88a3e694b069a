"""What the learner wants to study: everything due, or a part of it."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from quiz.memory.queue import Entry
    from quiz.memory.store import Store


class Wish(NamedTuple):
    """The filters of one session; the fields are those of `quiz.memory.queue.plan`."""

    deck: str | None = None
    weak: str | None = None
    tag: str | None = None
    new: int | None = None
    """New cards to mix in at most; None: what the settings leave for today."""
    limit: int | None = None
    cram: bool = False
    """Ask whether due or not, and leave the schedule alone."""
    cards: tuple[str, ...] = ()
    """A drill over just these card ids (it leaves the schedule alone, too)."""

    def entries(self, store: Store, rng: Random) -> list[Entry]:
        """Return what to ask, in order."""
        from quiz.memory.queue import plan

        return plan(
            store,
            deck=self.deck,
            weak=self.weak,
            tag=self.tag,
            new=self.new,
            limit=self.limit,
            cram=self.cram,
            cards=self.cards or None,
            rng=rng,
        )

    @property
    def scheduled(self) -> bool:
        """Whether the answers move the schedule."""
        return not (self.cram or self.cards)


EVERYTHING = Wish()
