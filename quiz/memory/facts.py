"""Writing to the index as a whole or not at all, and the facts that belong to all of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """Do what follows as one transaction: wholly or, on an exception, not at all.

    Within another one it is a part of that.
    """
    if db.in_transaction:
        yield
        return
    db.execute("begin immediate")
    try:
        yield
    except BaseException:
        with suppress(sqlite3.Error):
            db.execute("rollback")
        raise
    db.execute("commit")


def fact(db: sqlite3.Connection, name: str) -> str | None:
    """Return the fact called `name`, None if it is not known."""
    row = db.execute("select value from facts where name = ?", (name,)).fetchone()
    return str(row[0]) if row else None


def set_fact(db: sqlite3.Connection, name: str, value: str) -> None:
    """Keep the fact called `name`."""
    db.execute("insert or replace into facts values (?, ?)", (name, value))
