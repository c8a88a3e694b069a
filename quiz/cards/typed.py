"""typed: one line, judged by what kind of answer it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from quiz.cards.card import Card, Input, Question
from quiz.cards.fields import ASK, TYPE, Field
from quiz.cards.reading import Common, Fields
from quiz.i18n import N_
from quiz.marking.mark import Mark, Names
from quiz.text import Text

LABEL = N_("Typed: one line")
FIELDS = (
    ASK,
    Field("answer", N_("Answer"), "text", required=True),
    Field("accept", N_("Also right"), "lines"),
    TYPE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed(Card):
    """A question answered by typing one line."""

    KIND: ClassVar[str] = "typed"

    answer: Text
    """The right answer; where the languages differ, both are right."""
    accept: tuple[str, ...] = ()
    """Other right answers."""
    type: str = ""
    """How it is judged; "" where that is inferred from the answer."""

    def question(self, seed: int) -> Question:
        """Return the question; there is only one."""
        return Question(self, seed, self.ask, Input.LINE)

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge the line `answer` against the nearest of the right ones."""
        from quiz.marking.judge import judge

        return judge((*self.answer.either(), *self.accept), answer, self.answer_type, names)

    def solution(self) -> Text:
        """Return the answer."""
        return self.answer

    @property
    def answer_type(self) -> str:
        """How the answer is judged: "names", "values" or "prose"."""
        return self.type or inferred(self.answer.either())

    @property
    def answer_names(self) -> tuple[str, ...]:
        """The answer, if it is a name; accepted ones may be misspellings the learner allowed."""
        answers = self.answer.either()
        return answers if (self.type or inferred(answers)) == "names" else ()

    def hints(self) -> tuple[str, ...]:
        """Return the answer, the language in use first."""
        return self.answer.either()


def inferred(answers: tuple[str, ...]) -> str:
    """Return how all of `answers` are judged: as prose where they differ in kind."""
    from quiz.marking.infer import infer

    first, *others = answers
    type = infer(first)
    return type if all(infer(other) == type for other in others) else "prose"


def read(fields: Fields, common: Common) -> list[Card]:
    """Make the card of `fields`."""
    raw = fields.raw
    accept = fields.lines("accept") if "accept" in raw else ()
    kind = fields.choice("type", TYPE.choices) if "type" in raw else ""
    return [Typed(**common, answer=fields.text("answer"), accept=accept, type=kind)]
