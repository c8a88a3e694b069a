"""Which cards train what an error was about: those of such errors first, then of the same names."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from quiz.cards.error import Cause
from quiz.clinic.explain import Explanation, explain

if TYPE_CHECKING:
    from quiz.memory.lookup import Found
    from quiz.memory.store import Store

_NAME = re.compile(r"[A-Za-z_][\w.]{2,39}")
_SEARCHED = 200
"""Cards looked at for each word."""
_CAUSES, _MANY = "-cause", 10_000
"""What the ids of cards end with that ask for a cause, and how many are looked at."""


def training(store: Store, found: Explanation, limit: int = 5) -> list[Found]:
    """Return at most `limit` cards: of errors of the family of `found`, then of its weak spot.

    Of these, those come first that hold most of the same names. Suspended cards are left out.
    """
    of_weak_spot = _cards_of(store, found.weak)
    held: Counter[str] = Counter()
    cards = {card.id: card for card in _of_family(store, found.family)}
    first = list(cards)
    for word in _words(found):
        for card in store.search(word, _SEARCHED):
            if card.id in of_weak_spot and not card.suspended:
                held[card.id] += 1
                cards[card.id] = card
    ids = dict.fromkeys((*first, *(id for id, _count in held.most_common())))
    return [cards[id] for id in ids][:limit]


def _of_family(store: Store, family: str) -> Iterable[Found]:
    """Return the cards that ask for the cause of an error of this family."""
    for found in store.search(_CAUSES, _MANY):
        card = None if found.suspended else store.card(found.id)
        if isinstance(card, Cause):
            known = explain(card.message.replace("… ", ""), card.shown)
            if known and known.family == family:
                yield found


def _words(found: Explanation) -> Iterable[str]:
    named = [value for value in found.values.values() if _NAME.fullmatch(value)]
    return dict.fromkeys((*found.words, *named))


def _cards_of(store: Store, weak: str) -> set[str]:
    rows = store.db.execute(
        "select id, weak from cards join sets on sets.key = cards.place where cards.deck > 0"
    )
    return {id for id, spots in rows if weak in json.loads(spots)}
