"""Taking one deck file into the index, or out of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from quiz.memory.deck_files import WEAK_SPOTS, Stamp, known_decks, stamp_of
from quiz.memory.deck_index import DeckIndex
from quiz.memory.facts import fact, set_fact, writing
from quiz.memory.tables import PAGE

if TYPE_CHECKING:
    from quiz.decks.deck import DeckReader
    from quiz.memory.card_rows import CardRow

_BATCH = 3 * PAGE
"""Cards put into the index at a time: some milliseconds of work."""
_BEING_READ = -2
"""The mtime of a deck of which only a part is in."""


def take_in(db: sqlite3.Connection, path: Path) -> Iterator[int]:
    """Read the deck at `path` into the index, and yield how many of its bytes are read so far.

    Each step is a transaction of its own (unless the caller began one): a caller may leave the
    rest for later, and what is in can be asked. Who is cut short begins anew. Nothing is done
    if another terminal did it.
    """
    from quiz.memory.deck_reading import DeckReading

    reading = DeckReading(path)
    with writing(db):
        stamp = stamp_of(path)
        if stamp is None or stamp == known_decks(db, path.name).get(path.name):
            return
        deck = DeckIndex(db, _begun(db, path), path.name)
        _call(db, deck.key, reading.reader)
        deck.clear()
    for batch in _batches(reading.rows()):
        with writing(db):
            if not _is_ours(db, deck.key):
                return
            _call(db, deck.key, reading.reader)
            deck.put(batch)
        yield reading.reader.bytes_read
    with writing(db):
        if _is_ours(db, deck.key):
            deck.finish()
            _call(db, deck.key, reading.reader)
            _close(db, deck.key, reading.reader, stamp)


def take_out(db: sqlite3.Connection, file: str) -> None:
    """Take a deck that is gone out of the index."""
    with writing(db):
        found = db.execute("select key from decks where file = ?", (file,)).fetchone()
        if found:
            deck = DeckIndex(db, found[0], file)
            deck.clear()
            deck.finish()
            db.execute("delete from decks where key = ?", found)


def take_in_weak_spots(db: sqlite3.Connection, folder: Path) -> bool:
    """Read the weak spots of `folder` into the index; return whether they changed."""
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


def _batches(rows: Iterator[CardRow | None]) -> Iterator[list[CardRow]]:
    """Give the cards among `rows`, _BATCH of them at a time; nothing after as many empty rows."""
    batch: list[CardRow] = []
    idle = 0
    for row in rows:
        if row is None:
            idle += 1
            if idle % _BATCH == 0:
                yield []
        else:
            batch.append(row)
            if len(batch) == _BATCH:
                yield batch
                batch = []
    yield batch


def _begun(db: sqlite3.Connection, path: Path) -> int:
    """Return the key of the deck in the file `path`, which is being read from now on."""
    db.execute(
        """
        insert into decks (file, name, path, title_ko, title_en, mtime, size, ctime)
        values (?, '', '', '', '', ?, 0, 0) on conflict (file) do update set mtime = excluded.mtime
        """,
        (path.name, _BEING_READ),
    )
    return int(db.execute("select key from decks where file = ?", (path.name,)).fetchone()[0])


def _is_ours(db: sqlite3.Connection, key: int) -> bool:
    """Return whether the deck still waits for the rest of our reading."""
    found = db.execute("select mtime from decks where key = ?", (key,)).fetchone()
    return bool(found == (_BEING_READ,))


def _call(db: sqlite3.Connection, key: int, reader: DeckReader) -> None:
    """Keep what the deck is called, as far as it was read."""
    db.execute(
        "update decks set name = ?, path = ?, title_ko = ?, title_en = ? where key = ?",
        (reader.name, reader.path, reader.title.ko, reader.title.en, key),
    )


def _close(db: sqlite3.Connection, key: int, reader: DeckReader, stamp: Stamp) -> None:
    """Keep what is wrong in the deck, and that it is in as the file was at `stamp`."""
    from quiz.memory.keeping import problem_as_json

    db.execute("delete from problems where deck = ?", (key,))
    said = [(key, problem_as_json(problem)) for problem in reader.problems]
    db.executemany("insert into problems values (?, ?)", said)
    db.execute("update decks set mtime = ?, size = ?, ctime = ? where key = ?", (*stamp, key))
