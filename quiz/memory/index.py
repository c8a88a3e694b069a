"""Opening the index: a file that cannot be used is replaced by an empty one."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from quiz.errors import StoreError
from quiz.i18n import _
from quiz.memory.due import FILE, VERSION
from quiz.memory.facts import writing
from quiz.memory.tables import REVIEW_INDEXES, TABLES

PATIENCE = 5.0
"""Seconds to wait for another terminal's write."""


class Index(sqlite3.Connection):
    """A connection to the index; once it is `in_use`, damage in it becomes a StoreError."""

    in_use = False
    path = ""

    def execute(self, sql: str, parameters: Any = (), /) -> sqlite3.Cursor:
        """As sqlite3 does, but a damaged index is removed: it will be made anew."""
        try:
            return super().execute(sql, parameters)
        except sqlite3.DatabaseError as error:
            if not self.in_use or not is_broken(error):
                raise
            discard(self.path)
            raise StoreError(
                _("the index is damaged: {reason}", reason=error),
                _("Start quiz again: it is made anew from decks and log, nothing is lost."),
            ) from error


def open_index(home: Path, *, anew: bool = False) -> Index:
    """Open the index of `home`, making it anew where it is missing, broken or of another version.

    `anew`: in any case. Raises OSError or sqlite3.Error where the folder cannot be written.
    """
    path = home / FILE
    try:
        if not anew:
            return _usable(path)
    except sqlite3.DatabaseError as error:
        if not is_broken(error):
            raise  # a full disk or a busy terminal: a new index would not help
    with _alone(home):
        with suppress(sqlite3.DatabaseError):
            if not anew:
                return _usable(path)  # another terminal was first
        discard(path)
        return _made(path)


def is_broken(error: sqlite3.Error) -> bool:
    """Return whether the index itself is at fault, so that a new one helps."""
    return isinstance(error, sqlite3.DatabaseError) and _code(error) in _BROKEN


def is_busy(error: sqlite3.Error) -> bool:
    """Return whether another terminal is writing and did not end in time."""
    return _code(error) in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _code(error: sqlite3.Error) -> int:
    return getattr(error, "sqlite_errorcode", sqlite3.SQLITE_NOTADB) & 0xFF


_BROKEN = (
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_ERROR,  # no such table, no such column
    sqlite3.SQLITE_CONSTRAINT,
    sqlite3.SQLITE_MISMATCH,
    sqlite3.SQLITE_SCHEMA,
)


def discard(path: str | Path) -> None:
    """Remove the index at `path`; whoever has it open keeps a nameless copy, and loses nothing."""
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.unlink(f"{path}{suffix}")


def make_indexes(db: sqlite3.Connection, indexes: Mapping[str, str]) -> None:
    """Make those of `indexes` (see `tables`) that are missing."""
    for name, on in indexes.items():
        db.execute(f"create index if not exists {name} {on}")


def _usable(path: Path) -> Index:
    """Open an index that is there and of this version, else raise DatabaseError."""
    if not path.exists():
        raise sqlite3.DatabaseError("no index yet")
    db = _connected(path)
    try:
        if db.execute("pragma user_version").fetchone() != (VERSION,):
            raise sqlite3.DatabaseError("an index of another version")
        db.execute("select 1 from facts").fetchone()
    except BaseException:
        db.close()
        raise
    return db


def _made(path: Path) -> Index:
    db = _connected(path)
    try:
        db.execute("pragma journal_mode = wal")
        with writing(db):
            for statement in _statements():
                db.execute(statement)
            make_indexes(db, REVIEW_INDEXES)
            db.execute(f"pragma user_version = {VERSION}")
    except BaseException:
        db.close()
        raise
    return db


def _statements() -> Iterator[str]:
    statement = ""
    for line in TABLES.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            yield statement
            statement = ""


def _connected(path: Path) -> Index:
    # Screens may look things up in a thread of their own; SQLite itself takes turns.
    db = sqlite3.connect(
        path, timeout=PATIENCE, isolation_level=None, check_same_thread=False, factory=Index
    )
    db.path = str(path)
    db.execute("pragma synchronous = off")  # a cache: after a power cut it is made anew
    db.execute("pragma foreign_keys = on")
    return db


@contextmanager
def hurrying(db: sqlite3.Connection) -> Iterator[None]:
    """Wait for no other terminal within the block: what it holds up fails as busy."""
    db.execute("pragma busy_timeout = 0")
    try:
        yield
    finally:
        db.execute(f"pragma busy_timeout = {int(PATIENCE * 1000)}")


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Hold the lock under which an index is replaced."""
    handle = os.open(home / "index.lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
