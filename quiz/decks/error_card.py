"""A card made of an error the learner met."""

from __future__ import annotations

from collections.abc import Collection

from quiz.clinic.explain import Explanation
from quiz.decks.emit import Value
from quiz.text import both

DECK = "my-errors"
"""The deck, among the learner's, that holds such cards."""
_LONGEST = 400
"""Characters of the error's line that a question shows."""


def error_card(found: Explanation, weak_spots: Collection[str]) -> dict[str, Value]:
    """Return the card that asks for the cause and the mending of `found`, as a deck holds it.

    It names its weak spot if that is one of `weak_spots`, the declared ones.
    """
    line = found.line if len(found.line) <= _LONGEST else found.line[:_LONGEST] + " …"
    ask = both("Why does this happen, and how is it mended?\n\n{line}", line=line)
    card: dict[str, Value] = {
        "kind": "flip",
        "ask": ask.as_dict(),
        "answer": found.cause.as_dict(),
        "why": found.fix.as_dict(),
        "source": f"quiz why: {found.family}",
    }
    return card | ({"weak": [found.weak]} if found.weak in weak_spots else {})
