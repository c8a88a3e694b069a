"""Choosing a session's cards from the index: never more rows than a session can use."""

from __future__ import annotations

import json
import random
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from heapq import nlargest

from quiz.cards.drills.ids import read_id
from quiz.memory.counts import FAR
from quiz.memory.entry import Entry
from quiz.memory.filters import Filter
from quiz.memory.fsrs import recalled, retrievability
from quiz.memory.turns import take_turns
from quiz.memory.weights import Weights

MOST = 1000
"""The most cards of a session without a limit of its own, and of those weighed for one."""

_ENTRY = "cards.id, note, twin, sets.weak, first_day is null, decks.name"
_TABLES = "cards join sets on sets.key = place join decks on decks.key = cards.deck"


class Chooser:
    """Chooses among the cards that `only` lets through on `day`, at random by `rng`.

    `trains` tells which cards train what the learner gets wrong: they come sooner.
    """

    def __init__(
        self,
        db: sqlite3.Connection,
        day: int,
        only: Filter,
        rng: random.Random,
        trains: Callable[[str], bool] = lambda card: False,
    ) -> None:
        self._db = db
        self._trains = trains
        self._day = day
        self._only = only.applied(db, "sets.key")
        self._weights = Weights(db, rng)
        self._rng = rng

    def due(self, most: int, backlog: bool) -> list[Entry]:
        """Return at most `most` cards that are due, the weakest spots' cards sooner and more.

        With a `backlog`, more due than may be reviewed today, those that gain most stability.
        """
        if most <= 0:
            return []
        if backlog:
            return self._gaining(most)
        rows = self._due_rows("ready_cards", "ready", max(MOST, most))
        return self._drawn(map(_entry, rows), most)

    def new(self, most: int, taken: set[str]) -> list[Entry]:
        """Return at most `most` new cards, decks by turns, in each deck in its order.

        One card a note, and none of the notes `taken` or of which one was begun today.
        """
        taken = taken | {
            note
            for (note,) in self._db.execute(
                "select note from cards where last_day = ? and first_day = ?",
                (self._day, self._day),
            )
        }
        queues = {deck: self._new_in(deck) for deck in self._decks_with_new()}
        chosen: list[Entry] = []
        for entry in take_turns(queues, self._deck_weights(), self._rng):
            if len(chosen) >= most:
                break
            if entry.note not in taken:
                taken.add(entry.note)
                chosen.append(entry)
        return chosen

    def anything(self, most: int) -> list[Entry]:
        """Return at most `most` cards, seen or not, due or not, but for suspended ones."""
        rows = self._db.execute(
            f"""
            select cards.key, sets.weak from {_TABLES}
            where ready < {FAR} and {self._only}
            """
        ).fetchall()
        if len(rows) > most:
            weak = {text: _words(text) for text in {row[1] for row in rows}}
            rows = nlargest(most, rows, key=lambda row: self._weights.rank(weak[row[1]]))
        entries = [entry for key, _weak in rows for entry in self._entries("cards.key = ?", key)]
        return self._drawn(entries, most)

    def these(self, ids: Sequence[str]) -> list[Entry]:
        """Return the cards with these ids that are in a deck, or drills of such, shuffled."""
        entries = [entry for id in ids for entry in self._of(id)]
        self._rng.shuffle(entries)
        return entries

    def _of(self, id: str) -> list[Entry]:
        if found := self._entries("cards.id = ?", id):
            return found
        parts = read_id(id)
        made_of = self._entries("cards.id = ?", parts.card) if parts else []
        return [entry._replace(card=id, new=False) for entry in made_of]

    def due_count(self) -> int:
        """Return how many cards are due, whatever the filter."""
        return int(self._db.execute("select total(due) from sets").fetchone()[0])

    def _drawn(self, entries: Iterable[Entry], most: int) -> list[Entry]:
        return nlargest(most, entries, key=self._rank)

    def _rank(self, entry: Entry) -> float:
        return self._weights.rank(entry.weak, trains=self._trains(entry.card))

    def _gaining(self, most: int) -> list[Entry]:
        """Potential stability gain: stability if recalled · chance to recall (highest first)."""
        rows = self._due_rows("stable_cards", "stability desc", 3 * most)
        return [_entry(row) for row in nlargest(most, rows, key=self._gain)]

    def _gain(self, row: Sequence[object]) -> float:
        stability, difficulty, last_day = map(float, row[-3:])  # type: ignore[arg-type]
        recall = retrievability(max(self._day - last_day, 0), stability)
        return recall * recalled(stability, difficulty, recall, 3)

    def _due_rows(self, index: str, order: str, most: int) -> list[tuple[object, ...]]:
        """Return the first `most` due cards in the `order` that `index` has, walking no further."""
        return self._db.execute(
            f"""
            select {_ENTRY}, stability, difficulty, last_day
            from cards indexed by {index} cross join sets on sets.key = place
            cross join decks on decks.key = cards.deck
            where first_day is not null and cards.deck is not null
                and ready > 0 and ready <= :day and {self._only}
            order by {order} limit :most
            """,
            {"day": self._day, "most": most},
        ).fetchall()

    def _decks_with_new(self) -> list[int]:
        rows = self._db.execute(
            f"""
            select distinct decks.key from sets join decks on decks.key = sets.deck
            where new > 0 and {self._only}
            order by decks.file
            """
        )
        return [key for (key,) in rows]

    def _deck_weights(self) -> dict[int, float]:
        """Return the mean weight of each deck's new cards."""
        sums: dict[int, list[float]] = {}
        rows = self._db.execute(
            "select deck, weak, sum(new) from sets where new > 0 group by deck, weak"
        )
        for deck, weak, new in rows:
            total = sums.setdefault(deck, [0.0, 0.0])
            total[0] += new
            total[1] += new * self._weights.of(_words(weak))
        return {deck: weight / number for deck, (number, weight) in sums.items()}

    def _new_in(self, deck: int) -> Iterator[Entry]:
        """Give the new cards of a deck in its order; nothing is asked before the first is."""
        rows = self._db.execute(
            f"""
            select {_ENTRY} from {_TABLES}
            where cards.deck = :key and first_day is null and ready <= :day and {self._only}
            order by position
            """,
            {"key": deck, "day": self._day},
        )
        yield from map(_entry, rows)

    def _entries(self, which: str, value: object) -> list[Entry]:
        rows = self._db.execute(f"select {_ENTRY} from {_TABLES} where {which}", (value,))
        return [_entry(row) for row in rows]


def _entry(row: Sequence[object]) -> Entry:
    id, note, twin, weak, new, deck = row[:6]
    return Entry(
        str(id), str(note), str(twin) if twin else "", _words(str(weak)), bool(new), str(deck)
    )


@lru_cache(1000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
