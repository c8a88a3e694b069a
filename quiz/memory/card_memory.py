"""Writing what cards remember, as replayed from the reviews in the index."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from quiz.memory.effective import effective
from quiz.memory.levels import settle
from quiz.memory.review import Deed, Review
from quiz.memory.schedule import CardState
from quiz.memory.standing import Standing, standing
from quiz.memory.tallies import shift, tallied_day, tally

_COLUMNS = "card, id, at, day, deed, rating, scheduled, undoes, undone"
STATE = ", ".join(CardState._fields)
"""The columns of a card's state, in order."""
Row = tuple[str, str, int, int, str, int, int, str, int]

_DEEDS = {deed.value: deed for deed in Deed}


def replay_cards(db: sqlite3.Connection, cards: Iterable[str], retention: float) -> None:
    """Replay these cards and let the tallies follow."""
    day = tallied_day(db)
    for card in cards:
        rows = db.execute(f"select {_COLUMNS} from reviews where card = ?", (card,)).fetchall()
        before = db.execute(
            f"select place, ready, {STATE} from cards where id = ?", (card,)
        ).fetchone()
        after = _replayed(db, rows, retention)
        _write(db, [_values(card, after)])
        if before:
            place, ready, *was = before
            old = CardState(*was) if was[0] is not None else None
            shift(db, place, tally(day, ready, old), tally(day, after.ready, after.state))
        settle(db, "id = ?1 or opens_after = ?1", (card,))


def write_states(db: sqlite3.Connection, states: Iterable[tuple[str, CardState | None]]) -> None:
    """Write the states of cards that are not put away; the tallies have to be counted anew."""
    _write(db, (_values(card, Standing(state)) for card, state in states))


def _replayed(db: sqlite3.Connection, rows: list[Row], retention: float) -> Standing:
    lines = effective(_review(row) for row in rows)
    _mark_undone(db, rows, {line.id for line in lines})
    return standing(lines, retention)


def _mark_undone(db: sqlite3.Connection, rows: list[Row], kept: set[str]) -> None:
    changed = [(row[1] not in kept, row[1]) for row in rows if (row[1] not in kept) != row[8]]
    if changed:
        db.executemany("update reviews set undone = ? where id = ?", changed)


def _review(row: Row) -> Review:
    card, id, at, day, deed, rating, scheduled, undoes, _undone = row
    return Review(
        id=id,
        deed=_DEEDS[deed],
        card=card,
        at=at,
        offset=0,
        day=day,
        rating=rating,
        scheduled=bool(scheduled),
        undoes=undoes,
    )


def _values(card: str, now: Standing) -> tuple[object, ...]:
    state: CardState | tuple[None, ...] = now.state or (None,) * len(CardState._fields)
    return (card, now.ready, now.suspended, now.buried_day, *state)


def _write(db: sqlite3.Connection, values: Iterable[tuple[object, ...]]) -> None:
    db.executemany(
        """
        insert into cards (
            id, ready, suspended, buried_day,
            stability, difficulty, last_day, due_day, reps, lapses, first_day
        ) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (id) do update set
            ready = excluded.ready, suspended = excluded.suspended,
            buried_day = excluded.buried_day, stability = excluded.stability,
            difficulty = excluded.difficulty, last_day = excluded.last_day,
            due_day = excluded.due_day, reps = excluded.reps, lapses = excluded.lapses,
            first_day = excluded.first_day
        """,
        values,
    )
