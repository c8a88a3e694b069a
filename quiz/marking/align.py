"""Aligning what was given with what was expected: the fewest edits that look like slips."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

_LIMIT = 4000
"""Cells of the table that are worth a millisecond; a bigger difference is shown whole."""

_GAP, _OPEN, _SWAP, _CASE, _KIN, _OTHER = 10, 1, 9, 5, 9, 10
_KIN_GROUPS = ("aeiouy", "rl", "bv", "pf", "dt", "zjs", "sc", "ckq", "mn", "_- ", "ㅐㅔ", "ㅗㅜ")
_KIN_PAIRS = frozenset((a, b) for group in _KIN_GROUPS for a in group for b in group)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of an alignment: `given[g:g_end]` stands where `expected[e:e_end]` should.

    `op` is "same", "missing", "extra", "changed" or "swapped" (two neighbours).
    """

    op: str
    g: int
    g_end: int
    e: int
    e_end: int


def align(given: Sequence[str], expected: Sequence[str]) -> list[Run]:
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
    return runs


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
    return _path(_table(given, expected))


@lru_cache(maxsize=4096)
def _price(one: str, other: str) -> int:
    if one == other:
        return 0
    one, other = one.casefold(), other.casefold()
    if one == other:
        return _CASE
    return _KIN if (one, other) in _KIN_PAIRS else _OTHER


def _table(given: Sequence[str], expected: Sequence[str]) -> list[list[tuple[int, str]]]:
    """Fill the table of (cost, last step) for every pair of prefixes.

    Damerau's distance with neighbours swapped (optimal string alignment). Opening a new
    edit costs one more than going on with it, so that edits come in one piece.
    """
    rows = [[(0, "")] + [(_OPEN + _GAP * (j + 1), "missing") for j in range(len(expected))]]
    for i, one in enumerate(given):
        above = rows[i]
        row = [(_OPEN + _GAP * (i + 1), "extra")]
        for j, other in enumerate(expected):
            cost, last = above[j]
            price = _price(one, other)
            step = "same" if price == 0 else "changed"
            best = (cost + price + (_OPEN if price and last != step else 0), step)
            if price and i and j and one == expected[j - 1] and other == given[i - 1]:
                best = min(best, (rows[i - 1][j - 1][0] + _SWAP, "swapped"))
            cost, last = above[j + 1]
            best = min(best, (cost + _GAP + (last != "extra"), "extra"))
            cost, last = row[j]
            best = min(best, (cost + _GAP + (last != "missing"), "missing"))
            row.append(best)
        rows.append(row)
    return rows


_STEPS = {"same": (1, 1), "changed": (1, 1), "swapped": (2, 2), "extra": (1, 0), "missing": (0, 1)}


def _path(rows: list[list[tuple[int, str]]]) -> list[Run]:
    i, j = len(rows) - 1, len(rows[0]) - 1
    runs = []
    while i or j:
        op = rows[i][j][1]
        down, right = _STEPS[op]
        runs.append(Run(op, i - down, i, j - right, j))
        i, j = i - down, j - right
    return runs[::-1]


def joined(steps: list[Run]) -> list[Run]:
    """Join neighbouring steps of one kind; an edit of several kinds in a row is one change."""
    runs: list[Run] = []
    for step in steps:
        before = runs[-1] if runs else None
        if before and (before.op == step.op or "same" not in (before.op, step.op)):
            op = step.op if before.op == step.op != "swapped" else "changed"
            runs[-1] = Run(op, before.g, step.g_end, before.e, step.e_end)
        else:
            runs.append(step)
    return runs
