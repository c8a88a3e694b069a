"""The index's tables, and opening it: a file that cannot be used is replaced by an empty one."""

from __future__ import annotations

import fcntl
import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from quiz.memory.due import FILE, VERSION

PAGE = 40
"""Cards that are kept together."""

PATIENCE = 5.0
"""Seconds to wait for another terminal's write."""

TABLES = """
    -- One row a value that belongs to the index as a whole.
    create table facts (
        name text primary key,
        value text not null
    ) strict, without rowid;

    -- mtime (ns), size (bytes) and inode are those of the file as it was read.
    create table decks (
        key integer primary key,
        file text not null unique,
        name text not null,
        path text not null,
        title text not null,
        mtime integer not null,
        size integer not null,
        inode integer not null
    ) strict;

    create table problems (
        deck integer not null references decks on delete cascade,
        said text not null
    ) strict;
    create index problems_of_deck on problems (deck);

    -- The cards of one deck that have the same weak spots and tags, with their tallies on
    -- the day facts.day: recall is the sum of the chances to recall the seen ones.
    create table sets (
        key integer primary key,
        deck integer not null references decks on delete cascade,
        weak text not null,
        tags text not null,
        total integer not null default 0,
        new integer not null default 0,
        due integer not null default 0,
        seen integer not null default 0,
        recall real not null default 0,
        unique (deck, weak, tags)
    ) strict;

    -- A card without a deck is one that only the log knows: its memory waits for its return.
    -- `named`: the deck gives the id, it is not provisional. `ready`: the first day on which it
    -- may be asked.
    create table cards (
        key integer primary key,
        id text not null unique,
        deck integer references decks,
        place integer,
        position integer,
        line integer,
        note text,
        twin integer,
        named integer,
        ready integer not null default 0,
        suspended integer not null default 0,
        buried_day integer not null default 0,
        stability real,
        difficulty real,
        last_day integer,
        due_day integer,
        reps integer,
        lapses integer,
        first_day integer
    ) strict;
    create index cards_in_order on cards (deck, position);
    create index new_cards on cards (deck, position, place)
        where first_day is null and deck is not null;
    create index ready_cards on cards (ready, place) where ready > 0 and deck is not null;
    create index stable_cards on cards (stability, ready, place)
        where first_day is not null and deck is not null;
    create index answered_cards on cards (last_day) where last_day is not null;

    -- The cards of a deck from position `first` on, PAGE of them: `lines` is what search looks
    -- through, a line a card, `raws` a JSON list of what each card is made of again.
    create table pages (
        deck integer not null references decks on delete cascade,
        first integer not null,
        lines blob not null,
        raws text not null,
        primary key (deck, first)
    ) strict;

    -- A card id that a second deck gives too; the deck whose file sorts first has the card.
    create table clashes (
        id text not null,
        deck integer not null references decks on delete cascade,
        line integer not null,
        primary key (id, deck)
    ) strict, without rowid;
    create index clashes_of_deck on clashes (deck);

    -- The answers that are real names; `folded` is a checksum of the folded name.
    create table names (
        folded integer not null,
        name text not null,
        deck integer not null references decks on delete cascade
    ) strict;
    create index names_folded on names (folded);
    create index names_of_deck on names (deck);

    -- How far each file of the log was taken in: `read` is the offset behind the last whole
    -- line, `seal` the checksum of what stands before it, `stamp` size, mtime and inode.
    create table logs (
        key integer primary key,
        name text not null unique,
        read integer not null,
        seal integer not null,
        stamp text not null
    ) strict;

    -- Every line of the log; its text is at offset `start` of its file.
    create table reviews (
        id text primary key,
        card text not null,
        at integer not null,
        day integer not null,
        deed text not null,
        rating integer not null,
        scheduled integer not null,
        undoes text not null,
        missed integer not null,
        log integer not null,
        start integer not null,
        undone integer not null default 0
    ) strict, without rowid;

    -- Lines of the log that make no sense.
    create table bad_lines (
        log integer not null,
        start integer not null,
        primary key (log, start)
    ) strict, without rowid;
"""

REVIEW_INDEXES = {
    "reviews_of_card": "on reviews (card)",
    "missed_reviews": "on reviews (at) where missed and not undone",
}
"""Apart from the tables, because a whole log is taken in faster without them."""


def open_index(home: Path) -> sqlite3.Connection:
    """Open the index of `home`, making it anew where it is missing, broken or of another version.

    Raises OSError or sqlite3.OperationalError where the folder cannot be written.
    """
    path = home / FILE
    try:
        return _usable(path)
    except sqlite3.DatabaseError:
        with _alone(home):
            with suppress(sqlite3.DatabaseError):
                return _usable(path)  # another terminal was first
            discard(path)
            return _made(path)


def discard(path: Path) -> None:
    """Remove the index at `path`; whoever has it open keeps a nameless copy, and loses nothing."""
    for suffix in ("", "-wal", "-shm"):
        with suppress(FileNotFoundError):
            os.unlink(f"{path}{suffix}")


@contextmanager
def writing(db: sqlite3.Connection) -> Iterator[None]:
    """Do what follows as one transaction: wholly or, on an exception, not at all."""
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


def index_reviews(db: sqlite3.Connection) -> None:
    """Make the indexes on the reviews that are missing."""
    for name, on in REVIEW_INDEXES.items():
        db.execute(f"create index if not exists {name} {on}")


def _usable(path: Path) -> sqlite3.Connection:
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


def _made(path: Path) -> sqlite3.Connection:
    db = _connected(path)
    try:
        db.execute("pragma journal_mode = wal")
        with writing(db):
            for statement in _statements():
                db.execute(statement)
            index_reviews(db)
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


def _connected(path: Path) -> sqlite3.Connection:
    # Screens may look things up in a thread of their own; SQLite itself takes turns.
    db = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    db.execute("pragma synchronous = off")  # a cache: after a power cut it is made anew
    db.execute("pragma foreign_keys = on")
    return db


@contextmanager
def _alone(home: Path) -> Iterator[None]:
    """Hold the lock under which an index is replaced."""
    handle = os.open(home / "index.lock", os.O_RDWR | os.O_CREAT, 0o666)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
