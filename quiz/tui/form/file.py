"""Between the form and the deck files: a card's mapping out of its file, and back into it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quiz.errors import DeckError
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.cards.card import Card
    from quiz.memory.store import Store


def load(path: Path, card_id: str) -> dict[str, Any]:
    """Return the card `card_id` as the deck at `path` has it. Raises DeckError."""
    from quiz.decks.draft import Draft
    from quiz.decks.edit import plain
    from quiz.decks.find import find

    try:
        data = path.read_bytes()
    except OSError as error:
        raise DeckError(
            _("The file cannot be opened: {reason}", reason=error.strerror or error),
            _("Look whether it exists and whether you may read it."),
            file=str(path),
        ) from error
    _number, card, _hole = find(Draft(data, str(path)), card_id)
    return plain(card)


def add(path: Path, raw: Mapping[str, Any]) -> None:
    """Add a card to the deck at `path`, which is made where there is none. Raises DeckError."""
    from quiz.decks.edit import add_card

    add_card(path, raw)


def replace(path: Path, card_id: str, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
    """Make `old` in the deck at `path` be `new`.

    Raises DeckError, too, where the file does not have `old` any more: somebody else's change
    must not get lost.
    """
    from quiz.decks.edit import replace_card

    if load(path, card_id) != old:
        raise DeckError(
            _("This card was changed in its file since you opened it."),
            _("Close the form and open the card again; what you typed can be copied."),
            file=str(path),
        )
    replace_card(path, card_id, new)


def twins(store: Store, card: Card, own: str) -> tuple[list[str], list[str]]:
    """Return the ids of other cards with the question of `card`, and of those with its answer.

    `own` is the id in the deck of the card being edited ("" for a new one).
    """
    asked: list[str] = []
    answered: list[str] = []
    for text, found in ((card.ask, asked), (card.solution(), answered)):
        for hit in store.search(str(text), limit=20) if text else ():
            other = store.card(hit.id)
            if own in (other.id, other.note):
                continue
            same = other.ask if found is asked else other.solution()
            if _folded(str(same)) == _folded(str(text)):
                found.append(other.id)
    return asked, answered


def _folded(text: str) -> str:
    return "".join(text.casefold().split()).rstrip("?.!")
