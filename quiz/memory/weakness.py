"""How well each weak spot holds: the mean chance to recall its cards today."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from quiz.decks.weak_spots import WeakSpot


class Mastery(NamedTuple):
    """One weak spot's mastery: the mean predicted recall of its cards, unseen ones as zero."""

    spot: WeakSpot
    recall: float
    """0–1."""
    cards: int
    seen: int


def mastery(db: sqlite3.Connection, spots: Mapping[str, WeakSpot]) -> dict[str, Mastery]:
    """Return the mastery of each of `spots`, from the tallies of the index."""
    sums = dict.fromkeys(spots, (0, 0, 0.0))
    for weak, *numbers in db.execute(
        "select weak, sum(total), sum(seen), sum(recall) from sets group by weak"
    ):
        for spot in json.loads(weak):
            if spot in sums:
                cards, seen, recall = sums[spot]
                sums[spot] = cards + numbers[0], seen + numbers[1], recall + numbers[2]
    return {
        name: Mastery(
            spots[name], min(max(recall / cards, 0.0), 1.0) if cards else 0.0, cards, seen
        )
        for name, (cards, seen, recall) in sums.items()
    }
