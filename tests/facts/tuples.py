"""The shapes that a question names."""

from __future__ import annotations

import re

from tests.facts.proof import Fact, literal

_TUPLE = re.compile(r"\((?:-?\d+, ?)+(?:-?\d+)?\)")


def tuples(fact: Fact) -> list[tuple[int, ...]]:
    """Return all tuples of numbers in the question; both languages must show the same ones."""
    ask = fact.cards[0].ask
    english, korean = (_TUPLE.findall(text) for text in (ask.en, ask.ko))
    assert english and sorted(english) == sorted(korean)
    return [literal(found) for found in english]


def shape(fact: Fact) -> tuple[int, ...]:
    """Return the first shape in the question of `fact`."""
    return tuples(fact)[0]
