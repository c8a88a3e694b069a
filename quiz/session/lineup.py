"""The cards still to be asked, and which of them comes next."""

from __future__ import annotations

from collections.abc import Iterable

from quiz.memory.queue import Entry

GAP = 4
"""How many other cards come before a missed one is asked again, where there are so many."""


class Lineup:
    """The entries that wait, in order; `waiting` can be kept and put back for an undo."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self.waiting = tuple(entries)

    def __len__(self) -> int:
        return len(self.waiting)

    def pop(self, last: Entry | None) -> Entry | None:
        """Take the first entry that is not near-identical to `last`, else the first, else None."""
        if not self.waiting:
            return None
        apart = (i for i, entry in enumerate(self.waiting) if not _near(entry, last))
        i = next(apart, 0)
        entry = self.waiting[i]
        self.waiting = self.waiting[:i] + self.waiting[i + 1 :]
        return entry

    def come_back(self, entry: Entry, after: int = GAP) -> None:
        """Put `entry` behind the next `after` cards."""
        self.waiting = (*self.waiting[:after], entry, *self.waiting[after:])

    def to_the_end(self, entry: Entry) -> None:
        """Put `entry` last."""
        self.waiting = (*self.waiting, entry)


def _near(entry: Entry, last: Entry | None) -> bool:
    if last is None:
        return False
    return entry.note == last.note or bool(entry.twin and entry.twin == last.twin)
