"""Spreading intervals, so that cards learned together do not come back together for ever."""

from __future__ import annotations

from zlib import crc32

from quiz.memory.fsrs import LONGEST

_NO_FUZZ_BELOW = 2.5
_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


def whole_days(interval: float, card_id: str, reps: int) -> int:
    """Return a whole number of days (≥ 1) near `interval` (days), drawn from `fuzz_range`.

    The draw depends on the card and its number of answers only: a replay gives the same day
    again, and a better rating never a shorter wait.
    """
    if interval < _NO_FUZZ_BELOW:
        return max(round(interval), 1)
    low, high = fuzz_range(interval)
    return low + int(_fraction(card_id, reps) * (high - low + 1))


def fuzz_range(interval: float) -> tuple[int, int]:
    """Return the shortest and longest wait that `interval` (≥ 2.5 days) may become.

    Anki's ranges: one day, and 15 % of what lies between 2.5 and 7 days, 10 % up to 20 days and
    5 % beyond, to either side.
    """
    spread = 1.0
    for start, end, share in _FUZZ:
        spread += share * max(min(interval, end) - start, 0.0)
    longest = int(LONGEST)
    return min(round(interval - spread), longest), min(round(interval + spread), longest)


def _fraction(card_id: str, reps: int) -> float:
    """Return a fraction in [0, 1) that is spread evenly over cards and over one card's answers."""
    golden = 0x9E3779B1  # steps by the golden ratio never fall near each other soon
    return ((crc32(card_id.encode()) + reps * golden) & 0xFFFFFFFF) / 2**32
