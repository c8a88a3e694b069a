"""list: name all of them, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from quiz.cards.card import Card, Input, Question
from quiz.cards.fields import ASK, TYPE, Field
from quiz.cards.reading import Common, Fields
from quiz.cards.typed import inferred
from quiz.i18n import N_
from quiz.marking.mark import Mark, Mistake, Names, Verdict
from quiz.text import Text, both, clean

LABEL = N_("List: name all of them")
FIELDS = (ASK, Field("answer", N_("Items"), "items", required=True), TYPE)

_MOST = 4000
"""Characters of an answer that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class List(Card):
    """A question answered by naming several things in any order."""

    KIND: ClassVar[str] = "list"

    items: tuple[tuple[Text, ...], ...]
    """Each as its alternatives, the best first."""
    type: str = ""
    """How an item is judged; "" where that is inferred from it."""

    def question(self, seed: int) -> Question:
        """Return the question; there is only one."""
        return Question(self, seed, self.ask, Input.LINES)

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge the items of `answer`, read in the way that suits them best.

        Right: all are there and nothing else. Slip: all are there, some misspelled; the mistake
        is that of the first one. Else wrong: "words missing" and "words extra" (words).
        """
        from quiz.marking.items import readings

        answer = clean(answer).strip()[:_MOST]
        ways = readings(answer, single=self._single_words())
        if not ways:
            return Mark(Verdict.BLANK, "", self._expected())
        first, *others = ways
        mark, wrong = self._mark_items(first, names)
        for way in others:
            if not wrong:
                break
            another, more = self._mark_items(way, names)
            if more < wrong:
                mark, wrong = another, more
        return mark

    def _mark_items(self, given: Sequence[str], names: Names) -> tuple[Mark, int]:
        """Return the mark of the items `given`, and how many are wrong or missing (a slip, 1)."""
        marks, extra = self._matched(given, names)
        missing = [str(item[0]) for item, mark in zip(self.items, marks, strict=True) if not mark]
        slips = [mark for mark in marks if mark and mark.verdict is Verdict.SLIP]
        said, expected, note = ", ".join(given), self._expected(), _note(slips)
        wrong = 2 * (len(missing) + len(extra)) + len(slips)
        if missing or extra:
            return Mark(Verdict.WRONG, said, expected, _named(missing, extra), note), wrong
        if slips:
            return Mark(Verdict.SLIP, said, expected, slips[0].mistake, note), wrong
        return Mark(Verdict.RIGHT, said, expected), 0

    def _expected(self) -> str:
        return ", ".join(str(item[0]) for item in self.items)

    def _single_words(self) -> bool:
        return all(" " not in one for item in self.items for one in item[0].either())

    def solution(self) -> Text:
        """Return the items, a line each."""
        best = [item[0] for item in self.items]
        return Text("\n".join(text.ko for text in best), "\n".join(text.en for text in best))

    @property
    def answer_type(self) -> str:
        """How the items are judged: "names", "values" or "prose"."""
        return self.type or inferred(tuple(one for item in self.items for one in item[0].either()))

    @property
    def answer_names(self) -> tuple[str, ...]:
        """The items, if they are names."""
        if self.answer_type != "names":
            return ()
        return tuple(one for item in self.items for one in item[0].either())

    def _matched(self, given: Sequence[str], names: Names) -> tuple[list[Mark | None], list[str]]:
        """Return the mark of what was given for each item, and what was given for none."""
        marks: list[Mark | None] = [None] * len(self.items)
        judged = {text: self._judged(text, names) for text in given[: 3 * len(self.items)]}
        left = dict.fromkeys(given)
        for verdict in (Verdict.RIGHT, Verdict.SLIP):
            for text, of_items in judged.items():
                fits = (i for i, mark in enumerate(of_items) if mark.verdict is verdict)
                place = next((i for i in fits if not marks[i]), None)
                if text in left and place is not None:
                    marks[place] = of_items[place]
                    del left[text]
        return marks, list(left)

    def _judged(self, text: str, names: Names) -> list[Mark]:
        """Return the mark of `text` as an answer to each item."""
        from quiz.marking.judge import judge

        kind = self.answer_type
        right = [[one for text in item for one in text.either()] for item in self.items]
        return [judge(one, text, kind, names) for one in right]


def _named(missing: Sequence[str], extra: Sequence[str]) -> Mistake:
    if missing and extra:
        values = {"1": "words missing", "1.words": ", ".join(missing), "2": "words extra"}
        return Mistake("several", {**values, "2.words": ", ".join(extra)})
    kind = "words missing" if missing else "words extra"
    return Mistake(kind, {"words": ", ".join(missing or extra)})


def _note(slips: Sequence[Mark]) -> Text:
    """Name each misspelled item beside the right one."""
    return Text.of("\n".join(f"{mark.given} → {mark.expected}" for mark in slips))


def read(fields: Fields, common: Common) -> list[Card]:
    """Make the card of `fields`."""
    items = fields.items("answer")
    kind = fields.choice("type", TYPE.choices) if "type" in fields.raw else ""
    texts = [one for item in items for text in item for one in text.either()]
    if fields.sound and len(set(texts)) < len(texts):
        message = both("An item stands twice")
        fields.complain("same-item", message, both("Keep one."), fields.raw.get("answer"))
    return [List(**common, items=items, type=kind)]
