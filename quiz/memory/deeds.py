"""A new line for the log, dated now."""

from __future__ import annotations

from quiz.memory.day import Clock
from quiz.memory.ids import new_id
from quiz.memory.review import Deed, Review


def dated(clock: Clock, deed: Deed, card: str) -> Review:
    """Return the beginning of a record of `deed` on `card`: id, time and day are set."""
    now = clock.now()
    return Review(
        id=new_id(now.at), deed=deed, card=card, at=now.at, offset=now.offset, day=now.day
    )
