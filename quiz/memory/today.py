"""What waits today, as screens show it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from quiz.memory.day import Clock
from quiz.text import Text


class DeckCount(NamedTuple):
    """One deck: cards due and new today, and all its cards."""

    title: Text
    due: int
    new: int
    total: int


class Counts(NamedTuple):
    """What waits today; `due` and `new` keep to what the settings allow a day."""

    due: int
    new: int
    next: int | None
    """When the next card comes due, in UTC ms; None: no card waits."""
    decks: dict[str, DeckCount]
    weak: dict[str, tuple[int, int]]
    """(due, new) of each weak spot."""

    @classmethod
    def of(cls, found: Mapping[str, Any], clock: Clock) -> Counts:
        """Make Counts of what `quiz.memory.counts.count` returned."""
        next_day = found["next_day"]
        decks = {
            name: DeckCount(Text.of(deck["title"]), deck["due"], deck["new"], deck["total"])
            for name, deck in found["decks"].items()
        }
        weak = {spot: (part["due"], part["new"]) for spot, part in found["weak"].items()}
        starts = clock.day_start(next_day) if next_day else None
        return cls(found["due"], found["new"], starts, decks, weak)
