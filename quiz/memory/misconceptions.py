"""Misconceptions about shapes that the learner showed and has not answered right since.

The log says when each was shown; the right answers after it say, by card and seed, whether their
question would have exposed it.
"""

from __future__ import annotations

import json
import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING

from quiz.marking.patterns import MISCONCEPTION
from quiz.memory import lookup
from quiz.memory.due import LOG
from quiz.memory.missed import answers

if TYPE_CHECKING:
    from quiz.memory.store import Store

GONE = 2
"""Right answers since, to questions that expose it, until a misconception is gone."""
_LATEST = 100
"""Right answers since that are looked at, the latest."""
_SEEDS = range(8)
"""Questions of a card that are tried, whether it exposes anything."""


class Misconceptions:
    """What the learner of `store` holds just now, and which cards train it."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def shown(self) -> frozenset[str]:
        """The ids of those that are not gone."""
        rows = self._store.db.execute(
            """
            select given, max(review) from mistakes join reviews on reviews.id = review
            where kind = ? and not undone group by given
            """,
            (MISCONCEPTION,),
        ).fetchall()
        return frozenset(id for id, review in rows if not self._is_gone(id, review))

    def are_trained_by(self, id: str) -> bool:
        """Return whether the card `id` asks what exposes one of them."""
        if not self.shown or id not in self._generated:
            return False
        card = lookup.card(self._store.db, id)
        return card is not None and any(card.exposes(seed, self.shown) for seed in _SEEDS)

    def _is_gone(self, id: str, review: str) -> bool:
        exposing = 0
        folder = self._store.places.home / LOG
        for answer in answers(self._store.db, folder, self._right_since(review)):
            known = lookup.card(self._store.db, answer.card)
            exposing += known is not None and known.exposes(answer.seed, {id})
        return exposing >= GONE

    def _right_since(self, review: str) -> list[str]:
        """Return the ids of right answers to generated cards after `review`, the latest first."""
        rows = self._store.db.execute(
            """
            select reviews.id from reviews join json_each(?) on value = card
            where reviews.id > ? and deed = 'answer' and not missed and not undone
            order by reviews.id desc limit ?
            """,
            (json.dumps(sorted(self._generated)), review, _LATEST),
        )
        return [id for (id,) in rows]

    @cached_property
    def _generated(self) -> frozenset[str]:
        return generated_cards(self._store.db)


def generated_cards(db: sqlite3.Connection) -> frozenset[str]:
    """Return the ids of all cards in the decks whose questions are drawn anew each time."""
    rows = db.execute(
        """
        select json_extract(value, '$.id') from pages join json_each(raws)
        where instr(raws, '"kind":"shape"') and json_extract(value, '$.kind') = 'shape'
        """
    )
    return frozenset(str(id) for (id,) in rows)
