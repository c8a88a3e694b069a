"""What YAML is read into: texts, lists and mappings that know their place."""

from __future__ import annotations

from typing import Any


class _Placed:
    """A value that knows where it stands, by the parser's event it begins with (and ends with)."""

    __slots__ = ()
    event: Any

    @property
    def line(self) -> int:
        """The line it begins in, from 1."""
        return int(self.event.start_mark.line) + 1

    @property
    def column(self) -> int:
        """The column it begins in, from 1, in characters."""
        return int(self.event.start_mark.column) + 1

    @property
    def start(self) -> int:
        """The character of the text it begins with, from 0."""
        return int(self.event.start_mark.index)

    @property
    def end(self) -> int:
        """The character after its last one; of a `|` or `>` text that of the next value's line."""
        return int(self._last.end_mark.index)

    @property
    def _last(self) -> Any:
        return self.event


class Scalar(_Placed, str):
    """A text, as it was typed."""

    __slots__ = ("event",)


class Seq(_Placed, list["Node"]):
    """A list."""

    __slots__ = ("ended", "event")
    ended: Any

    @property
    def _last(self) -> Any:
        # The parser ends a block only after the blank lines and comments that follow it.
        return self.ended or self[-1]._last


class Map(_Placed, dict[str, "Node"]):
    """A mapping; its keys are Scalars."""

    __slots__ = ("ended", "event")
    ended: Any

    @property
    def _last(self) -> Any:
        return self.ended or next(reversed(self.values()))._last


Node = Scalar | Seq | Map
