"""Giving cards without an id one, when the first thing is to be remembered of them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz.errors import DeckError
from quiz.memory.card_rows import provisional
from quiz.memory.tables import PAGE

if TYPE_CHECKING:
    from quiz.memory.store import Store


def mint(store: Store, card: str) -> str:
    """Return the id under which `card` is remembered; if it has only a provisional one, the
    cards of its deck get ids in the file first.

    Where the deck cannot be written the provisional id serves: it holds while the text does.
    """
    card = store.id_of(card)
    row = store.db.execute(
        """
        select decks.key, name, path, note from cards join decks on decks.key = cards.deck
        where id = ? and not named
        """,
        (card,),
    ).fetchone()
    if row is None:
        return card
    deck, name, path, note = row
    before = {entry["id"] for entry in _named(store.db, deck)}
    from quiz.decks.edit import mint_ids

    try:
        mint_ids(Path(path))
    except DeckError:
        return card
    store.edited(Path(path))
    new = (entry for entry in _named(store.db, deck) if entry["id"] not in before)
    minted = _named_like(new, name, note)
    return minted + card.removeprefix(note) if minted else card


def _named(db: sqlite3.Connection, deck: int) -> list[dict[str, Any]]:
    """Return the deck's entries that have an id, in order."""
    rows = db.execute(
        """
        select json_extract(raws, '$[' || (position - first) || ']')
        from cards join pages
        on pages.deck = cards.deck and first = position - position % :page
        where cards.deck = :deck and named order by position
        """,
        {"deck": deck, "page": PAGE},
    )
    return [json.loads(raw) for raw in dict.fromkeys(raw for (raw,) in rows)]


def _named_like(entries: Iterable[dict[str, Any]], deck: str, note: str) -> str | None:
    """Return the id of the entry whose provisional id was `note`."""
    counts: dict[str, int] = {}
    for entry in entries:
        first = provisional(deck, entry)
        counts[first] = counts.get(first, 0) + 1
        if provisional(deck, entry, counts[first]) == note:
            return str(entry["id"])
    return None
