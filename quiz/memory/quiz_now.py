"""QUIZ_NOW: a clock for tests and demonstrations that starts where it is told."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import datetime, timedelta

from quiz.errors import UsageError
from quiz.i18n import _
from quiz.memory.day import LATEST


def from_text(said: str) -> tuple[Callable[[], int], Callable[[int], int]]:
    """Return the time (UTC ms, running on from now) and the offset of ISO 8601 text like
    2026-03-01T09:00:00+09:00. UsageError if it is no time, has no offset or is far off.
    """
    start, offset = _read(said)
    begun = time.monotonic_ns()

    def now() -> int:
        return start + (time.monotonic_ns() - begun) // 1_000_000

    return now, lambda at: offset


def _read(said: str) -> tuple[int, int]:
    try:
        moment = datetime.fromisoformat(said.strip())
    except ValueError:
        raise _unusable(_("QUIZ_NOW is not a time: {value}", value=said)) from None
    ahead = moment.utcoffset()
    if ahead is None:
        raise _unusable(_("QUIZ_NOW has no offset from UTC: {value}", value=said))
    at = round(moment.timestamp() * 1000)
    if not 0 <= at < LATEST:
        raise _unusable(_("QUIZ_NOW is too far off: {value}", value=said))
    return at, ahead // timedelta(minutes=1)


def _unusable(message: str) -> UsageError:
    return UsageError(message, _("Write it like 2026-03-01T09:00:00+09:00, or unset QUIZ_NOW."))
