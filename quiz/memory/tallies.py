"""The tallies of each set of cards: how many there are, new, due, seen, and still known today."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from quiz.memory.facts import fact, set_fact
from quiz.memory.fsrs import retrievability
from quiz.memory.schedule import CardState


class Tally(NamedTuple):
    """What one card adds to its set on a day; `recall` is its chance (0–1) to be recalled."""

    new: int = 0
    due: int = 0
    seen: int = 0
    recall: float = 0.0


def tally(day: int, ready: int, state: CardState | None) -> Tally:
    """Return what a card adds that is ready on the day `ready`; `state` None: it is new."""
    open_today = int(ready <= day)
    if state is None:
        return Tally(new=open_today)
    recall = recall_on(day, state.stability, state.last_day, state.due_day)
    return Tally(0, open_today, 1, recall)


def recall_on(day: int, stability: float, last_day: int, due_day: int) -> float:
    """Return the chance (0–1) that a card is recalled on `day`, from its state.

    0 for a card that was missed and not yet answered right.
    """
    if due_day == last_day:
        return 0.0
    return retrievability(max(day - last_day, 0), stability)


def tallied_day(db: sqlite3.Connection) -> int:
    """Return the day for which the tallies are kept; 0: for none."""
    return int(fact(db, "day") or 0)


def shift(db: sqlite3.Connection, place: int | None, before: Tally, after: Tally) -> None:
    """Let the tallies of the set `place` follow one of its cards (None: a card in no deck)."""
    if place is not None:
        _add(db, place, 0, (b - a for a, b in zip(before, after, strict=True)))


def add(db: sqlite3.Connection, place: int, one: Tally, cards: int = 1) -> None:
    """Let the tallies of the set `place` count some more cards, each of which adds `one`."""
    _add(db, place, cards, (cards * number for number in one))


def _add(db: sqlite3.Connection, place: int, cards: int, more: Iterable[float]) -> None:
    db.execute(
        """
        update sets set total = total + ?, new = new + ?, due = due + ?, seen = seen + ?,
            recall = recall + ?
        where key = ?
        """,
        (cards, *more, place),
    )


def recount(db: sqlite3.Connection, day: int) -> None:
    """Tally all sets anew for `day`."""
    db.create_function("recall_on", 4, recall_on, deterministic=True)
    rows = db.execute(
        """
        select
            count(*),
            sum(first_day is null and ready <= ?1),
            sum(first_day is not null and ready <= ?1),
            sum(first_day is not null),
            total(
                case when first_day is not null
                then recall_on(?1, stability, last_day, due_day) end
            ),
            place
        from cards where deck is not null group by place
        """,
        (day,),
    ).fetchall()
    db.execute("update sets set total = 0, new = 0, due = 0, seen = 0, recall = 0")
    db.executemany(
        "update sets set total = ?, new = ?, due = ?, seen = ?, recall = ? where key = ?", rows
    )
    set_fact(db, "day", str(day))
