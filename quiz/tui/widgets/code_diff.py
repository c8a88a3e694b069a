"""Where code differs from the right one: its lines with signs below the places that differ."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rich.cells import cell_len
from textual.content import Content

from quiz.marking.mark import Piece
from quiz.tui.widgets.code import code_content
from quiz.tui.widgets.diff_rows import SYMBOLS

_DIFFERS = "underline bold $text-error"
_EXPECTED = "bold $text-success"


class Place(NamedTuple):
    """One difference: [start, end) of the code as it was written, and what belongs there."""

    start: int
    end: int
    piece: Piece


class Row(NamedTuple):
    """One line of code: its number from 1, where it begins, and its text."""

    number: int
    start: int
    text: str


def code_diff(
    pieces: Sequence[Piece], width: int, *, whole: bool = False, sign: str = ""
) -> Content:
    """Return the lines of code that differ (all of them if `whole`), with their numbers.

    Below a line stands a sign under each difference (`sign`, or one that says of which sort it
    is), and what belongs there if it is the only one and there is room.
    """
    places = list(_places(pieces))
    rows = list(_rows("".join(piece.given for piece in pieces)))
    margin = len(str(len(rows))) + 2 if len(rows) > 1 else 0
    drawn: list[Content] = []
    for row in rows:
        own = [place for place in places if _touches(place, row)]
        if own or whole:
            drawn += _drawn(row, own, margin, max(width - margin, 8), sign)
    return Content("\n").join(drawn)


def _places(pieces: Sequence[Piece]) -> Iterator[Place]:
    at = 0
    for piece in pieces:
        end = at + len(piece.given)
        if piece.op != "same":
            yield Place(at, end, piece)
        at = end


def _rows(code: str) -> Iterator[Row]:
    at = 0
    for number, text in enumerate(code.split("\n"), 1):
        yield Row(number, at, text)
        at += len(text) + 1


def _touches(place: Place, row: Row) -> bool:
    """Return whether a difference is in a line; of what is missing between two, in the first."""
    end = row.start + len(row.text)
    if place.start == place.end:
        return row.start <= place.start <= end
    return place.start <= end and place.end > row.start


def _drawn(
    row: Row, places: Sequence[Place], margin: int, width: int, sign: str
) -> Iterator[Content]:
    within = [place for place in places if "\n" not in place.piece.expected or place.piece.given]
    above = [place for place in places if place not in within and place.start == row.start]
    for place in above:
        yield _missing_line(place, margin)
    line, signs = _signed(row, within, sign)
    only = within[0].piece.expected.strip() if len(within) == 1 else ""
    number = f"{row.number:>{margin - 2}}  " if margin else ""
    for first, end in _cut(row.text, width):
        yield Content.assemble((number, "$text-muted"), line[first:end])
        below = _under(row.text[first:end], signs[first : end + (end == len(row.text))])
        if below.strip():
            yield _remedy(" " * margin + below.rstrip(), only, margin + width)
        number = " " * margin
    for place in places:
        if place not in within and place not in above:
            yield _missing_line(place, margin)


def _signed(row: Row, places: Sequence[Place], sign: str) -> tuple[Content, list[str]]:
    """Return a line with its differences underlined, and the sign for each character."""
    line = code_content(row.text)
    signs = [" "] * (len(row.text) + 1)
    for place in places:
        first, end = max(place.start - row.start, 0), min(place.end - row.start, len(row.text))
        line = line.stylize(_DIFFERS, first, end)
        long = max(end - first, 1)
        signs[first : first + long] = (sign or SYMBOLS[place.piece.op]) * long
    return line, signs


def _missing_line(place: Place, margin: int) -> Content:
    """Return lines that are missing as a whole, each with its sign in place of a number."""
    lead = f"{SYMBOLS['missing']:>{max(margin - 2, 1)}}  "
    lines = place.piece.expected.strip("\n").split("\n")
    return Content("\n").join(Content.assemble((lead, "bold"), (line, _EXPECTED)) for line in lines)


def _cut(text: str, width: int) -> Iterator[tuple[int, int]]:
    """Give the stretches of `text` that take at most `width` cells each."""
    start = used = 0
    for at, char in enumerate(text):
        size = cell_len(char)
        if used + size > width:
            yield start, at
            start, used = at, 0
        used += size
    yield start, len(text)


def _under(text: str, signs: Sequence[str]) -> str:
    """Return `signs`, one a character, as wide as the characters above them."""
    wide = [sign * max(cell_len(char), 1) for char, sign in zip(text, signs, strict=False)]
    return "".join([*wide, *signs[len(text) :]])


def _remedy(signs: str, expected: str, width: int) -> Content:
    room = width - len(signs) - 1
    shown = Content.assemble((signs, "bold"))
    if not expected or "\n" in expected or cell_len(expected) > room:
        return shown
    return Content.assemble(shown, " ", (expected, _EXPECTED))
