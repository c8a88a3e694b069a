"""cloze: a text with numbered holes, each a card of its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from quiz.cards.card import Card
from quiz.cards.fields import TYPE, Field
from quiz.cards.reading import Common, Fields
from quiz.cards.typed import Typed
from quiz.i18n import N_
from quiz.text import Text, both

LABEL = N_("Cloze: fill the holes of a text")
FIELDS = (
    Field("text", N_("Text with holes"), "text", required=True),
    Field("accept", N_("Also right"), "lines"),
    TYPE,
)

_EXAMPLE = "{{c1::sigmoid}}"
_OPEN = re.compile(r"\{\{c[0-9]*::")
# No hole within a hole; a hint is short and has no brackets: x[::-1] is an answer without one.
_HOLE = re.compile(
    r"\{\{c([0-9]{1,3})::((?:(?!\{\{c[0-9]*::).)*?)(?:::([^][{}]{0,60}?))?\}\}(?!\})", re.DOTALL
)


class Hole(NamedTuple):
    """One hole of a text in one language."""

    number: int
    answer: str
    hint: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Cloze(Typed):
    """One hole of a text; `ask` is the text with this hole empty and the others filled."""

    KIND: ClassVar[str] = "cloze"


def read(fields: Fields, common: Common) -> list[Card]:
    """Make a card for each hole number of the text in `fields`, in the order of the numbers."""
    text = fields.text("text")
    kind = fields.choice("type", TYPE.choices) if "type" in fields.raw else ""
    if not fields.sound:
        return []
    ko = _holes(fields, text.ko)
    en = ko if text.ko == text.en else _holes(fields, text.en)
    numbers = sorted({hole.number for hole in ko})
    if fields.sound and numbers != sorted({hole.number for hole in en}):
        _complain_one_language(fields, {hole.number for hole in ko} ^ {hole.number for hole in en})
    accept = _accepted(fields, numbers)
    if not fields.sound:
        return []
    cards: list[Card] = []
    for number in numbers:
        own = common.copy()
        own["ask"] = Text(_asked(text.ko, ko, number), _asked(text.en, en, number))
        if common["id"]:
            own["id"] = f"{common['id']}-c{number}"
        answer = Text(_answers(ko)[number], _answers(en)[number])
        cards.append(Cloze(**own, answer=answer, accept=accept.get(number, ()), type=kind))
    return cards


def _holes(fields: Fields, text: str) -> list[Hole]:
    """Return the holes of `text`; what is wrong with them becomes a problem."""
    holes = [
        Hole(int(found[1]), found[2].strip(), (found[3] or "").strip(), *found.span())
        for found in _HOLE.finditer(text)
    ]
    closed = {hole.start for hole in holes}
    broken = [found[0] for found in _OPEN.finditer(text) if found.start() not in closed]
    hint = both("Write holes as {example}, numbered from 1.", example=_EXAMPLE)
    if broken:
        _complain(fields, "bad-hole", both("The hole {hole} is not closed", hole=broken[0]), hint)
    elif not holes:
        _complain(fields, "no-hole", both("The text has no hole"), hint)
    elif any(hole.number == 0 for hole in holes):
        _complain(fields, "bad-hole", both("A hole has the number 0"), hint)
    elif not all(hole.answer for hole in holes):
        _complain(fields, "bad-hole", both("A hole is empty"), hint)
    else:
        _complain_different(fields, holes)
    return holes


def _answers(holes: list[Hole]) -> dict[int, str]:
    return {hole.number: hole.answer for hole in holes}


def _complain_different(fields: Fields, holes: list[Hole]) -> None:
    last = _answers(holes)
    for hole in holes:
        if last[hole.number] != hole.answer:
            message = both("Hole {number} has two answers", number=hole.number)
            hint = both("Give one of them another number, or put the other into accept:.")
            _complain(fields, "hole-differs", message, hint)
            return


def _complain_one_language(fields: Fields, numbers: set[int]) -> None:
    message = both("Hole {number} is in one language only", number=min(numbers))
    hint = both("The same holes, by number, stand in both languages.")
    _complain(fields, "hole-in-one-language", message, hint)


def _complain(fields: Fields, code: str, message: Text, hint: Text) -> None:
    fields.complain(code, message, hint, fields.raw.get("text"))


def _accepted(fields: Fields, numbers: list[int]) -> dict[int, tuple[str, ...]]:
    """Return the other right answers by hole: a list for the only hole, else by number."""
    value = fields.raw.get("accept")
    if not isinstance(value, dict):
        lines = fields.lines("accept")
        if lines and len(numbers) > 1:
            message = both("accept does not say which hole it is for")
            hint = both("Write it by hole number, as in {example}.", example="accept: {1: [relu]}")
            fields.complain("accept-which-hole", message, hint, value)
        return dict.fromkeys(numbers, lines)
    accepted = {}
    for key, lines in value.items():
        known = [str(number) for number in numbers]
        if (number := str(key).removeprefix("c")) in known:
            accepted[int(number)] = fields.lines_of("accept", lines)
        else:
            fields.unknown_key(key, known)
    return accepted


def _asked(text: str, holes: list[Hole], number: int) -> str:
    """Return `text` with hole `number` empty, or its hint in it, and the others filled."""
    parts = []
    at = 0
    for hole in holes:
        empty = f"[…: {hole.hint}]" if hole.hint else "[…]"
        parts += [text[at : hole.start], empty if hole.number == number else hole.answer]
        at = hole.end
    return "".join(parts) + text[at:]
