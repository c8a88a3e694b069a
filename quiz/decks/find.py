"""A card in a deck file by its id."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.cards.kinds import read_card
from quiz.decks.draft import Draft
from quiz.decks.place import Child, children
from quiz.decks.yaml import Map, Node, Seq
from quiz.errors import DeckError
from quiz.i18n import _
from quiz.text import clean, nfc


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
    note, _dash, part = card_id.rpartition("-")
    if note in ids:
        number, card = _only(draft, ids, note)
        if card_id in _ids_made_of(card):
            return number, card, part if "text" in card else ""
    raise DeckError(
        _("There is no card {card} in this deck.", card=card_id or "“”"),
        _("Perhaps it was moved or renamed: run quiz check."),
        file=draft.file,
    )


def _ids_made_of(card: Map) -> list[str]:
    """Return the ids of the cards that the entry `card` makes: one for each of its levels."""
    return [made.id for made in read_card(card, deck="")[0]]


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
