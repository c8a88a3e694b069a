"""choice: one or several right among shuffled options."""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from quiz.cards.card import Card, Input, Question
from quiz.cards.fields import ASK, Field
from quiz.cards.problem import quoted
from quiz.cards.reading import Common, Fields
from quiz.i18n import N_
from quiz.marking.mark import Mark, Mistake, Names, Verdict
from quiz.text import Text, both, clean

LABEL = N_("Choice: one or several right options")
FIELDS = (
    ASK,
    Field("answer", N_("Right options"), "texts", required=True),
    Field("wrong", N_("Wrong options"), "options", required=True),
)

_MOST = 2000
"""Characters of an answer that are looked at."""


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a choice."""

    text: Text
    why: Text
    """Why it is wrong, where the card says."""
    right: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice(Card):
    """A question answered by choosing among options."""

    KIND: ClassVar[str] = "choice"

    options: tuple[Option, ...]
    """In the order of the deck, the right ones first."""

    def question(self, seed: int) -> Question:
        """Return the question with its options shuffled."""
        options = tuple(option.text for option in self._shown(seed))
        several = sum(option.right for option in self.options) > 1
        return Question(self, seed, self.ask, Input.CHOICE, options, several)

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge the chosen options: their numbers as shown, or their texts.

        Right is exactly the right set. The mistake is "option" (given), "other name" (name)
        where the one chosen is a real name, "options missing" and "options extra" (n) where
        several are right, "no option" (given) where the answer names none.
        """
        shown = self._shown(question.seed)
        expected = ", ".join(str(option.text) for option in self.options if option.right)
        answer = clean(answer).strip()[:_MOST]
        if not answer:
            return Mark(Verdict.BLANK, "", expected)
        chosen = _chosen(shown, answer)
        if not chosen:
            return Mark(Verdict.WRONG, answer, expected, Mistake("no option", {"given": answer}))
        given = ", ".join(str(option.text) for option in chosen)
        verdict, mistake = self._verdict(chosen, names)
        return Mark(verdict, given, expected, mistake, _note(chosen, names))

    def solution(self) -> Text:
        """Return the right options, a line each."""
        right = [option.text for option in self.options if option.right]
        return Text("\n".join(text.ko for text in right), "\n".join(text.en for text in right))

    def _shown(self, seed: int) -> list[Option]:
        options = list(self.options)
        Random(seed).shuffle(options)
        return options

    def _verdict(self, chosen: list[Option], names: Names) -> tuple[Verdict, Mistake | None]:
        right = sum(option.right for option in self.options)
        extra = sum(not option.right for option in chosen)
        missing = right - sum(option.right for option in chosen)
        if not extra and not missing:
            return Verdict.RIGHT, None
        if right > 1 or len(chosen) > 1:
            return Verdict.WRONG, _counted(missing, extra)
        text = str(chosen[0].text)
        if names.get(text) is not None:
            return Verdict.CONFUSED, Mistake("other name", {"name": text})
        return Verdict.WRONG, Mistake("option", {"given": text})


def _counted(missing: int, extra: int) -> Mistake:
    if missing and extra:
        values = {"1": "options missing", "1.n": str(missing), "2": "options extra"}
        return Mistake("several", {**values, "2.n": str(extra)})
    kind = "options missing" if missing else "options extra"
    return Mistake(kind, {"n": str(missing or extra)})


def _chosen(shown: list[Option], answer: str) -> list[Option]:
    """Return the options that `answer` names, in the order shown; [] if it names another."""
    parts = re.findall(r"[^\s,]+", answer)
    if all(part.isascii() and part.isdecimal() for part in parts):
        numbers = {int(part[:4]) for part in parts}
        if numbers <= set(range(1, len(shown) + 1)):
            return [shown[number - 1] for number in sorted(numbers)]
    whole = _of_text(shown, answer)
    texts = [part for part in re.split(r"[\n,]", answer) if part.strip()]
    found = [whole] if whole else [_of_text(shown, text) for text in texts]
    return [] if None in found else [option for option in shown if option in found]


def _of_text(shown: list[Option], text: str) -> Option | None:
    plain = text.strip()
    exact = (option for option in shown if plain in option.text.either())
    folded = plain.casefold()
    loose = (
        option for option in shown if folded in [one.casefold() for one in option.text.either()]
    )
    return next(exact, None) or next(loose, None)


def _note(chosen: list[Option], names: Names) -> Text:
    """Say why each wrong option is wrong, else what it is for, where that is known."""
    said = [
        (option.text, option.why or names.get(str(option.text)) or Text())
        for option in chosen
        if not option.right
    ]
    lines = [
        text if len(said) == 1 else both("{option}: {why}", option=option, why=text)
        for option, text in said
        if text
    ]
    return Text("\n".join(line.ko for line in lines), "\n".join(line.en for line in lines))


def options(fields: Fields, key: str) -> tuple[Option, ...]:
    """Return the right options at `key`, then those of `wrong`; two that are the same are told."""
    right = [Option(text, Text(), True) for text in fields.texts(key)]
    wrong = [Option(text, why, False) for text, why in fields.options("wrong")]
    texts = [one for option in (*right, *wrong) for one in option.text.either()]
    if fields.sound and len(set(texts)) < len(texts):
        same = next(text for place, text in enumerate(texts) if text in texts[:place])
        message = both("Two options are the same: {option}", option=quoted(same))
        hint = both("Change one of them or take it out.")
        fields.complain("same-option", message, hint, fields.raw.get("wrong"))
    return (*right, *wrong)


def read(fields: Fields, common: Common) -> list[Card]:
    """Make the card of `fields`."""
    return [Choice(**common, options=options(fields, "answer"))]
