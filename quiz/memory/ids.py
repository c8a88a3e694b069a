"""Ids of reviews: 128 bits that sort by time and never meet, on however many machines."""

from __future__ import annotations

import os

_RANDOM_BITS = 80
_last = 0


def new_id(at: int) -> str:
    """Return a new id for the time `at` (UTC ms): 32 hex digits, 48 bits of time, 80 random.

    Within a process each id is greater than the one before, also when the clock is set back:
    an undo always sorts after what it undoes.
    """
    global _last
    fresh = at << _RANDOM_BITS | int.from_bytes(os.urandom(10), "big")
    # A random step, not 1: a forked process would otherwise mint the very same next id.
    following = _last + 1 + int.from_bytes(os.urandom(8), "big")
    _last = max(fresh, following)
    return f"{_last:032x}"
