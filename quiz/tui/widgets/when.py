"""A coming time as people say it: today 21:00, tomorrow 04:00, in 3 days."""

from __future__ import annotations

from quiz.i18n import _, ngettext
from quiz.memory.day import Clock, day_number

_MINUTE_MS = 60_000


def when(at: int, clock: Clock) -> str:
    """Return how the UTC ms `at` is said now, by the learner's days and local time."""
    offset = clock.offset(at)
    days = day_number(at, offset, clock.rollover_hour) - clock.now().day
    hours, minutes = divmod((at // _MINUTE_MS + offset) % (24 * 60), 60)
    if days <= 1:
        time = f"{hours:02}:{minutes:02}"
        return _("tomorrow {time}", time=time) if days == 1 else _("today {time}", time=time)
    return ngettext("in {n} day", "in {n} days", days)
