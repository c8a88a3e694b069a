"""Today's plan: which cards a session asks, and in what order."""

from __future__ import annotations

import random
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from quiz.memory.arrange import arranged, mixed
from quiz.memory.candidates import MOST, Chooser
from quiz.memory.entry import Entry
from quiz.memory.filters import Filter
from quiz.memory.misconceptions import Misconceptions

if TYPE_CHECKING:
    from quiz.memory.store import Store

__all__ = ["Entry", "by_turns", "plan"]


def by_turns(
    store: Store, spots: Sequence[str], *, cram: bool = False, rng: random.Random
) -> list[Entry]:
    """Return what waits in these weak spots, a card of each in turn; `cram` as in `plan`.

    They share the new cards that the settings leave for today.
    """
    new = -(-store.left_today()[0] // len(spots))
    plans = [plan(store, weak=spot, new=new, cram=cram, rng=rng) for spot in spots]
    turns = (entry for turn in zip_longest(*plans) for entry in turn if entry)
    return list({entry.card: entry for entry in turns}.values())


def plan(
    store: Store,
    *,
    deck: str | None = None,
    weak: str | None = None,
    tag: str | None = None,
    new: int | None = None,
    limit: int | None = None,
    cram: bool = False,
    cards: Sequence[str] | None = None,
    rng: random.Random,
) -> list[Entry]:
    """Return the entries of a session in the order to ask; equal `rng`s give equal plans.

    `deck`, `weak` and `tag` keep to a part of the cards, `cards` to these ids. `new` is how many
    new cards to begin (None: what the settings leave for today), `limit` the most cards in all.
    With `cram` whatever matches is asked, seen or not, due or not; else due reviews, as many as
    the settings leave, and new cards, mixed. The weakest spots come up more often.
    """
    trains = Misconceptions(store).are_trained_by
    chooser = Chooser(store.db, store.tally(), Filter(deck, weak, tag), rng, trains)
    if cards is not None:
        return arranged(chooser.these([store.id_of(card) for card in cards])[:limit])
    if cram:
        return arranged(chooser.anything(MOST if limit is None else limit))
    new_left, due_left = store.left_today()
    most = due_left if limit is None else min(limit, due_left)
    due = chooser.due(most, backlog=chooser.due_count() > due_left)
    begun = chooser.new(new_left if new is None else new, {entry.note for entry in due})
    if limit is not None:
        begun = begun[: max(limit - len(due), limit // 4)]
        due = due[: limit - len(begun)]
    return arranged(mixed(due, begun))
