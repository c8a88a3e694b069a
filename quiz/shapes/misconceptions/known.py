"""All misconceptions, and which of them an answer comes from or a question exposes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache

from quiz.shapes.asking.visit import Visit
from quiz.shapes.misconceptions import axes, data, last_layer, recurrent, weights, windows
from quiz.shapes.misconceptions.misconception import KNOWN, Misconception

LOADED = (axes, data, last_layer, recurrent, weights, windows)
"""They register their misconceptions when they are loaded."""


def known() -> Mapping[str, Misconception]:
    """Return all misconceptions by id."""
    return KNOWN


@lru_cache(500)
def wrong_answers(visit: Visit) -> tuple[tuple[Misconception, str], ...]:
    """Return each misconception that answers `visit` wrongly, and its answer."""
    right = visit.answer()
    answers = ((one, one.answer(visit)) for one in KNOWN.values())
    return tuple((one, answer) for one, answer in answers if answer and answer != right)


def explaining(visit: Visit, agrees: Callable[[str], bool]) -> tuple[Misconception, ...]:
    """Return the misconceptions whose wrong answer is the given one, as `agrees` tells."""
    return tuple(one for one, answer in wrong_answers(visit) if agrees(answer))


def exposes(visit: Visit, ids: Collection[str]) -> bool:
    """Return whether one of the misconceptions `ids` answers `visit` wrongly.

    A right answer then shows that it is not held. An id of a later version is passed over.
    """
    right = visit.answer()
    found = (KNOWN[id].answer(visit) for id in ids if id in KNOWN)
    return any(answer not in (None, right) for answer in found)
