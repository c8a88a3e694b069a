"""A card in a deck file by its id."""

from __future__ import annotations

import re
from collections.abc import Sequence

from quiz.decks.draft import Draft
from quiz.decks.place import Child, children
from quiz.decks.yaml import Map, Node, Seq
from quiz.errors import DeckError
from quiz.i18n import _
from quiz.text import clean, nfc

_HOLE = re.compile(r"(.+)-(c\d+)")


def id_of(card: Node) -> str:
    """Return the id a card is known by, "" without one."""
    value = card.get("id") if isinstance(card, Map) else None
    return nfc(clean(value.strip())) if isinstance(value, str) else ""


def find(draft: Draft, card_id: str) -> tuple[int, Map, str]:
    """Return the number of a card among the cards of `draft`, the card, its hole ("c1" or "").

    Raises DeckError if there is no such card, or more than one.
    """
    ids = [id_of(card) for card in draft.cards]
    if card_id in ids:
        return *_only(draft, ids, card_id), ""
    hole = _HOLE.fullmatch(card_id)
    if hole and hole[1] in ids:
        number, card = _only(draft, ids, hole[1])
        if "text" in card:
            return number, card, hole[2]
    raise DeckError(
        _("There is no card {card} in this deck.", card=card_id or "“”"),
        _("Perhaps it was moved or renamed: run quiz check."),
        file=draft.file,
    )


def places(draft: Draft) -> list[Child]:
    """Return where the cards of `draft` stand, in their order."""
    return children(draft.text, draft.cards) if isinstance(draft.cards, Seq) else []


def _only(draft: Draft, ids: Sequence[str], card_id: str) -> tuple[int, Map]:
    number = ids.index(card_id)
    card = draft.cards[number]
    assert isinstance(card, Map)
    if ids.count(card_id) > 1:
        again = draft.cards[ids.index(card_id, number + 1)]
        message = _(
            "Two cards have the id {card}: in lines {first} and {second}.",
            card=card_id,
            first=card.line,
            second=again.line,
        )
        hint = _("Give one of them another id.")
        raise DeckError(message, hint, file=draft.file, line=again.line)
    return number, card
