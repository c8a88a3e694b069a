"""Taking new lines of the review log into the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from quiz.memory.card_memory import replay_all, replay_cards
from quiz.memory.due import is_current
from quiz.memory.line import LineError, decode
from quiz.memory.log_files import raw_lines, seal, stamps
from quiz.memory.review import Deed, Review
from quiz.memory.schema import fact, set_fact, writing

_MANY = 1000
"""From so many cards on, all are replayed in one go."""
_BATCH = 1000


def catch_up(db: sqlite3.Connection, folder: Path, retention: float) -> bool:
    """Take in what was written since to the log in `folder`; return whether anything was.

    Lines are only ever added. If a file says otherwise (it shrank, it begins differently, it is
    gone), the log is taken in anew, and so it is if `retention` changed.
    """
    if not _is_behind(db, folder, retention):
        return False
    with writing(db):
        if _was_rewritten(db, folder) or fact(db, "retention") != str(retention):
            _forget(db)
            set_fact(db, "retention", str(retention))
        cards: set[str] = set()
        for name, stamp in stamps(folder).items():
            _take(db, folder, name, repr(stamp), cards)
        if len(cards) < _MANY:
            replay_cards(db, cards, retention)
        else:
            replay_all(db, retention)
            set_fact(db, "day", "0")
    return True


def _is_behind(db: sqlite3.Connection, folder: Path, retention: float) -> bool:
    return not is_current(db, folder) or fact(db, "retention") != str(retention)


def _was_rewritten(db: sqlite3.Connection, folder: Path) -> bool:
    now = {name: repr(stamp) for name, stamp in stamps(folder).items()}
    known = db.execute("select name, read, seal, stamp from logs").fetchall()
    return any(
        now.get(name) != stamp and (name not in now or seal(folder / name, read) != sealed)
        for name, read, sealed, stamp in known
    )


def _forget(db: sqlite3.Connection) -> None:
    db.execute("delete from reviews")
    db.execute("delete from bad_lines")
    db.execute("delete from logs")
    db.execute(
        """
        update cards set ready = 0, suspended = 0, buried_day = 0, stability = null,
            difficulty = null, last_day = null, due_day = null, reps = null, lapses = null,
            first_day = null
        """
    )
    db.execute("delete from cards where deck is null")
    set_fact(db, "day", "0")


def _take(db: sqlite3.Connection, folder: Path, name: str, stamp: str, cards: set[str]) -> None:
    """Take the whole lines that a file has more than before; add the ids of their cards."""
    known = db.execute("select key, read, stamp from logs where name = ?", (name,)).fetchone()
    if known and known[2] == stamp:
        return
    key, read = known[:2] if known else (_new_log(db, name), 0)
    rows: list[tuple[object, ...]] = []
    for start, end, review in _reviews(db, folder / name, key, read):
        read = end
        if review is not None:
            cards.add(review.card)
            rows.append(_row(review, key, start))
        if len(rows) == _BATCH:
            _insert(db, rows)
            rows.clear()
    _insert(db, rows)
    db.execute(
        "update logs set read = ?, seal = ?, stamp = ? where key = ?",
        (read, seal(folder / name, read), stamp, key),
    )


def _new_log(db: sqlite3.Connection, name: str) -> int:
    cursor = db.execute("insert into logs (name, read, seal, stamp) values (?, 0, 0, '')", (name,))
    return int(cursor.lastrowid or 0)


def _reviews(
    db: sqlite3.Connection, path: Path, key: int, start: int
) -> Iterator[tuple[int, int, Review | None]]:
    """Yield start, end and review of each whole line behind `start`; None for a bad line."""
    for end, line in raw_lines(path, start):
        if not line.endswith(b"\n"):
            return  # it is still being written, or it never will be
        try:
            yield start, end, decode(line)
        except LineError:
            db.execute("insert or ignore into bad_lines values (?, ?)", (key, start))
            yield start, end, None
        start = end


def is_missed(review: Review) -> bool:
    """Return whether a line is an answer that belongs among the missed ones."""
    return review.deed is Deed.ANSWER and (
        review.rating == 1 or review.verdict not in ("right", "")
    )


def _row(review: Review, key: int, start: int) -> tuple[object, ...]:
    return (
        review.id,
        review.card,
        review.at,
        review.day,
        review.deed.value,
        review.rating,
        review.scheduled,
        review.undoes,
        is_missed(review),
        key,
        start,
    )


def _insert(db: sqlite3.Connection, rows: list[tuple[object, ...]]) -> None:
    db.executemany(
        "insert or ignore into reviews values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)", rows
    )
