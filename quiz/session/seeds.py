"""Which question of a generated card is asked: one that exposes what the learner gets wrong."""

from __future__ import annotations

import random

from quiz.cards.card import Card
from quiz.memory.misconceptions import Misconceptions
from quiz.memory.store import Store

_DRAWS = 12
"""Questions that are drawn to find one that exposes a misconception."""


def seed_for(card: Card, store: Store, rng: random.Random) -> int:
    """Return the seed of the next visit of `card`, drawn by `rng`.

    Of a card that trains a misconception the learner showed, a seed whose question exposes it.
    """
    seed = rng.getrandbits(32)
    if not card.GENERATED:
        return seed
    shown = Misconceptions(store).shown
    if not shown:
        return seed
    seeds = (seed, *(rng.getrandbits(32) for _draw in range(_DRAWS - 1)))
    return next((one for one in seeds if card.exposes(one, shown)), seed)
