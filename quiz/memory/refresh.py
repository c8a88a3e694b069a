"""Bringing the index up to date with the deck files, reading only those that changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

from quiz.memory.collecting import uncollected
from quiz.memory.deck_files import (
    WEAK_SPOTS,
    Stamp,
    deck_files,
    known_decks,
    stamp_of,
)
from quiz.memory.deck_index import DeckIndex
from quiz.memory.facts import fact, set_fact, writing
from quiz.memory.tallies import recount, tallied_day

if TYPE_CHECKING:
    from quiz.decks.deck import DeckReader

Progress = Callable[[int, int], object]
"""Told (bytes read, bytes to read) of decks as they are taken in."""

_ROUNDS = 3


class Refreshed(NamedTuple):
    """What a refresh did: whether anything changed, and whether everything is in now."""

    changed: bool
    complete: bool


def refresh_decks(
    db: sqlite3.Connection,
    folder: Path,
    progress: Progress | None = None,
    patience: float | None = None,
) -> Refreshed:
    """Take in decks that are new or changed, take out those that are gone.

    Each deck is a transaction of its own: what is in can be asked while the rest is read. After
    `patience` seconds (None: no end to it) the rest is left for the next time.
    """
    changed = _refresh_weak_spots(db, folder)
    enough = _enough(patience)
    # What a deck gives up may be another's, which then has to be read again.
    for _round in range(_ROUNDS):
        gone, stale = _differences(db, folder)
        if not gone and not stale:
            break
        changed = True
        with uncollected():
            for file in gone:
                _take_out(db, file)
            if not _take_in_all(db, folder, stale, progress or _silent, enough):
                return Refreshed(changed, False)
        if not db.execute("select 1 from decks where mtime = -1").fetchone():
            break
    return Refreshed(changed, True)


def _enough(patience: float | None) -> Callable[[], bool]:
    if patience is None:
        return lambda: False
    end = monotonic() + patience
    return lambda: monotonic() >= end


def _differences(db: sqlite3.Connection, folder: Path) -> tuple[list[str], list[str]]:
    """Return the files of decks that are gone, and of those that are new or changed."""
    files, known = deck_files(folder), known_decks(db)
    gone = [file for file in known if file not in files]
    return gone, [file for file, stamp in files.items() if known.get(file) != stamp]


def _take_in_all(
    db: sqlite3.Connection,
    folder: Path,
    files: list[str],
    progress: Progress,
    enough: Callable[[], bool],
) -> bool:
    """Take in decks until it is `enough`; return whether these were all."""
    sizes = [(stamp_of(folder / file) or (0, 0, 0))[1] for file in files]
    done, total = 0, sum(sizes)
    for number, (file, size) in enumerate(zip(files, sizes, strict=True), 1):
        _take_in(db, folder / file)
        done += size
        progress(done, total)
        if number < len(files) and enough():
            return False
    return True


def _take_out(db: sqlite3.Connection, file: str) -> None:
    """Take a deck that is gone out of the index."""
    with writing(db):
        found = db.execute("select key from decks where file = ?", (file,)).fetchone()
        if found:
            deck = DeckIndex(db, found[0], file)
            deck.replace(())
            db.execute("delete from decks where key = ?", found)


def _take_in(db: sqlite3.Connection, path: Path) -> None:
    """Read a deck into the index, unless another terminal just did."""
    from quiz.memory.deck_reading import DeckReading

    with writing(db):
        stamp = stamp_of(path)
        if stamp is None or stamp == known_decks(db, path.name).get(path.name):
            return
        reading = DeckReading(path)
        deck = DeckIndex(db, _deck_key(db, path), path.name)
        deck.replace(reading.rows())
        _keep(db, deck.key, reading.reader, stamp)
        if deck.took_over:
            set_fact(db, "day", "0")
        elif day := tallied_day(db):
            recount(db, day, deck.key)


def _deck_key(db: sqlite3.Connection, path: Path) -> int:
    db.execute(
        """
        insert or ignore into decks (file, name, path, title_ko, title_en, mtime, size, ctime)
        values (?, '', '', '', '', 0, 0, 0)
        """,
        (path.name,),
    )
    return int(db.execute("select key from decks where file = ?", (path.name,)).fetchone()[0])


def _keep(db: sqlite3.Connection, key: int, reader: DeckReader, stamp: Stamp) -> None:
    from quiz.memory.keeping import problem_as_json

    db.execute(
        """
        update decks set name = ?, path = ?, title_ko = ?, title_en = ?,
            mtime = ?, size = ?, ctime = ?
        where key = ?
        """,
        (reader.name, reader.path, reader.title.ko, reader.title.en, *stamp, key),
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
