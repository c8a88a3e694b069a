"""Choosing drills for the learner's slips, from cards that were answered before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from quiz.cards.drills.ids import drill_id
from quiz.cards.drills.letters import holed
from quiz.cards.drills.spelling import WRONG, detail_of, wrong_spellings
from quiz.marking.patterns import CONFUSED, Pattern
from quiz.memory import lookup
from quiz.memory.slips import Slip

if TYPE_CHECKING:
    from quiz.memory.store import Store

_CARDS = 4
"""Cards a pattern is drilled with: those it was made on, then others that give occasion."""
MOST = 20
"""Drills in a session."""


def drills(store: Store, slips: Sequence[Slip]) -> list[str]:
    """Return the ids of drills for `slips`, MOST at most, those that were made most first.

    A confusion makes contrasts; a slip of letters makes names with holes and choices of spelling,
    in which the other slips have their places, too.
    """
    spelled = [slip.pattern for slip in slips if slip.pattern.kind != CONFUSED]
    found: dict[str, None] = {}
    for slip in slips:
        for card in (*slip.cards, *slip.others)[:_CARDS]:
            first = [slip.pattern, *(p for p in spelled if p != slip.pattern)]
            found |= dict.fromkeys(_drills_of(store, card, slip.pattern, first))
    return list(found)[:MOST]


def _drills_of(
    store: Store, id: str, pattern: Pattern, patterns: Sequence[Pattern]
) -> Iterator[str]:
    """Yield the drills of one card for `pattern`, which is the first of `patterns`."""
    known = lookup.card(store.db, store.id_of(id))
    if known is None:
        return
    name = next(iter(known.solution().either()))
    if pattern.kind == CONFUSED:
        pair = {pattern.given, pattern.expected}
        if name in pair and len(pair) == 2:
            yield drill_id(id, "contrast", (pair - {name}).pop())
        return
    if known.answer_type != "names":
        return
    if holes := holed(name, patterns):
        yield drill_id(id, "letters", holes)
    wrong = wrong_spellings(name, patterns, store.names)
    if len(wrong) == WRONG:
        yield drill_id(id, "spelling", detail_of(wrong))
