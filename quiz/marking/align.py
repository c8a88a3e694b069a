"""Aligning what was given with what was expected: the fewest edits that look like slips."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from quiz.marking.edit_table import step, table

_LIMIT = 4000
"""Cells of the table that are worth a millisecond; a bigger difference is shown whole."""


class Run(NamedTuple):
    """A stretch of an alignment: `given[g:g_end]` stands where `expected[e:e_end]` should.

    `op` is "same", "missing", "extra", "changed" or "swapped" (two neighbours).
    """

    op: str
    g: int
    g_end: int
    e: int
    e_end: int


@lru_cache(maxsize=64)  # naming a slip and drawing its diff ask for the same one
def align(given: Sequence[str], expected: Sequence[str]) -> tuple[Run, ...]:
    """Return steps that lead through both sequences of letters (or jamo) from start to end.

    Edits are single steps (see `joined`). What is not `comparable` is one change.
    """
    start, end = _ends(given, expected)
    g_end, e_end = len(given) - end, len(expected) - end
    runs = [Run("same", 0, start, 0, start)] if start else []
    runs += [
        Run(run.op, run.g + start, run.g_end + start, run.e + start, run.e_end + start)
        for run in _middle(given[start:g_end], expected[start:e_end])
    ]
    if end:
        runs.append(Run("same", g_end, len(given), e_end, len(expected)))
    return tuple(runs)


def comparable(given: Sequence[str], expected: Sequence[str]) -> bool:
    """Return whether what differs between two sequences is small enough to be aligned."""
    both = sum(_ends(given, expected))
    return (len(given) - both) * (len(expected) - both) <= _LIMIT


def _ends(given: Sequence[str], expected: Sequence[str]) -> tuple[int, int]:
    """Return how many letters are the same at the start, and at the end of the rest."""
    start = _common(given, expected)
    return start, _common(given[start:][::-1], expected[start:][::-1])


def _common(a: Sequence[str], b: Sequence[str]) -> int:
    count = 0
    for one, other in zip(a, b, strict=False):
        if one != other:
            break
        count += 1
    return count


def _middle(given: Sequence[str], expected: Sequence[str]) -> list[Run]:
    if len(given) * len(expected) > _LIMIT:
        return [Run("changed", 0, len(given), 0, len(expected))]
    return _path(given, expected)


_STEPS = {"same": (1, 1), "changed": (1, 1), "swapped": (2, 2), "extra": (1, 0), "missing": (0, 1)}


def _path(given: Sequence[str], expected: Sequence[str]) -> list[Run]:
    rows = table(given, expected)
    i, j = len(given), len(expected)
    runs = []
    while i or j:
        op = step(rows[i][j])
        down, right = _STEPS[op]
        runs.append(Run(op, i - down, i, j - right, j))
        i, j = i - down, j - right
    return runs[::-1]


def joined(steps: Sequence[Run]) -> list[Run]:
    """Join neighbouring steps of one kind; an edit of several kinds in a row is one change."""
    runs: list[Run] = []
    for one in steps:
        before = runs[-1] if runs else None
        if before and (before.op == one.op or "same" not in (before.op, one.op)):
            op = one.op if before.op == one.op != "swapped" else "changed"
            runs[-1] = Run(op, before.g, one.g_end, before.e, one.e_end)
        else:
            runs.append(one)
    return runs
