"""How much will wait on a later day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.memory.day import day_number

if TYPE_CHECKING:
    from quiz.memory.store import Store


def waiting(store: Store, at: int) -> int:
    """Return how many cards will wait on the day of the UTC ms `at` if none is answered before.

    As many reviews and new cards as the settings allow a day.
    """
    clock, settings = store.clock, store.settings
    day = day_number(at, clock.offset(at), clock.rollover_hour)
    due = _up_to(store, settings.reviews_per_day, "first_day is not null and ready > 0", day)
    new = _up_to(store, settings.new_per_day, "first_day is null", day)
    return due + new


def _up_to(store: Store, most: int, which: str, day: int) -> int:
    """Count no further than `most`: there may be very many."""
    (found,) = store.db.execute(
        f"""
        select count(*) from (
            select 1 from cards where {which} and deck is not null and ready <= ? limit ?
        )
        """,
        (day, most),
    ).fetchone()
    return int(found)
