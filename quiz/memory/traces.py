"""What cards remember, followed line by line through a log in time order."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.memory.fsrs import DEFAULT_WEIGHTS
from quiz.memory.log_lines import Line
from quiz.memory.schedule import CardState, learned, with_due_day


class _Trace:
    """One card so far: its state, and that before the line `last`, which may be replaced."""

    __slots__ = ("at", "before", "id", "last", "state")

    def __init__(self) -> None:
        self.state: CardState | None = None
        self.before: CardState | None = None
        self.last = ""
        self.at = -1
        self.id = ""


class Traces:
    """The cards whose lines are plain answers, each at most replacing the one before it.

    These are nearly all, and need not be read back from the index to be replayed. The other
    cards are `odd`; `undone` are the ids of lines that were replaced.
    """

    def __init__(self) -> None:
        self.odd: set[str] = set()
        self.undone: list[str] = []
        self._traces: dict[str, _Trace] = {}

    def follow(self, line: Line) -> None:
        """Take in the next line."""
        at, id, _start, _log, fields = line
        card = fields["card"]
        trace = self._traces.get(card)
        if trace is None:
            trace = self._traces[card] = _Trace()
        elif id == trace.id:
            return  # the same line in two files
        replaced = fields.get("undoes")
        if (
            "deed" in fields
            or (replaced and replaced != trace.last)
            or at < trace.at
            or (at == trace.at and id < trace.id)
        ):
            self.odd.add(card)
            return
        if replaced:
            self.undone.append(replaced)
            trace.state = trace.before
        trace.before, trace.last, trace.at, trace.id = trace.state, id, at, id
        if fields.get("scheduled", True):
            trace.state = learned(trace.state, fields["rating"], fields["day"], DEFAULT_WEIGHTS)

    def states(self, retention: float) -> Iterator[tuple[str, CardState | None]]:
        """Give each card that is not odd and its state."""
        for card, trace in self._traces.items():
            if card not in self.odd:
                state = trace.state
                yield card, state and with_due_day(state, card, retention, DEFAULT_WEIGHTS)
