"""A weak spot in full: how well it holds, how that moved over the weeks, its commonest mistakes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from quiz.marking.patterns import Pattern
from quiz.memory.slips import made_by, right_answers
from quiz.memory.trend import WEEKS, trends, week_ends
from quiz.memory.weakness import Mastery

if TYPE_CHECKING:
    from quiz.memory.store import Store


class Spot(NamedTuple):
    """One weak spot."""

    mastery: Mastery
    trend: tuple[tuple[int, float], ...]
    """Week ends (day numbers) and the mastery (0–1) then, in time order; the last is today."""
    mistakes: tuple[tuple[Pattern, int], ...]
    """The commonest mistakes of these weeks and how often each was made, most first."""


def spots(store: Store, mastery: Mapping[str, Mastery]) -> dict[str, Spot]:
    """Return these weak spots in full, by id; `mastery` as `Store.mastery` gives it."""
    days = week_ends(store.tally())
    past = trends(store.db, mastery, days)
    mistakes = _mistakes(store, days[-1] - 7 * WEEKS + 1)
    return {
        spot: Spot(
            held,
            tuple(zip(days, past[spot], strict=True)),
            tuple(mistakes.get(spot, Counter[Pattern]()).most_common()),
        )
        for spot, held in mastery.items()
    }


def _mistakes(store: Store, since_day: int) -> dict[str, Counter[Pattern]]:
    """Return how often each mistake was made in each weak spot from `since_day` on."""
    counts: dict[str, Counter[Pattern]] = {}
    weak: dict[str, list[str]] = {}
    for one in made_by(store.db, right_answers(store), since_day):
        if one.card not in weak:
            weak[one.card] = _spots_of(store, one.card)
        for spot in weak[one.card]:
            counts.setdefault(spot, Counter())[one.pattern] += 1
    return counts


def _spots_of(store: Store, card: str) -> list[str]:
    row = store.db.execute(
        "select weak from cards join sets on sets.key = place where id = ?", (card,)
    ).fetchone()
    return list(json.loads(row[0])) if row else []
