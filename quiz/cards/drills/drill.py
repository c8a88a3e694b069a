"""Making a drill of a card again, from its id."""

from __future__ import annotations

from quiz.cards.card import Card
from quiz.cards.drills import contrast, dtype, letters, spelling
from quiz.cards.drills.ids import DrillId

_MAKERS = {
    "letters": letters.make,
    "spelling": spelling.make,
    "contrast": contrast.make,
    "dtype": dtype.make,
}


def drill(card: Card, id: DrillId) -> Card | None:
    """Return the drill with this id, made of `card`; None where the card's answer has changed."""
    return _MAKERS[id.form](card, id.detail)
