"""Cards that open one after another: the next level of a note once the one before it holds."""

from __future__ import annotations

import sqlite3

from quiz.memory.counts import FAR
from quiz.memory.standing import Standing
from quiz.memory.tallies import shift, tallied_day, tally

HOLDS = 7.0
"""Days of stability from which a level holds: a week later it is still recalled nine times in
ten, which what was only just read is not."""


def settle(db: sqlite3.Connection, which: str, values: tuple[object, ...] = ()) -> None:
    """Lock or open the new cards among `which` (SQL over `cards`); the tallies follow.

    A new card is locked until the one it opens after holds. One that was begun is open: what
    becomes of the level before it changes nothing.
    """
    day = tallied_day(db)
    rows = db.execute(
        f"""
        select key, place, ready, suspended, buried_day, opens_after,
            (select stability from cards as earlier where earlier.id = cards.opens_after)
        from cards where first_day is null and ({which})
        """,
        values,
    ).fetchall()
    for key, place, ready, suspended, buried_day, opens_after, stability in rows:
        locked = opens_after is not None and (stability or 0.0) < HOLDS
        now = Standing(None, bool(suspended), buried_day, locked).ready
        if now != ready:
            db.execute("update cards set ready = ? where key = ?", (now, key))
            shift(db, place, tally(day, ready, None), tally(day, now, None))


def is_locked(db: sqlite3.Connection, card: str) -> bool:
    """Return whether the card with this id waits for the level before it."""
    found = db.execute(
        "select 1 from cards where id = ? and ready = ? and not suspended", (card, FAR)
    )
    return found.fetchone() is not None
