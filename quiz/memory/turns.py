"""Taking from several queues by turns."""

from __future__ import annotations

import random
from collections.abc import Iterator, Mapping
from typing import TypeVar

Item = TypeVar("Item")


def take_turns(
    queues: Mapping[int, Iterator[Item]], weights: Mapping[int, float], rng: random.Random
) -> Iterator[Item]:
    """Yield the items of all `queues`, each queue in its order and as often as its weight says.

    Smooth weighted round robin: every turn each queue earns its weight, the richest gives an
    item and pays what all earned. `rng` decides who begins.
    """
    left = dict(queues)
    credit = {key: rng.random() * weights.get(key, 1.0) for key in left}
    while left:
        total = 0.0
        for key in left:
            weight = weights.get(key, 1.0)
            credit[key] += weight
            total += weight
        richest = max(left, key=credit.__getitem__)
        credit[richest] -= total
        try:
            yield next(left[richest])
        except StopIteration:
            del left[richest]
