"""A template of a shape card: code with places for numbers, what is drawn, what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quiz.shapes.asking.ending import Labels
from quiz.shapes.asking.visit import HOLE, Visit
from quiz.shapes.drawing.arithmetic import BadTemplate, Value, parsed, worked_out
from quiz.shapes.drawing.draws import Draws, checked
from quiz.shapes.drawing.filling import check_places, filled
from quiz.shapes.rules import Shape
from quiz.text import both

_ANSWER = "{answer}"
_NEEDED = {"input_shape": ("data", "answer"), "reshape": ("data", "answer"), "last": ("labels",)}
"""Keys that go with what is asked."""


@lru_cache(500)
def draws_of(draw: tuple[str, ...], where: tuple[str, ...]) -> Draws:
    """Return the Draws of these lines. BadTemplate."""
    return Draws(draw, where)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """The words of a card; all but `code` and `asked` may be empty (see `quiz.cards.shape`)."""

    asked: str
    code: str
    draw: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    layer: str = ""
    data: str = ""
    answer: str = ""
    labels: str = ""
    classes: str = ""

    def check(self) -> None:
        """Look whether it can be filled in at all. BadTemplate."""
        self._check_keys()
        draws = draws_of(self.draw, self.where)
        check_places(self.code.replace(_ANSWER, ""), draws)
        for text in filter(None, (self.layer, self.data, self.answer, self.classes)):
            checked(parsed(f"({text})"), draws)
        self.visit(draws.drawn(0))

    def _check_keys(self) -> None:
        for key in _NEEDED.get(self.asked, ()):
            if not getattr(self, key):
                message = both("{key} is missing for what is asked", key=key)
                raise BadTemplate(message, both("Add a line {key}: …", key=key))

    def names(self, seed: int) -> dict[str, Value]:
        """Return the numbers of the visit `seed`, those of 0 where it has none."""
        draws = draws_of(self.draw, self.where)
        try:
            return draws.drawn(seed)
        except BadTemplate:
            return draws.drawn(0)

    def visit(self, names: dict[str, Value]) -> Visit:
        """Return what is asked with these numbers. BadTemplate."""
        answer = self._shape(self.answer, names)
        run, shown = (
            filled(self.code.replace(_ANSWER, text), names) for text in (str(answer), HOLE)
        )
        kind = self.labels
        labels = Labels(kind, self._number(self.classes, names) or 1) if kind else None
        layer, data = self._number(self.layer, names), self._shape(self.data, names)
        return Visit(self.asked, run, shown, layer, data, answer, labels)

    def _shape(self, text: str, names: dict[str, Value]) -> Shape:
        value = worked_out(parsed(f"({text})"), names) if text else ()
        if not isinstance(value, tuple) or not all(type(dim) is int for dim in value):
            raise _unfit(text, "28, 28, 1")
        return value  # type: ignore[return-value]  # just looked at

    def _number(self, text: str, names: dict[str, Value]) -> int:
        value = worked_out(parsed(text), names) if text else 0
        if type(value) is not int or value < 0:
            raise _unfit(text, "10")
        return value


def _unfit(text: str, example: str) -> BadTemplate:
    message = both("{text} is not what is needed here", text=text)
    return BadTemplate(message, both("Write it like {example}.", example=example))
