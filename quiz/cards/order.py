"""order: put shuffled steps in order."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from quiz.cards.card import Card, Input, Question
from quiz.cards.fields import ASK, Field
from quiz.cards.reading import Common, Fields
from quiz.i18n import N_
from quiz.marking.mark import Mark, Mistake, Names, Verdict
from quiz.text import Text, both, clean

LABEL = N_("Order: put the steps in order")
FIELDS = (ASK, Field("steps", N_("Steps in the right order"), "texts", required=True))

_MOST = 2000
"""Characters of an answer that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order(Card):
    """A question answered by putting steps in order."""

    KIND: ClassVar[str] = "order"

    steps: tuple[Text, ...]
    """In the right order; at least two, all different."""

    def question(self, seed: int) -> Question:
        """Return the question with its steps shuffled, never in the right order."""
        options = tuple(self.steps[step] for step in self._shown(seed))
        return Question(self, seed, self.ask, Input.ORDER, options)

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge the numbers of the steps as shown, in the order given; right only if exact.

        The mistake is "steps swapped" (first, second: two neighbours, as they should be),
        "step" (place, given, expected: the first that differs) or "steps missing".
        """
        expected = _line(self.steps)
        answer = clean(answer).strip()[:_MOST]
        if not answer:
            return Mark(Verdict.BLANK, "", expected)
        shown = self._shown(question.seed)
        numbers = _numbers(answer, len(shown))
        order = [shown[number - 1] for number in numbers if 1 <= number <= len(shown)]
        if sorted(numbers) != list(range(1, len(shown) + 1)):
            given = _line(self.steps[step] for step in order) or answer
            return Mark(Verdict.WRONG, given, expected, Mistake("steps missing"))
        given = _line(self.steps[step] for step in order)
        if order == sorted(order):
            return Mark(Verdict.RIGHT, given, expected)
        return Mark(Verdict.WRONG, given, expected, self._mistake(order))

    def solution(self) -> Text:
        """Return the steps in order, a line each."""
        return Text(
            "\n".join(step.ko for step in self.steps), "\n".join(step.en for step in self.steps)
        )

    def _shown(self, seed: int) -> list[int]:
        shown = list(range(len(self.steps)))
        random = Random(seed)
        while shown == sorted(shown):
            random.shuffle(shown)
        return shown

    def _mistake(self, order: list[int]) -> Mistake:
        wrong = [place for place, step in enumerate(order) if place != step]
        first = wrong[0]
        if wrong == [first, first + 1]:
            texts = {"first": str(self.steps[first]), "second": str(self.steps[first + 1])}
            return Mistake("steps swapped", texts)
        given, expected = str(self.steps[order[first]]), str(self.steps[first])
        place = str(first + 1)
        return Mistake("step", {"place": place, "given": given, "expected": expected})


def _numbers(answer: str, count: int) -> list[int]:
    """Return the numbers in `answer`; up to nine steps may be written together: 312."""
    parts = re.findall(r"[0-9]+", answer)
    if len(parts) == 1 and len(parts[0]) == count <= 9:
        parts = list(parts[0])
    return [int(part[:4]) for part in parts]


def _line(steps: Iterable[Text]) -> str:
    return " → ".join(str(step) for step in steps)


def read(fields: Fields, common: Common) -> list[Card]:
    """Make the card of `fields`."""
    steps = fields.texts("steps")
    if fields.sound and len(steps) < 2:
        message = both("One step is no order")
        fields.complain("few-steps", message, both("Write at least two."), fields.raw.get("steps"))
    for language in ("ko", "en"):
        if fields.sound and len({getattr(step, language) for step in steps}) < len(steps):
            message = both("Two steps are the same")
            hint = both("Tell them apart, else their order cannot be judged.")
            fields.complain("same-step", message, hint, fields.raw.get("steps"))
    return [Order(**common, steps=steps)]
