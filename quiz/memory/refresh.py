"""Bringing the index up to date with the deck files, reading only those that changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.memory.collecting import uncollected
from quiz.memory.deck_files import (
    WEAK_SPOTS,
    Stamp,
    deck_files,
    known_decks,
    stamp_of,
)
from quiz.memory.deck_index import DeckIndex
from quiz.memory.schema import fact, set_fact, writing
from quiz.memory.tallies import recount, tallied_day

if TYPE_CHECKING:
    from quiz.decks.deck import DeckReader

Progress = Callable[[int, int], object]
"""Told (bytes read, bytes to read) of decks as they are taken in."""


def refresh_decks(db: sqlite3.Connection, folder: Path, progress: Progress | None = None) -> bool:
    """Take in decks that are new or changed, take out those that are gone; tell whether any were.

    Each deck is a transaction of its own: what is in can be asked while the rest is read.
    """
    files, known = deck_files(folder), known_decks(db)
    gone = [name for name in known if name not in files]
    changed = [name for name, stamp in files.items() if known.get(name) != stamp]
    if gone or changed:
        with uncollected():
            _refresh(db, folder, gone, changed, progress or _silent)
    return bool(_refresh_weak_spots(db, folder) or gone or changed)


def _refresh(
    db: sqlite3.Connection, folder: Path, gone: list[str], changed: list[str], progress: Progress
) -> None:
    sizes = {name: (stamp_of(folder / name) or (0, 0, 0))[1] for name in changed}
    done, total = 0, sum(sizes.values())
    again: set[str] = set()
    for name in gone:
        again |= _take_out(db, name)
    for name in changed:
        again |= _take_in(db, folder, name)
        done += sizes[name]
        progress(done, total)
    # Decks that asked for an id another one had, and now get it.
    while again:
        again |= _take_in(db, folder, name := again.pop(), anyway=True)
        again.discard(name)


def _take_out(db: sqlite3.Connection, name: str) -> set[str]:
    """Take a deck that is gone out of the index; return the files that must be read again."""
    with writing(db):
        found = db.execute("select key from decks where file = ?", (name,)).fetchone()
        if not found:
            return set()
        deck = DeckIndex(db, found[0], name)
        again = deck.heirs(deck.clear())
        deck.forget_unremembered()
        db.execute("delete from decks where key = ?", found)
    return again


def _take_in(db: sqlite3.Connection, folder: Path, name: str, *, anyway: bool = False) -> set[str]:
    """Read a deck into the index, unless another terminal just did; return files to read again."""
    from quiz.memory.deck_reading import DeckReading

    path = folder / name
    with writing(db):
        stamp = stamp_of(path)
        known = known_decks(db).get(name)
        if stamp is None or (stamp == known and not anyway):
            return set()
        reading = DeckReading(path)
        deck = DeckIndex(db, _deck_key(db, path), name)
        again = deck.replace(reading.rows())
        deck.forget_unremembered()
        _keep(db, deck.key, reading.reader, stamp)
        if deck.took_over:
            set_fact(db, "day", "0")
        elif day := tallied_day(db):
            recount(db, day, deck.key)
    return again


def _deck_key(db: sqlite3.Connection, path: Path) -> int:
    db.execute(
        """
        insert or ignore into decks (file, name, path, title, mtime, size, inode)
        values (?, '', '', '', 0, 0, 0)
        """,
        (path.name,),
    )
    return int(db.execute("select key from decks where file = ?", (path.name,)).fetchone()[0])


def _keep(db: sqlite3.Connection, key: int, reader: DeckReader, stamp: Stamp) -> None:
    from quiz.memory.card_rows import dump
    from quiz.memory.keeping import problem_as_json

    db.execute(
        """
        update decks set name = ?, path = ?, title = ?, mtime = ?, size = ?, inode = ?
        where key = ?
        """,
        (reader.name, reader.path, dump(reader.title.as_dict()), *stamp, key),
    )
    db.execute("delete from problems where deck = ?", (key,))
    said = [(key, problem_as_json(problem)) for problem in reader.problems]
    db.executemany("insert into problems values (?, ?)", said)


def _refresh_weak_spots(db: sqlite3.Connection, folder: Path) -> bool:
    stamp = str((str(folder), stamp_of(folder / WEAK_SPOTS)))
    if fact(db, "weak spots stamp") == stamp:
        return False
    from quiz.decks.weak_spots import read_weak_spots
    from quiz.memory.card_rows import dump
    from quiz.memory.keeping import problem_as_json, weak_spots_as_json

    spots, problems = read_weak_spots(folder)
    with writing(db):
        set_fact(db, "weak spots", weak_spots_as_json(spots))
        set_fact(db, "weak spots problems", dump([problem_as_json(p) for p in problems]))
        set_fact(db, "weak spots stamp", stamp)
    return True


def _silent(done: int, total: int) -> None:
    """Tell nobody."""
