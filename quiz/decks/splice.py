"""Changes of a text, each at its place, made all at once."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple


class Splice(NamedTuple):
    """Put `new` in the place of the characters from `start` to before `end`."""

    start: int
    end: int
    new: str


def spliced(text: str, splices: Iterable[Splice], newline: str) -> str:
    """Return `text` with all `splices` made, which do not overlap; line breaks become `newline`.

    Of several at one place the insertions come first, in the order given.
    """
    parts = []
    at = 0
    for start, end, new in sorted(splices, key=lambda splice: splice[:2]):
        parts += [text[at:start], new.replace("\n", newline)]
        at = end
    return "".join(parts) + text[at:]
