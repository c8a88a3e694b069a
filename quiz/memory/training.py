"""Which cards train what an error was about."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quiz.clinic.explain import Explanation

if TYPE_CHECKING:
    from quiz.memory.lookup import Found
    from quiz.memory.store import Store

_NAME = re.compile(r"[A-Za-z_][\w.]{2,39}")
_SEARCHED = 200
"""Cards looked at for each word."""


def training(store: Store, found: Explanation, limit: int = 5) -> list[Found]:
    """Return at most `limit` cards of the weak spot of `found` that speak of the same names.

    Those that hold most of them come first; suspended cards are left out.
    """
    of_weak_spot = _cards_of(store, found.weak)
    held: Counter[str] = Counter()
    cards: dict[str, Found] = {}
    for word in _words(found):
        for card in store.search(word, _SEARCHED):
            if card.id in of_weak_spot and not card.suspended:
                held[card.id] += 1
                cards[card.id] = card
    return [cards[id] for id, _count in held.most_common(limit)]


def _words(found: Explanation) -> Iterable[str]:
    named = [value for value in found.values.values() if _NAME.fullmatch(value)]
    return dict.fromkeys((*found.words, *named))


def _cards_of(store: Store, weak: str) -> set[str]:
    rows = store.db.execute(
        "select id, weak from cards join sets on sets.key = cards.place where cards.deck > 0"
    )
    return {id for id, spots in rows if weak in json.loads(spots)}
