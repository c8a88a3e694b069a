"""Putting one deck into the index, in the place of what the index had of it."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from quiz.memory.card_memory import STATE
from quiz.memory.card_rows import CardRow, dump
from quiz.memory.counts import FAR
from quiz.memory.deck_names import name_key
from quiz.memory.facts import set_fact
from quiz.memory.levels import settle
from quiz.memory.schedule import CardState
from quiz.memory.tables import PAGE
from quiz.memory.tallies import Tally, add, tallied_day, tally

_NEW = Tally(new=1)


class DeckIndex:
    """The rows of one deck, whose file is `file` and key is `key`: `clear`, `put` …, `finish`.

    Each is called within a transaction; what is in so far can be asked.
    """

    def __init__(self, db: sqlite3.Connection, key: int, file: str) -> None:
        self._db = db
        self.key = key
        self._file = file
        self._sets: dict[tuple[str, str], int] = {}
        self._held: list[tuple[str]] = []
        self._position = 0

    def clear(self) -> None:
        """Take the deck's cards out; what is remembered of them stays."""
        held = self._db.execute("select id from cards where deck = ?", self._me)
        self._held = held.fetchall()
        self._db.execute(
            "update cards set opens_after = null where deck = ? and opens_after is not null",
            self._me,
        )
        settle(self._db, "deck = ? and ready = ?", (self.key, FAR))
        self._db.execute(
            """
            update cards set deck = null, place = null, position = null, line = null,
                note = null, twin = null, named = null where deck = ?
            """,
            self._me,
        )
        for table in ("sets", "clashes", "names", "pages"):
            self._db.execute(f"delete from {table} where deck = ?", self._me)

    def put(self, rows: Sequence[CardRow]) -> None:
        """Add the deck's next cards: some PAGEs, but for the last time."""
        position, self._position = self._position, self._position + len(rows)
        if not self._put_new(rows, position):
            day = tallied_day(self._db)
            for at, row in enumerate(rows, position):
                self._put_one(row, at, day)
        self._db.executemany(
            "insert into pages values (?, ?, ?, ?)",
            [self._page(rows[at : at + PAGE], position + at) for at in range(0, len(rows), PAGE)],
        )
        self._db.executemany(
            "insert into names values (?, ?, ?, ?)",
            [(name_key(name), name, row.id, self.key) for row in rows for name in row.names],
        )

    def finish(self) -> None:
        """Forget cards that left and were never answered.

        Decks that get an id which this one gave up are marked, to be read again.
        """
        if self._db.execute("select 1 from clashes limit 1").fetchone():
            self._db.executemany(
                """
                update decks set mtime = -1 where key in (
                    select clashes.deck from clashes join cards using (id)
                    where id = ? and cards.deck is null
                )
                """,
                self._held,
            )
        self._db.execute(
            """
            delete from cards where deck is null
                and not exists (select 1 from reviews where card = cards.id)
            """
        )

    @property
    def _me(self) -> tuple[int]:
        return (self.key,)

    def _page(self, rows: Sequence[CardRow], first: int) -> tuple[object, ...]:
        lines = "\n".join([row.text for row in rows])
        raws = dump([row.raw for row in rows])
        return (self.key, first, lines.encode(), raws)

    def _put_new(self, rows: Sequence[CardRow], position: int) -> bool:
        """Insert cards the index has never heard of, in one go; False: there was another."""
        key = self._next_key()
        self._db.execute("savepoint batch")
        places = [self._set(row) for row in rows]
        cursor = self._db.executemany(
            """
            insert or ignore into cards (
                key, id, deck, place, position, line, note, twin, named, opens_after
            ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                (key + i, row.id, self.key, place, position + i, *row[1:6])
                for i, (row, place) in enumerate(zip(rows, places, strict=True))
            ],
        )
        complete = bool(cursor.rowcount == len(rows))
        if complete:
            for place, cards in Counter(places).items():
                add(self._db, place, _NEW, cards)
            which = "deck = ? and position >= ? and opens_after is not null"
            settle(self._db, which, (self.key, position))
        else:
            self._db.execute("rollback to batch")
            self._sets.clear()
        self._db.execute("release batch")
        return complete

    def _put_one(self, row: CardRow, position: int, day: int) -> None:
        """Insert or update one card; if a deck whose file sorts before has it, note the clash."""
        found = self._db.execute(
            f"""
            select cards.key, decks.key, decks.file, cards.line, ready, {STATE}
            from cards left join decks on decks.key = cards.deck where id = ?
            """,
            (row.id,),
        ).fetchone()
        key, other, file, line, ready, *state = found or (self._next_key(), None, "", 0, 0, None)
        if other == self.key:
            return  # twice in one deck: the deck's own problems say so
        if other is not None and file < self._file:
            self._clash(row.id, self.key, row.line)
            return
        if other is not None:
            self._clash(row.id, other, line)
            set_fact(self._db, "day", "0")  # the tallies of both decks are to be counted anew
        place = self._set(row)
        self._db.execute(
            """
            insert into cards (
                key, id, deck, place, position, line, note, twin, named, opens_after
            ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (key) do update set
                deck = excluded.deck, place = excluded.place, position = excluded.position,
                line = excluded.line, note = excluded.note, twin = excluded.twin,
                named = excluded.named, opens_after = excluded.opens_after
            """,
            (key, row.id, self.key, place, position, *row[1:6]),
        )
        known = CardState(*state) if state[0] is not None else None
        add(self._db, place, tally(day, ready, known))
        settle(self._db, "key = ?", (key,))

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
