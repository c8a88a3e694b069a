"""Asking for the dtype first: how near it is to being a habit, counted from the answers."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from itertools import takewhile
from typing import NamedTuple

from quiz.decks.weak_spots import WeakSpot
from quiz.marking.mark import Rating


class Habit(NamedTuple):
    """How many dtype questions in a row were right at the first try, and how many it takes."""

    spot: str
    """The id of the weak spot that sets it."""
    right: int
    until: int

    @property
    def holds(self) -> bool:
        """Whether the dtype need not be asked first any more."""
        return self.right >= self.until


def dtype_habit(db: sqlite3.Connection, spots: Iterable[WeakSpot]) -> Habit | None:
    """Return how the habit of `spots` stands, None where none of them has `dtype_first`.

    The latest answers count, those of cramming too: helped by a hint or a second try is not
    right at the first. Once it holds nothing is asked first, and it stays so.
    """
    spot = max(spots, key=lambda spot: spot.dtype_first, default=None)
    if spot is None or not spot.dtype_first:
        return None
    rows = db.execute(
        """
        select rating from reviews where instr(card, '~dtype~') and deed = 'answer' and not undone
        order by at desc, id desc limit ?
        """,
        (spot.dtype_first,),
    )
    right = takewhile(lambda rating: rating >= Rating.GOOD, (rating for (rating,) in rows))
    return Habit(spot.id, len(list(right)), spot.dtype_first)
