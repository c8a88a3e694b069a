"""How much more often a card comes up because its weak spots are weak."""

from __future__ import annotations

import json
import random
import sqlite3
from collections import defaultdict

_LEAST = 0.25
"""The weight of a spot that holds, and of a card without one, beside 1 of one unknown."""


_TRAINING = 3
"""How much more a card weighs that trains a misconception the learner holds."""


class Weights:
    """Weights (0.25–1) of cards by their weak spots' mastery today; `rng` draws by them."""

    def __init__(self, db: sqlite3.Connection, rng: random.Random) -> None:
        self._rng = rng
        sums: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        rows = db.execute("select weak, sum(total), sum(recall) from sets group by weak")
        for weak, total, recall in rows:
            for spot in json.loads(weak):
                sums[spot][0] += total
                sums[spot][1] += recall
        self._weakness = {spot: 1 - recall / max(n, 1) for spot, (n, recall) in sums.items()}

    def of(self, weak: tuple[str, ...]) -> float:
        """Return the weight of a card with these weak spots: that of its weakest."""
        weakest = max((self._weakness.get(spot, 1.0) for spot in weak), default=0.0)
        return _LEAST + (1 - _LEAST) * min(max(weakest, 0.0), 1.0)

    def rank(self, weak: tuple[str, ...], *, trains: bool = False) -> float:
        """Return a random number; the highest of many make a draw by weight without replacement.

        A card that `trains` a misconception weighs more. Source: Efraimidis and Spirakis 2006,
        u^(1/w).
        """
        weight = self.of(weak) * (_TRAINING if trains else 1)
        return float(self._rng.random() ** (1 / weight))
