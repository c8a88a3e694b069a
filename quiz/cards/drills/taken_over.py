"""What a drill takes over from the card it is made of."""

from __future__ import annotations

from quiz.cards.card import Card
from quiz.cards.drills.ids import drill_id
from quiz.cards.reading import Common
from quiz.text import Text


def shared(card: Card, form: str, detail: str, ask: Text) -> Common:
    """Return the fields of the drill of `card` that asks `ask`; siblings share the card's note."""
    return {
        "id": drill_id(card.id, form, detail),
        "note": card.note,
        "deck": card.deck,
        "ask": ask,
        "why": card.why,
        "source": card.source,
        "weak": card.weak,
        "tags": card.tags,
        "line": card.line,
        "dtype_first": None,
    }


def below(ask: Text, more: Text) -> Text:
    """Return `more` under the question `ask`, a row between them."""
    return Text(f"{ask.ko}\n\n{more.ko}", f"{ask.en}\n\n{more.en}")
