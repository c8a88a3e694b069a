"""The counts of today straight from the index, for a shell prompt: see what it imports."""

import os
import sqlite3

from quiz.memory.counts import count
from quiz.memory.deck_files import deck_files, known_decks
from quiz.memory.log_files import stamps

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself costs `quiz due` milliseconds
    from typing import Any

VERSION = 1_055_256_003
"""A checksum of the tables, written as user_version: an index of another one is made anew."""
FILE = "index.db"
LOG = "reviews"


def due_counts(
    home: "str | os.PathLike[str]",
    decks: "str | os.PathLike[str]",
    day: int,
    new_per_day: int = 20,
    reviews_per_day: int = 200,
) -> "dict[str, Any] | None":
    """Return what waits on `day` (as `quiz.memory.counts.count`), None if the index is stale.

    Stale: a deck or the log was written since, it is another day, the index is not usable. Then
    opening the Store brings it up to date.
    """
    path = os.path.join(home, FILE)
    if not os.path.exists(path):
        return None
    try:
        db = sqlite3.connect(path, timeout=1, isolation_level=None)
        try:
            return (
                count(db, day, new_per_day, reviews_per_day)
                if _is_fresh(db, home, decks, day)
                else None
            )
        finally:
            db.close()
    except sqlite3.Error:
        return None


def is_current(db: sqlite3.Connection, log: "str | os.PathLike[str]") -> bool:
    """Return whether all of the log in the folder `log` is in the index."""
    now = {name: repr(stamp) for name, stamp in stamps(log).items()}
    return dict(db.execute("select name, stamp from logs")) == now


def _is_fresh(
    db: sqlite3.Connection,
    home: "str | os.PathLike[str]",
    decks: "str | os.PathLike[str]",
    day: int,
) -> bool:
    return (
        db.execute("pragma user_version").fetchone() == (VERSION,)
        and db.execute("select value from facts where name = 'day'").fetchone() == (str(day),)
        and deck_files(decks) == known_decks(db)
        and is_current(db, os.path.join(home, LOG))
    )
