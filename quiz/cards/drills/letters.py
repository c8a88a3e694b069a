"""Fill the missing letters: a name with holes where the learner's own slips fall."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar

from quiz.cards.card import Card, Input, Question
from quiz.cards.drills.taken_over import below, shared
from quiz.i18n import N_
from quiz.marking.judge import judge
from quiz.marking.mark import Mark, Names
from quiz.marking.patterns import Pattern, places
from quiz.text import Text, both

_HOLE = "?"
_SHOWN = "_"
_MOST = 0.4
"""The share of a name's letters that may be missing: else nothing is left to read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letters(Card):
    """The card's question with its answer below, letters missing; the whole name is typed."""

    KIND: ClassVar[str] = "letters"

    name: str
    """The right name."""
    holed: str
    """The name with ? for each letter that is missing."""

    def question(self, seed: int) -> Question:
        """Return the question; there is only one."""
        return Question(self, seed, self.ask, Input.LINE)

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge the name; just the missing letters are taken for the name they make."""
        letters = "".join(answer.split())
        if len(letters) == self.holed.count(_HOLE):
            rest = iter(letters)
            answer = "".join(next(rest) if c == _HOLE else c for c in self.holed)
        return judge((self.name,), answer, "names", names)

    def solution(self) -> Text:
        """Return the name."""
        return Text(self.name, self.name)

    @property
    def answer_type(self) -> str:
        """A name."""
        return "names"

    def hints(self) -> tuple[str, ...]:
        """Return the name."""
        return (self.name,)


def holed(name: str, patterns: Iterable[Pattern]) -> str:
    """Return `name` with ? where slips of `patterns` could be made; "" where there is no place.

    Patterns that come first are served first, until too little would be left to read.
    """
    holes: set[int] = set()
    for pattern in patterns:
        for start, end in places(pattern, name):
            more = holes | set(range(start, end))
            if len(more) <= max(len(name) * _MOST, 1):
                holes = more
    return "".join(_HOLE if i in holes else c for i, c in enumerate(name)) if holes else ""


def make(card: Card, detail: str) -> Letters | None:
    """Return the drill whose name with holes is `detail`, None if the card has another answer."""
    name = next((one for one in card.solution().either() if _fits(detail, one)), None)
    if name is None:
        return None
    shown = detail.replace(_HOLE, _SHOWN)
    ask = below(card.ask, both(N_("Write it whole: {name}"), name=shown))
    return Letters(**shared(card, "letters", detail, ask), name=name, holed=detail)


def _fits(holed: str, name: str) -> bool:
    return len(holed) == len(name) and all(
        hole in (_HOLE, letter) for hole, letter in zip(holed, name, strict=True)
    )
