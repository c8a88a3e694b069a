"""Taking new lines of the review log into the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from heapq import merge
from itertools import islice
from pathlib import Path

from quiz.memory.card_memory import replay_cards, write_states
from quiz.memory.collecting import uncollected
from quiz.memory.due import is_current
from quiz.memory.facts import fact, set_fact, writing
from quiz.memory.index import make_indexes
from quiz.memory.levels import settle
from quiz.memory.log_files import seal, stamps
from quiz.memory.log_lines import Line, LogFile
from quiz.memory.mistake_rows import mistake_rows
from quiz.memory.tables import REVIEW_INDEXES
from quiz.memory.traces import Traces

_BATCH = 500
_SMALL = 1 << 16
"""Bytes that are taken in line by line: the tallies follow, instead of being counted anew."""


def catch_up(db: sqlite3.Connection, folder: Path, retention: float) -> bool:
    """Take in what was written since to the log in `folder`; return whether anything was.

    Lines are only ever added. If a file says otherwise (it shrank, it begins differently, it is
    gone), the log is taken in anew, and so it is if `retention` changed.
    """
    if is_current(db, folder) and fact(db, "retention") == str(retention):
        return False
    with writing(db):
        if _was_rewritten(db, folder) or fact(db, "retention") != str(retention):
            _forget(db)
            set_fact(db, "retention", str(retention))
        if _is_unknown(db, folder):
            _take_whole(db, folder, retention)
        else:
            _add(db, folder, retention)
    return True


def _is_unknown(db: sqlite3.Connection, folder: Path) -> bool:
    """Return whether nothing of the log was taken in yet, and it is not a small one."""
    size = sum(stamp[0] for stamp in stamps(folder).values())
    return size > _SMALL and not db.execute("select 1 from reviews limit 1").fetchone()


def _was_rewritten(db: sqlite3.Connection, folder: Path) -> bool:
    now = {name: repr(stamp) for name, stamp in stamps(folder).items()}
    known = db.execute("select name, read, seal, stamp from logs").fetchall()
    return any(
        now.get(name) != stamp and (name not in now or seal(folder / name, read) != sealed)
        for name, read, sealed, stamp in known
    )


def _forget(db: sqlite3.Connection) -> None:
    db.execute("delete from reviews")
    db.execute("delete from mistakes")
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
    settle(db, "opens_after is not null")
    set_fact(db, "day", "0")


def _add(db: sqlite3.Connection, folder: Path, retention: float) -> None:
    """Take in the new lines of a log that is mostly known."""
    cards: set[str] = set()

    def noted(lines: Iterable[Line]) -> Iterator[Line]:
        for line in lines:
            cards.add(line.fields["card"])
            yield line

    with _new_lines(db, folder) as lines:
        _insert(db, noted(lines))
    replay_cards(db, cards, retention)


def _take_whole(db: sqlite3.Connection, folder: Path, retention: float) -> None:
    """Take in a log of which nothing is known yet."""
    traces = Traces()

    def followed(lines: Iterable[Line]) -> Iterator[Line]:
        for line in lines:
            traces.follow(line)
            yield line

    for name in REVIEW_INDEXES:
        db.execute(f"drop index if exists {name}")
    with uncollected(), _new_lines(db, folder) as lines:
        _insert(db, followed(lines))
    make_indexes(db, REVIEW_INDEXES)
    db.executemany("update reviews set undone = 1 where id = ?", zip(traces.undone, strict=True))
    write_states(db, traces.states(retention))
    replay_cards(db, traces.odd, retention)
    settle(db, "opens_after is not null")
    set_fact(db, "day", "0")


@contextmanager
def _new_lines(db: sqlite3.Connection, folder: Path) -> Iterator[Iterator[Line]]:
    """Give the new lines of all files in time order; when they were taken, keep how far."""
    known = dict(db.execute("select name, stamp from logs"))
    now = {name: repr(stamp) for name, stamp in stamps(folder).items()}
    files = {
        name: LogFile(db, folder / name) for name, stamp in now.items() if known.get(name) != stamp
    }
    sources = [file.lines() for file in files.values()]
    yield sources[0] if len(sources) == 1 else merge(*sources)
    for name, file in files.items():
        file.done(now[name])


def _insert(db: sqlite3.Connection, lines: Iterator[Line]) -> None:
    while batch := list(islice(lines, _BATCH)):
        db.executemany(
            "insert or ignore into reviews values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
            [line.row() for line in batch],
        )
        db.executemany(
            "insert or ignore into mistakes values (?, ?, ?, ?)",
            [
                row
                for line in batch
                if "mistake" in line.fields
                for row in mistake_rows(line.fields)
            ],
        )
