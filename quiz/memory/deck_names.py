"""The real names an answer may have been meant as: those of the decks, and the bundled ones."""

from __future__ import annotations

import sqlite3

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
        found = self._db.execute(
            "select 1 from names where folded = ? and name = ?", (fold(name), name)
        ).fetchone()
        return Text() if found else None

    def near(self, name: str) -> tuple[str, ...]:
        """Return names that equal `name` but for case, spaces, hyphens and underscores."""
        rows = self._db.execute("select name from names where folded = ?", (fold(name),))
        return tuple(dict.fromkeys((*self._bundled.near(name), *(name for (name,) in rows))))
