"""How well weak spots held at the ends of past weeks, replayed from the answers up to then."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

from quiz.memory.fsrs import DEFAULT_WEIGHTS
from quiz.memory.schedule import CardState, learned
from quiz.memory.tallies import recall_on

WEEKS = 6
"""Week ends that a trend shows, today for the last."""


def week_ends(today: int) -> list[int]:
    """Return the days (numbers) of a trend: today, and every seventh day before, in time order."""
    return [today - 7 * back for back in reversed(range(WEEKS))]


def trends(
    db: sqlite3.Connection, spots: Iterable[str], days: Sequence[int]
) -> dict[str, list[float]]:
    """Return for each weak spot its mastery (0–1) in the evening of each of `days`, in time order.

    It is that of the cards that are in the decks now: what they remembered then.
    """
    wanted = set(spots)
    sets = {
        key: [spot for spot in json.loads(weak) if spot in wanted]
        for key, weak in db.execute("select key, weak from sets")
    }
    totals = dict.fromkeys(wanted, 0)
    for key, cards in db.execute("select key, total from sets"):
        for spot in sets[key]:
            totals[spot] += cards
    sums = {spot: [0.0] * len(days) for spot in wanted}
    for place, recalls in _recalls(db, [key for key, mine in sets.items() if mine], days):
        for spot in sets[place]:
            sums[spot] = [a + b for a, b in zip(sums[spot], recalls, strict=True)]
    return {
        spot: [min(max(one / totals[spot], 0.0), 1.0) if totals[spot] else 0.0 for one in found]
        for spot, found in sums.items()
    }


def _recalls(
    db: sqlite3.Connection, sets: Sequence[int], days: Sequence[int]
) -> Iterable[tuple[int, list[float]]]:
    """Yield for each card that was ever answered its set, and its recall (0–1) on each day."""
    rows = db.execute(
        f"""
        select card, place, day, rating from cards join reviews on reviews.card = cards.id
        where place in ({", ".join(map(str, sets))}) and first_day is not null
            and scheduled and deed = 'answer' and not undone
        order by card, at, reviews.id
        """
    )
    card, place, answers = "", 0, list[tuple[int, int]]()
    for one, its_place, day, rating in rows:
        if one != card and answers:
            yield place, _replayed(answers, days)
            answers = []
        card, place = one, its_place
        answers.append((day, rating))
    if answers:
        yield place, _replayed(answers, days)


def _replayed(answers: Sequence[tuple[int, int]], days: Sequence[int]) -> list[float]:
    """Return the recall on each of `days` of a card with these answers (day, rating)."""
    recalls = []
    state: CardState | None = None
    at = 0
    for day in days:
        while at < len(answers) and answers[at][0] <= day:
            state = learned(state, answers[at][1], answers[at][0], DEFAULT_WEIGHTS)
            at += 1
        known = state and recall_on(day, state.stability, state.last_day, state.due_day)
        recalls.append(known or 0.0)
    return recalls
