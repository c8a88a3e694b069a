"""What is wrong with the options of a choice: they can be guessed, or a wrong one is left so."""

from __future__ import annotations

from collections.abc import Iterator

from quiz.cards.choice import Choice
from quiz.decks.rules.rule import Finding, Seen, rule
from quiz.i18n import N_
from quiz.text import both

FEWEST = 3
"""Options of a choice: of two, one is right by luck every other time."""
_LONGER = 1.5
_LONGER_BY = 12
"""Characters: a right option that is this much longer than every wrong one is seen at once."""


@rule("two-options", "advice", N_("A choice has one wrong option only, and is guessed."))
def _two_options(seen: Seen) -> Iterator[Finding]:
    for card in _choices(seen):
        if len(card.options) < FEWEST:
            yield Finding(
                both("Of two options one is right by luck every other time"),
                both("Add a wrong option that is easily confused with the right one."),
                seen.entry.raw["wrong"],
            )


@rule("answer-stands-out", "advice", N_("The right option is much longer than all others."))
def _answer_stands_out(seen: Seen) -> Iterator[Finding]:
    for card in _choices(seen):
        if any(_stands_out(card, language) for language in ("ko", "en")):
            yield Finding(
                both("The right option is much longer than all others and gives itself away"),
                both("Shorten it, or make the wrong ones as precise."),
                seen.entry.raw.get("answer", seen.entry.raw.get("cause")),
            )


@rule("option-without-why", "advice", N_("A choice does not say why an option is wrong."))
def _option_without_why(seen: Seen) -> Iterator[Finding]:
    for card in _choices(seen):
        bare = [option.text for option in card.options if not option.right and not option.why]
        if bare:
            yield Finding(
                both("It is not said why {option} is wrong", option=bare[0]),
                both("Write it as {example}.", example="{text: …, why: …}"),
                seen.entry.raw["wrong"],
            )


def _choices(seen: Seen) -> Iterator[Choice]:
    return (card for card in seen.cards if isinstance(card, Choice))


def _stands_out(card: Choice, language: str) -> bool:
    lengths = {True: [0], False: [0]}
    for option in card.options:
        lengths[option.right].append(len(getattr(option.text, language)))
    right, wrong = min(lengths[True][1:]), max(lengths[False])
    return right > _LONGER * wrong and right >= wrong + _LONGER_BY
