"""What is wrong with a question: it gives its answer away, asks nothing, or is asked twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from quiz.cards.card import Card
from quiz.cards.choice import Choice
from quiz.cards.error import Fix
from quiz.cards.flip import Flip
from quiz.cards.list import List
from quiz.cards.order import Order
from quiz.decks.rules.rule import Finding, Seen, folded, rule
from quiz.i18n import N_
from quiz.text import both

_NUMBERED = re.compile(r"\(?(?:[0-9]{1,2}|[a-z])[.)]\s|step [0-9]|[0-9]{1,2}단계", re.IGNORECASE)
_NAME_OF_CODE = re.compile(r"(?=\w*[_.]\w|\w*[a-z][A-Z])[A-Za-z_][\w.]*\??", re.ASCII)


@rule("answer-in-question", "advice", N_("The question gives its answer away."))
def _answer_in_question(seen: Seen) -> Iterator[Finding]:
    for card in seen.cards:
        if answer := next((one for one in _answers(card) if _given_away(card, one)), ""):
            yield Finding(
                both("The answer {answer} stands in the question", answer=answer),
                both("Ask without it, or make it a choice."),
                seen.asked,
            )


@rule("same-question", "advice", N_("Two cards ask the same."))
def _same_question(seen: Seen) -> Iterator[Finding]:
    for card in seen.cards:
        options = sorted((option.ko, option.en) for option in card.question(0).options)
        asked = (folded(card.ask.ko), folded(card.ask.en), *options)
        first = seen.questions.setdefault(asked, seen.place)
        if first != seen.place:
            yield Finding(
                both("The same is asked at {place}", place=first),
                both("Say in the question what sets the two apart, or remove one."),
            )


@rule("asks-nothing", "advice", N_("A question is only a name, or a hole with nothing round it."))
def _asks_nothing(seen: Seen) -> Iterator[Finding]:
    for card in seen.cards:
        if not isinstance(card, Flip) and any(map(_is_bare, card.ask.either())):
            yield Finding(
                both("{ask} alone does not say what is asked", ask=card.ask),
                both("Write a whole question, or a text round the hole."),
                seen.asked,
            )


@rule("numbered-steps", "advice", N_("The steps of an order carry their numbers."))
def _numbered_steps(seen: Seen) -> Iterator[Finding]:
    for card in seen.cards:
        if isinstance(card, Order) and all(
            _NUMBERED.match(one) for step in card.steps for one in step.either()
        ):
            yield Finding(
                both("The numbers of the steps give their order away"),
                both("Write the steps without numbers: they are shown shuffled."),
                seen.entry.raw["steps"],
            )


def _answers(card: Card) -> tuple[str, ...]:
    """Return the answers that the question must not name."""
    if isinstance(card, Choice):
        # A question that names a wrong option, too, asks which of them.
        named = any(_stands_in(card, option) for option in _options(card, right=False))
        return () if named else _options(card, right=True)
    if isinstance(card, List):
        return tuple(one for item in card.items for one in item[0].either())
    if isinstance(card, Fix):
        return ()  # the line stands there with its mistake, which may be one of capitals alone
    return card.hints()


def _options(card: Choice, *, right: bool) -> tuple[str, ...]:
    kept = (option.text for option in card.options if option.right is right)
    return tuple(one for text in kept for one in text.either())


def _given_away(card: Card, answer: str) -> bool:
    # Two letters stand in many a question by chance.
    return len(answer) >= (3 if answer.isascii() else 2) and _stands_in(card, answer)


def _stands_in(card: Card, answer: str) -> bool:
    word = folded(answer)
    asks = [ask for ask in map(folded, card.ask.either()) if word in ask]
    # A Korean particle may follow at once, other letters make another word.
    whole = rf"(?<![0-9a-z_]){re.escape(word)}(?![0-9a-z_])"
    return any(re.search(whole, ask) for ask in asks)


def _is_bare(ask: str) -> bool:
    if _NAME_OF_CODE.fullmatch(ask):
        return True
    return "[…]" in ask and not any(map(str.isalnum, ask))
