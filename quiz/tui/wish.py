"""What the learner wants to study: everything due, or a part of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wish:
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
