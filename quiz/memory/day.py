"""What time and what day it is for the learner; imports next to nothing, for `quiz due`."""

from __future__ import annotations

import os
import time
from bisect import bisect_left

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself costs `quiz due` milliseconds
    from collections.abc import Callable

LATEST = 221_845_392_000_000
"""The first of January 9000 in UTC ms; later times are taken for a broken clock."""

_SECONDS_A_DAY = 86_400
_LITTLE = 3_600_000
_ORDINAL_OF_1970 = 719_163


class Moment:
    """A point in time as the learner's clock and calendar showed it."""

    __slots__ = ("at", "day", "offset")

    def __init__(self, at: int, offset: int, day: int) -> None:
        self.at = at
        """UTC milliseconds since 1970."""
        self.offset = offset
        """Minutes that local time was ahead of UTC."""
        self.day = day
        """Proleptic ordinal of the local date, counted from the rollover hour."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Moment) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __repr__(self) -> str:
        return f"Moment(at={self.at}, offset={self.offset}, day={self.day})"

    def _key(self) -> tuple[int, int, int]:
        return self.at, self.offset, self.day


def system_time() -> int:
    """Return the time by the system's clock in UTC ms."""
    return time.time_ns() // 1_000_000


def system_offset(at: int) -> int:
    """Return the minutes that the system's zone is ahead of UTC at the time `at` (UTC ms)."""
    if hasattr(time, "tzset"):
        time.tzset()  # else a zone changed while we run would never be noticed
    return time.localtime(at // 1000).tm_gmtoff // 60


def day_number(at: int, offset: int, rollover_hour: int) -> int:
    """Return the day of the UTC ms `at`: the ordinal of the local date, `rollover_hour` earlier.

    By the wall clock: at 03:59 it is still yesterday, at 04:00 today, whatever the zone does.
    """
    wall = at // 1000 + offset * 60
    return (wall - rollover_hour * 3600) // _SECONDS_A_DAY + _ORDINAL_OF_1970


class Clock:
    """Tells `now` and where days begin; a new day starts at `rollover_hour` (0–23) local time.

    `time` gives UTC ms, `offset` the zone's minutes ahead of UTC at a UTC ms. Without them the
    clock is the system's, or, where QUIZ_NOW is set, starts there and runs on in its zone
    (UsageError if it cannot be read).
    """

    def __init__(
        self,
        rollover_hour: int = 4,
        *,
        time: Callable[[], int] | None = None,
        offset: Callable[[int], int] | None = None,
    ) -> None:
        if time is None and offset is None and (said := os.environ.get("QUIZ_NOW")):
            from quiz.memory.quiz_now import from_text

            time, offset = from_text(said)
        self.rollover_hour = rollover_hour
        self._time = time or system_time
        self._offset = offset or system_offset
        self._earliest = 0

    def not_before(self, at: int) -> None:
        """Tell no time before `at` (UTC ms) if the clock is behind it by no more than an hour.

        A clock set back a little, or the same QUIZ_NOW again, keeps the log in its order; one
        that is further behind means what it says.
        """
        behind = at - self._time()
        self._earliest = at if 0 < behind <= _LITTLE else 0

    def now(self) -> Moment:
        """Return the present moment."""
        at = max(self._time(), self._earliest)
        offset = self._offset(at)
        return Moment(at, offset, day_number(at, offset, self.rollover_hour))

    def day_start(self, day: int) -> int:
        """Return the UTC ms at which the day with this number begins here.

        On a day whose rollover hour the zone leaves out, that is when the clock jumps over it.
        """
        in_utc = (day - _ORDINAL_OF_1970) * _SECONDS_A_DAY + self.rollover_hour * 3600
        # A zone is less than a day from UTC, and changes at whole seconds.
        seconds = range(in_utc - _SECONDS_A_DAY, in_utc + _SECONDS_A_DAY)
        return 1000 * seconds[bisect_left(seconds, day, key=self._day_of_second)]

    def offset(self, at: int) -> int:
        """Return the minutes that local time is ahead of UTC at the UTC ms `at`."""
        return self._offset(at)

    def _day_of_second(self, second: int) -> int:
        return day_number(second * 1000, self._offset(second * 1000), self.rollover_hour)


def iso(at: int, offset: int) -> str:
    """Return the UTC ms `at` as ISO 8601 to the second in a zone `offset` minutes ahead of UTC."""
    wall = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(at // 1000 + offset * 60))
    hours, minutes = divmod(abs(offset), 60)
    return f"{wall}{'-' if offset < 0 else '+'}{hours:02}:{minutes:02}"
