"""The real names an answer may have been meant as: those of the decks, and the bundled ones."""

from __future__ import annotations

import sqlite3
from zlib import crc32

from quiz.marking.names_list import RealNames, fold
from quiz.text import Text


class DeckNames:
    """The answers of the cards in the index and the bundled list (a `quiz.marking.mark.Names`)."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db
        self._bundled = RealNames()

    def get(self, name: str) -> Text | None:
        """Return what the exact `name` is for, an empty Text if only a deck has it, else None."""
        known = self._bundled.get(name)
        if known is not None:
            return known
        return Text() if name in self._in_decks(name) else None

    def near(self, name: str) -> tuple[str, ...]:
        """Return names that equal `name` but for case, spaces, hyphens and underscores."""
        folded = fold(name)
        others = (other for other in self._in_decks(name) if fold(other) == folded)
        return tuple(dict.fromkeys((*self._bundled.near(name), *others)))

    def _in_decks(self, name: str) -> set[str]:
        """Return the decks' names that fold like `name`, and maybe a stray one."""
        rows = self._db.execute("select name from names where folded = ?", (name_key(name),))
        return {other for (other,) in rows}


def name_key(name: str) -> int:
    """Return the checksum under which the index keeps a name and those near it."""
    return crc32(fold(name).encode())
