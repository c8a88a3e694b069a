"""flip: think, reveal, rate yourself."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from quiz.cards.card import Card, Input, Question
from quiz.cards.fields import ASK, Field
from quiz.cards.reading import Common, Fields
from quiz.i18n import N_
from quiz.marking.mark import Mark, Names
from quiz.text import Text

LABEL = N_("Flip: think, reveal, rate yourself")
FIELDS = (ASK, Field("answer", N_("Answer"), "text", required=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip(Card):
    """A question whose answer is revealed, not typed."""

    KIND: ClassVar[str] = "flip"

    answer: Text

    def question(self, seed: int) -> Question:
        """Return the question; there is only one."""
        return Question(self, seed, self.ask, Input.REVEAL)

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Compare `answer` as prose, where someone types one all the same."""
        from quiz.marking.judge import judge

        return judge(self.answer.either(), answer, "prose", names)

    def solution(self) -> Text:
        """Return the answer."""
        return self.answer


def read(fields: Fields, common: Common) -> list[Card]:
    """Make the card of `fields`."""
    return [Flip(**common, answer=fields.text("answer"))]
