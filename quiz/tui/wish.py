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
    spots: tuple[str, ...] = ()
    """Weak spots whose cards take turns; then no other filter counts."""
    minutes: int = 0
    """When it ends at the latest, after the card on screen; 0: when all is asked."""

    def entries(self, store: Store, rng: Random) -> list[Entry]:
        """Return what to ask, in order."""
        from quiz.memory.queue import by_turns, plan

        if self.spots:
            return by_turns(store, self.spots, cram=self.cram, rng=rng)
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


WEAKEST = 2
MINUTES = 15


def weakest(store: Store) -> Wish | None:
    """Return the wish for the WEAKEST weak spots, by turns, for MINUTES; None: there are none.

    The weakest of those in which something waits today; where nothing does, practice.
    """
    counts = store.counts().weak
    held = sorted((m for m in store.mastery().values() if m.cards), key=lambda m: m.recall)
    waiting = [m for m in held if any(counts.get(m.spot.id, ()))]
    spots = tuple(m.spot.id for m in (waiting or held)[:WEAKEST])
    return Wish(spots=spots, minutes=MINUTES, cram=not waiting) if spots else None


EVERYTHING = Wish()
