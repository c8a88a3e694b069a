"""Pick the right one of four spellings; the wrong ones are how the learner would write it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice
from typing import ClassVar

from quiz.cards.card import Card, Question
from quiz.cards.choice import Choice, Option
from quiz.cards.drills.taken_over import below, shared
from quiz.i18n import N_
from quiz.marking.mark import Mark, Names, Verdict
from quiz.marking.names_list import fold
from quiz.marking.patterns import Pattern, misspelled
from quiz.marking.spelling import spelling
from quiz.text import Text, both

WRONG = 3
"""Wrong spellings beside the right one."""
_BETWEEN = "+"
_USUAL = (
    *(Pattern("vowel", wrong, right) for wrong, right in (("a", "e"), ("i", "e"), ("e", "a"))),
    *(Pattern("r/l", "r", "l"), Pattern("r/l", "l", "r"), Pattern("undoubled", "s", "ss")),
    *(Pattern("vowel", "e", "i"), Pattern("vowel", "a", "o"), Pattern("doubled", "nn", "n")),
    *(Pattern("doubled", "ll", "l"), Pattern("c/k", "k", "c"), Pattern("vowel", "o", "u")),
)
"""Slips that others make, for a name that the learner's own do not misspell three times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spelling(Choice):
    """A choice among spellings of one name; the slip in the chosen one is named."""

    KIND: ClassVar[str] = "spelling"

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge as a choice, but say what is misspelled."""
        mark = Choice.mark(self, question, answer, names)
        slip = spelling(mark.given, mark.expected) if mark.verdict is Verdict.WRONG else None
        return replace(mark, mistake=slip) if slip else mark


def wrong_spellings(name: str, patterns: Iterable[Pattern], names: Names) -> list[str]:
    """Return WRONG misspellings of `name`, no real name among them; fewer where there are none.

    Those by one of `patterns` come first, then by two of them, then the usual slips.
    """
    own = list(patterns)
    return list(islice(_no_names(name, _misspellings(name, own), names), WRONG))


def make(card: Card, detail: str) -> Spelling | None:
    """Return the drill whose wrong spellings are `detail`, None if one is the answer now."""
    right, wrong = next(iter(card.solution().either())), detail.split(_BETWEEN)
    if right in wrong:
        return None
    options = [Option(Text(one, one), Text(), one == right) for one in (right, *wrong)]
    ask = below(card.ask, both(N_("Which spelling is right?")))
    return Spelling(**shared(card, "spelling", detail, ask), options=tuple(options))


def detail_of(wrong: Iterable[str]) -> str:
    """Return the detail of the drill with these wrong spellings."""
    return _BETWEEN.join(wrong)


def _misspellings(name: str, own: list[Pattern]) -> Iterator[str]:
    once = [wrong for pattern in own for wrong in misspelled(pattern, name)]
    yield from once
    yield from (twice for wrong in once for pattern in own for twice in misspelled(pattern, wrong))
    usual = [wrong for pattern in _USUAL for wrong in misspelled(pattern, name)]
    yield from usual
    yield from (f"{name}{letter}" for letter in "esd")


def _no_names(name: str, wrong: Iterable[str], names: Names) -> Iterator[str]:
    """Yield what is neither `name` nor another real name, as it may be written, each once."""
    seen = {name}
    for one in wrong:
        real = names.get(one) is not None or any(
            fold(one) == fold(near) and near != name for near in names.near(one)
        )
        plain = one.replace("_", "").isalnum() and one.isascii()
        if one not in seen and plain and not real:
            seen.add(one)
            yield one
