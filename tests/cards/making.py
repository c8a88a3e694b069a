"""Cards made of what a deck would say, and a list of real names for marking."""

from __future__ import annotations

from quiz.cards.card import Card
from quiz.cards.kinds import read_card
from quiz.cards.problem import Problem
from quiz.text import Text

REAL = {"softmax": "turns scores into probabilities", "tanh": ""}


class SomeNames:
    """Two real names, of which one is known for what it is for."""

    def get(self, name: str) -> Text | None:
        return Text.of(REAL[name]) if name in REAL else None

    def near(self, name: str) -> tuple[str, ...]:
        return tuple(real for real in REAL if real == name.lower())


NAMES = SomeNames()


def cards(**raw: object) -> list[Card]:
    """Return the cards of a raw one that has nothing wrong with it."""
    made, problems = read_card({"id": "a-card", **raw}, deck="a-deck", line=7)
    assert not problems, problems
    return made


def card(**raw: object) -> Card:
    (made,) = cards(**raw)
    return made


def problems(**raw: object) -> list[Problem]:
    """Return what is wrong with a raw card."""
    return read_card(raw, deck="a-deck", file="a-deck.yaml", line=7)[1]


def codes(**raw: object) -> list[str]:
    return [problem.code for problem in problems(**raw)]
