"""A number of days as people say it, short enough for a rating."""

from __future__ import annotations

from quiz.i18n import _

_MONTH = 30.44
_YEAR = 365.25


def span(days: int) -> str:
    """Return "<1d", "12d", "2.5mo" or "1.2y" for a number of days (≥ 0)."""
    if days < 1:
        return _("<1d")
    if days < 2 * _MONTH:
        return _("{n}d", n=days)
    if days < _YEAR:
        return _("{n}mo", n=_short(days / _MONTH))
    return _("{n}y", n=_short(days / _YEAR))


def _short(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
