"""A part of the cards, as a condition on their sets."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple


class Filter(NamedTuple):
    """Cards of one deck (by name), weak spot or tag; None: whichever."""

    deck: str | None = None
    weak: str | None = None
    tag: str | None = None

    def applied(self, db: sqlite3.Connection, column: str) -> str:
        """Return a condition that `column` is the key of a set of this part.

        It holds until another filter is applied on the connection.
        """
        if self == Filter():
            return "true"
        db.execute("create temp table if not exists chosen (key integer primary key)")
        db.execute("delete from chosen")
        db.execute(
            """
            insert into chosen select sets.key from sets join decks on decks.key = sets.deck
            where (:deck is null or decks.name = :deck)
                and (:weak is null or :weak in (select value from json_each(sets.weak)))
                and (:tag is null or :tag in (select value from json_each(sets.tags)))
            """,
            self._asdict(),
        )
        return f"{column} in chosen"
