"""Finding cards by a piece of their id, question or answer, in either language.

The texts of a deck's cards lie together, a line a card, so that looking through all of them
is a walk over plain bytes: as quick for one Korean syllable as for a long word.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import islice

from quiz.memory.card_rows import fold
from quiz.text import clean


def find(db: sqlite3.Connection, query: str, limit: int, offset: int = 0) -> list[int]:
    """Return the keys of cards that hold every word of `query`; decks by name, cards in order.

    A card whose id is the query comes first. Without a word there is nothing to find.
    """
    words = sorted((fold(word).encode() for word in clean(query).split()), key=len, reverse=True)
    if not words:
        return []
    named = db.execute(
        "select key from cards where id = ? and deck is not null", (query.strip(),)
    ).fetchall()
    exact = [key for (key,) in named]
    others = (key for key in _matches(db, words) if key not in exact)
    return list(islice((*exact, *islice(others, offset + limit)), offset, offset + limit))


def _matches(db: sqlite3.Connection, words: list[bytes]) -> Iterator[int]:
    chunks = db.execute(
        """
        select pages.deck, first, lines from pages join decks on decks.key = pages.deck
        order by decks.file, first
        """
    )
    for deck, first, lines in chunks:
        for line in _lines(lines, words):
            found = db.execute(
                "select key from cards where deck = ? and position = ?", (deck, first + line)
            ).fetchone()
            if found:  # else a deck with an earlier name has this card
                yield found[0]


def _lines(lines: bytes, words: list[bytes]) -> Iterator[int]:
    """Yield the numbers, from 0, of the lines that hold all `words`, the longest word first."""
    if not all(word in lines for word in words):
        return
    longest, *others = words
    number = end = 0
    while (at := lines.find(longest, end)) >= 0:
        start = lines.rfind(b"\n", end, at) + 1 or end
        number += lines.count(b"\n", end, at)
        stop = lines.find(b"\n", at)
        stop = len(lines) if stop < 0 else stop
        if all(lines.find(word, start, stop) >= 0 for word in others):
            yield number
        end = stop
