"""The numbers that a question names."""

from __future__ import annotations

import re

from tests.facts.proof import Fact

_NUMBER = re.compile(r"(?<![\w.])\d+(?![\d.]*\d)")


def counts(fact: Fact) -> list[int]:
    """Return the whole numbers above 1 of the question, as 0 and 1 may name classes.

    Both languages must name the same ones.
    """
    ask = fact.cards[0].ask
    english, korean = ([int(n) for n in _NUMBER.findall(text)] for text in (ask.en, ask.ko))
    assert english and sorted(n for n in english if n > 1) == sorted(n for n in korean if n > 1)
    return [number for number in english if number > 1]
