"""A card as the index keeps it: what queries ask for, what it is made of, what search reads."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
    weak: str
    """JSON list of the weak spots' ids."""
    tags: str
    """JSON list."""
    raw: str
    """JSON of the mapping in the deck, with the id."""
    named: bool
    """Whether the deck gives the id; else it is provisional."""
    text: str
    """What search looks through, folded, on one line."""
    names: tuple[str, ...]
    """The real names among its answers."""


def card_row(card: Card, raw: str, named: bool) -> CardRow:
    """Return the row of `card`, which was read from what `raw` is the JSON of."""
    answer = fold(SEPARATOR.join(_different(card.solution())))
    asked = fold(SEPARATOR.join(_different(card.ask)))
    return CardRow(
        card.id,
        card.line,
        card.note,
        crc32(answer.encode()),
        dump(card.weak),
        dump(card.tags),
        raw,
        named,
        SEPARATOR.join((card.id.casefold(), asked, answer)),
        card.answer_names,
    )


def provisional(deck: str, raw: Mapping[str, object], count: int = 1) -> str:
    """Return an id for a card that has none in its deck; it stays while its text does.

    `count` tells apart cards of the deck that are equal in every letter, from 1.
    """
    text = dump({key: value for key, value in raw.items() if key != "id"})
    return f"{'-'.join(deck.split())}#{crc32(f'{deck}/{text}/{count}'.encode()):08x}"


def fold(text: str) -> str:
    """Return `text` as search compares it: without case, on one line."""
    return text.replace("\n", " ").casefold()


def _different(text: Text) -> tuple[str, ...]:
    return (text.ko,) if text.ko == text.en else (text.ko, text.en)
