"""A diff laid out in cells: what was given over what was expected, a symbol between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from rich.cells import cell_len

from quiz.marking.mark import Piece
from quiz.tui.widgets.cells import fit

SYMBOLS = {"same": " ", "missing": "+", "extra": "-", "changed": "~"}


class Column(NamedTuple):
    """One character (or none) above another, each padded to the same width in cells."""

    op: str
    given: str
    expected: str

    @property
    def symbol(self) -> str:
        """What stands between the two."""
        return SYMBOLS[self.op] * cell_len(self.given)


def columns(pieces: Sequence[Piece]) -> Iterator[Column]:
    """Yield the columns of a diff, a character each."""
    for piece in pieces:
        for given, expected in zip_longest(piece.given, piece.expected, fillvalue=""):
            width = max(cell_len(given), cell_len(expected))
            yield Column(piece.op, fit(given, width), fit(expected, width))


def rows(pieces: Sequence[Piece], width: int) -> list[list[Column]]:
    """Return the columns broken into rows of at most `width` cells."""
    broken: list[list[Column]] = [[]]
    room = width
    for column in columns(pieces):
        size = cell_len(column.given)
        if size > room and broken[-1]:
            broken.append([])
            room = width
        broken[-1].append(column)
        room -= size
    return broken
