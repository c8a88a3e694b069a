"""What is wrong with a shape card: with some numbers its question has no answer."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.cards.card import Card
from quiz.decks.rules.rule import Finding, Seen, rule
from quiz.i18n import N_
from quiz.text import Text, both

SEEDS = range(8)
"""Visits that are tried."""


@rule("no-answer", "error", N_("With some numbers the question of a shape card has no answer."))
def _no_answer(seen: Seen) -> Iterator[Finding]:
    for card in seen.cards:
        if card.KIND == "shape" and (reason := _reason(card)):
            hint = both("Draw other numbers, add a condition to where, or mend the code.")
            yield Finding(reason, hint, seen.entry.raw["code"])


def _reason(card: Card) -> Text:
    from quiz.cards.shape import Shape  # shapes are read only where a deck asks for them

    assert isinstance(card, Shape)
    for seed in SEEDS:
        visit = card.visit(seed)
        if visit.answer() is None:
            found = visit.trace()
            doubt = found.unknown.what if found.unknown else Text()
            why = found.refusal.reason if found.refusal else doubt
            code = " ".join(visit.code.split())[:120]
            return both("No answer to {code}: {reason}", code=code, reason=why)
    return Text()
