"""How a card stands after what the log says of it: its memory, put away or not, when ready."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quiz.memory import schedule
from quiz.memory.counts import FAR
from quiz.memory.review import Deed, Review
from quiz.memory.schedule import CardState


class Standing(NamedTuple):
    """A card's state (None: new), whether it is put away, whether it is still to open."""

    state: CardState | None = None
    suspended: bool = False
    buried_day: int = 0
    """0: it is not buried."""
    locked: bool = False
    """Whether the level before it does not hold yet (see `levels`)."""

    @property
    def ready(self) -> int:
        """The first day on which the card may be asked; for a new one 0."""
        if self.suspended or self.locked:
            return FAR
        due = self.state.due_day if self.state else 0
        return max(due, self.buried_day + 1 if self.buried_day else 0)


def standing(lines: Iterable[Review], retention: float) -> Standing:
    """Return how a card stands after its lines that are in effect (see `effective`)."""
    lines = list(lines)
    suspended, buried_day = False, 0
    for line in lines:
        if line.deed is Deed.BURY:
            buried_day = line.day
        elif line.deed in (Deed.SUSPEND, Deed.UNSUSPEND):
            suspended = line.deed is Deed.SUSPEND
    return Standing(schedule.replay(lines, retention), suspended, buried_day)
