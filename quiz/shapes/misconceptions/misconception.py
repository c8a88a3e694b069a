"""What a misconception is: its name, its sentence, and the answer one who holds it would give."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quiz.shapes.asking.ending import Ending, Labels
from quiz.shapes.asking.visit import Visit
from quiz.shapes.rules import Rules, Shape
from quiz.text import Text, both

Filled = Callable[[Visit], Shape | None]
Ended = Callable[[Labels], Ending | None]


class Misconception(NamedTuple):
    """One way to be wrong, by the way it alters: rules, what is filled in, or the last layer."""

    id: str
    """Stands in the log, and never changes."""
    sentence: str
    """What it mistakes and what is so: an English msgid."""
    rules: Rules | None = None
    filled: Filled | None = None
    ended: Ended | None = None

    @property
    def said(self) -> Text:
        """The sentence in both languages."""
        return both(self.sentence)

    def answer(self, visit: Visit) -> str | None:
        """Return the answer to `visit` that follows, right or wrong; None where none does."""
        if visit.labels is not None:
            ending = self.ended(visit.labels) if self.ended else None
            return str(ending) if ending else None
        if visit.right:
            shape = self.filled(visit) if self.filled else None
            return str(shape) if shape else None
        return visit.answer(self.rules) if self.rules else None


KNOWN: dict[str, Misconception] = {}
"""All misconceptions by id; `quiz.shapes.misconceptions.known` loads them."""


def ruled(id: str, sentence: str) -> Callable[[type[Rules]], type[Rules]]:
    """Make the Rules below a misconception."""

    def register(rules: type[Rules]) -> type[Rules]:
        KNOWN[id] = Misconception(id, sentence, rules=rules())
        return rules

    return register


def filling(id: str, sentence: str) -> Callable[[Filled], Filled]:
    """Make the function below a misconception on what belongs in the hole of a Visit."""

    def register(filled: Filled) -> Filled:
        KNOWN[id] = Misconception(id, sentence, filled=filled)
        return filled

    return register


def ending(id: str, sentence: str) -> Callable[[Ended], Ended]:
    """Make the function below a misconception on the last layer for Labels."""

    def register(ended: Ended) -> Ended:
        KNOWN[id] = Misconception(id, sentence, ended=ended)
        return ended

    return register
