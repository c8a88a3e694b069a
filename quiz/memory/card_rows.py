"""A card as the index keeps it: what queries ask for, what it is made of, what search reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from quiz.cards.card import Card
from quiz.text import Text

SEPARATOR = "\x1f"
"""Stands between the texts of one line of search; no card's text has it."""

dump = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class CardRow(NamedTuple):
    """A card of a deck on its way into the index."""

    id: str
    line: int
    note: str
    twin: int
    """Equal for equal answers."""
    named: bool
    """Whether the deck gives the id; else it is provisional."""
    opens_after: str | None
    """The id of the card that must hold first; None: it is open."""
    weak: str
    """JSON list of the weak spots' ids."""
    tags: str
    """JSON list."""
    raw: Mapping[str, object]
    """The mapping in the deck, with the id."""
    text: str
    """What search looks through, folded, on one line."""
    names: tuple[str, ...]
    """The real names among its answers."""


def card_row(card: Card, raw: Mapping[str, object], named: bool) -> CardRow:
    """Return the row of `card`, which was read from `raw`."""
    answer = fold(_all_of(card.solution()))
    return CardRow(
        card.id,
        card.line,
        card.note,
        crc32(answer.encode()),
        named,
        card.opens_after or None,
        _list(card.weak),
        _list(card.tags),
        raw,
        f"{card.id.casefold()}{SEPARATOR}{fold(_all_of(card.ask))}{SEPARATOR}{answer}",
        card.answer_names,
    )


@lru_cache(1000)
def _list(words: tuple[str, ...]) -> str:
    return dump(words)


def provisional(deck: str, raw: Mapping[str, object], count: int = 1) -> str:
    """Return an id for a card that has none in its deck; it stays while its text does.

    `count` tells apart cards of the deck that are equal in every letter, from 1.
    """
    text = dump({key: value for key, value in raw.items() if key != "id"})
    return f"{'-'.join(deck.split())}#{crc32(f'{deck}/{text}/{count}'.encode()):08x}"


def fold(text: str) -> str:
    """Return `text` as search compares it: without case, on one line."""
    return text.replace("\n", " ").casefold()


def _all_of(text: Text) -> str:
    return text.ko if text.ko == text.en else text.ko + SEPARATOR + text.en
