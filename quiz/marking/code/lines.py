"""Lines of two programs side by side: which answers which, where order does not matter too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cache

from quiz.marking.code.term import Term

_CHANGES = ("fit", "compile", "add", "append", "pop", "update", "seed", "evaluate", "build")
_MISSING = 4
"""What a line too many or too few costs; two lines further apart than both are not paired."""
_MOST = 40
"""Lines that are compared; an answer has a few."""

Pairs = list[tuple[Term | None, Term | None]]


def pair(right: Sequence[Term], given: Sequence[Term], apart: Callable[[Term, Term], int]) -> Pairs:
    """Return the lines of `right` and `given` in pairs, None where one has no counterpart.

    Lines that do not depend on each other may stand in another order. `apart` tells how
    different two lines are (0: the same).
    """
    ours, theirs = list(right[:_MOST]), list(given[:_MOST])
    theirs = in_order(ours, theirs)

    @cache
    def best(mine: int, yours: int) -> tuple[int, tuple[tuple[int | None, int | None], ...]]:
        if mine == len(ours):
            return _MISSING * (len(theirs) - yours), tuple(
                (None, place) for place in range(yours, len(theirs))
            )
        if yours == len(theirs):
            return _MISSING * (len(ours) - mine), tuple(
                (place, None) for place in range(mine, len(ours))
            )
        choices = [
            ((mine, yours), apart(ours[mine], theirs[yours]), best(mine + 1, yours + 1)),
            ((mine, None), _MISSING, best(mine + 1, yours)),
            ((None, yours), _MISSING, best(mine, yours + 1)),
        ]
        own, cost, (rest, tail) = min(choices, key=lambda choice: choice[1] + choice[2][0])
        return cost + rest, (own, *tail)

    return [
        (None if mine is None else ours[mine], None if yours is None else theirs[yours])
        for mine, yours in best(0, 0)[1]
    ]


def in_order(right: Sequence[Term], given: Sequence[Term]) -> list[Term]:
    """Return `given` with lines moved up to where `right` has them, past lines they do not need."""
    order = list(given)
    for place, line in enumerate(right[: len(order)]):
        if line.same(order[place]):
            continue
        for later in range(place + 1, len(order)):
            free = all(commute(order[later], one) for one in order[place:later])
            if line.same(order[later]) and free:
                order.insert(place, order.pop(later))
                break
    return order


def commute(one: Term, other: Term) -> bool:
    """Return whether two lines may change places: neither changes what the other mentions."""
    return not (_changed(one) & _mentioned(other)) and not (_changed(other) & _mentioned(one))


def _mentioned(line: Term) -> set[str]:
    return {str(term.value) for term in line.within() if term.kind == "name"}


def _changed(line: Term) -> set[str]:
    """Return the variables that a line sets, or changes by a method such as fit."""
    found: set[str] = set(_targets(line))
    for term in line.within():
        if term.kind == "attribute" and str(term.value).startswith(_CHANGES):
            found |= _mentioned(term)
        if term.kind == "call" and _is_inplace(term):
            found |= _mentioned(term.parts[0][1])
    return found


def _is_inplace(call: Term) -> bool:
    return any(key == "inplace" and part.value is True for key, part in call.parts)


def _targets(line: Term) -> Iterator[str]:
    for key, part in line.parts:
        if key.startswith("target"):
            yield from _mentioned(part)


def misplaced(right: Sequence[Term], given: Sequence[Term]) -> Term | None:
    """Return the first line that stands elsewhere, where all are there but in a wrong order."""
    if len(right) != len(given):
        return None
    if all(ours.same(theirs) for ours, theirs in zip(right, in_order(right, given), strict=True)):
        return None
    rest = list(given)
    for line in right:
        if (found := next((one for one in rest if line.same(one)), None)) is None:
            return None
        rest.remove(found)
    return next(theirs for ours, theirs in zip(right, given, strict=True) if not ours.same(theirs))
