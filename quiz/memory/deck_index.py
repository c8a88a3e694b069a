"""Putting one deck into the index, in the place of what the index had of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import islice

from quiz.memory.card_rows import CardRow, dump
from quiz.memory.deck_names import name_key
from quiz.memory.tables import PAGE

_BATCH = 12 * PAGE


class DeckIndex:
    """The rows of one deck, whose file is `file` and key is `key`, within a transaction."""

    def __init__(self, db: sqlite3.Connection, key: int, file: str) -> None:
        self._db = db
        self.key = key
        self._file = file
        self.took_over = False
        """Whether a card was taken from another deck, whose tallies are wrong now."""
        self._sets: dict[tuple[str, str], int] = {}

    def replace(self, rows: Iterable[CardRow]) -> None:
        """Put `rows` in the place of the deck's cards.

        What was remembered of cards that leave stays. Decks that get an id which this one gives
        up are marked, to be read again.
        """
        held = self._clear()
        position = 0
        source = iter(rows)
        while batch := list(islice(source, _BATCH)):
            self._put(batch, position)
            position += len(batch)
        self._mark_heirs(held)
        self._forget_unremembered()

    def _clear(self) -> set[str]:
        """Take the deck's cards out and return their ids."""
        held = {id for (id,) in self._db.execute("select id from cards where deck = ?", self._me)}
        self._db.execute(
            """
            update cards set deck = null, place = null, position = null, line = null,
                note = null, twin = null, named = null where deck = ?
            """,
            self._me,
        )
        for table in ("sets", "clashes", "names", "pages"):
            self._db.execute(f"delete from {table} where deck = ?", self._me)
        return held

    def _mark_heirs(self, held: set[str]) -> None:
        if not self._db.execute("select 1 from clashes limit 1").fetchone():
            return
        self._db.executemany(
            """
            update decks set mtime = -1 where key in (
                select clashes.deck from clashes join cards using (id)
                where id = ? and cards.deck is null
            )
            """,
            [(id,) for id in held],
        )

    def _forget_unremembered(self) -> None:
        """Remove cards that are in no deck and were never answered."""
        self._db.execute(
            """
            delete from cards where deck is null
                and not exists (select 1 from reviews where card = cards.id)
            """
        )

    @property
    def _me(self) -> tuple[int]:
        return (self.key,)

    def _put(self, batch: list[CardRow], position: int) -> None:
        if not self._put_new(batch, position):
            for at, row in enumerate(batch, position):
                self._put_one(row, at)
        self._db.executemany(
            "insert into pages values (?, ?, ?, ?)",
            [self._page(batch[at : at + PAGE], position + at) for at in range(0, len(batch), PAGE)],
        )
        self._db.executemany(
            "insert into names values (?, ?, ?)",
            [(name_key(name), name, self.key) for row in batch for name in row.names],
        )

    def _page(self, rows: list[CardRow], first: int) -> tuple[object, ...]:
        lines = "\n".join(row.text for row in rows)
        raws = dump([row.raw for row in rows])
        return (self.key, first, lines.encode(), raws)

    def _put_new(self, batch: list[CardRow], position: int) -> bool:
        """Insert cards the index has never heard of, in one go; False: there was another."""
        key = self._next_key()
        self._db.execute("savepoint batch")
        cursor = self._db.executemany(
            """
            insert or ignore into cards (key, id, deck, place, position, line, note, twin, named)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                (key + i, row.id, self.key, self._set(row), position + i, *row[1:5])
                for i, row in enumerate(batch)
            ],
        )
        complete = bool(cursor.rowcount == len(batch))
        if not complete:
            self._db.execute("rollback to batch")
            self._sets.clear()
        self._db.execute("release batch")
        return complete

    def _put_one(self, row: CardRow, position: int) -> None:
        """Insert or update one card; if a deck whose file sorts before has it, note the clash."""
        found = self._db.execute(
            """
            select cards.key, decks.key, decks.file, cards.line
            from cards left join decks on decks.key = cards.deck where id = ?
            """,
            (row.id,),
        ).fetchone()
        key, other, file, line = found or (self._next_key(), None, "", 0)
        if other == self.key:
            return  # twice in one deck: the deck's own problems say so
        if other is not None and file < self._file:
            self._clash(row.id, self.key, row.line)
            return
        if other is not None:
            self._clash(row.id, other, line)
            self.took_over = True
        self._db.execute(
            """
            insert into cards (key, id, deck, place, position, line, note, twin, named)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do update set
                deck = excluded.deck, place = excluded.place, position = excluded.position,
                line = excluded.line, note = excluded.note, twin = excluded.twin,
                named = excluded.named
            """,
            (key, row.id, self.key, self._set(row), position, *row[1:5]),
        )

    def _clash(self, id: str, deck: int, line: int) -> None:
        self._db.execute("insert or ignore into clashes values (?, ?, ?)", (id, deck, line))

    def _set(self, row: CardRow) -> int:
        """Return the key of the set of cards that `row` belongs to."""
        labels = (row.weak, row.tags)
        if labels not in self._sets:
            values = (self.key, *labels)
            self._db.execute(
                "insert or ignore into sets (deck, weak, tags) values (?, ?, ?)", values
            )
            found = self._db.execute(
                "select key from sets where deck = ? and weak = ? and tags = ?", values
            ).fetchone()
            self._sets[labels] = int(found[0])
        return self._sets[labels]

    def _next_key(self) -> int:
        (last,) = self._db.execute("select max(key) from cards").fetchone()
        return (last or 0) + 1
