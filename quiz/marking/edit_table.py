"""The table of an alignment: what it costs to make each start of one text of another's.

Damerau's distance with neighbours swapped (optimal string alignment), where letters that are
easily taken for each other cost less, and opening an edit costs one more than going on with
it, so that edits come in one piece.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

_GAP, _OPEN, _SWAP, _CASE, _KIN, _OTHER = 10, 1, 9, 5, 9, 10
_KIN_GROUPS = ("aeiouy", "rl", "bv", "pf", "dt", "zjs", "sc", "ckq", "mn", "_- ", "ㅐㅔ", "ㅗㅜ")
_KIN_PAIRS = frozenset((a, b) for group in _KIN_GROUPS for a in group for b in group)

# A cell is 8 × cost + step, so that the lesser of two ints is the better way to come there.
_NAMES = ("changed", "extra", "missing", "same", "swapped")
_CHANGED, _EXTRA, _MISSING, _SAME, _SWAPPED = range(5)
_STEP = 7


def step(cell: int) -> str:
    """Return the last step of the best way to `cell`."""
    return _NAMES[cell & _STEP]


@lru_cache(maxsize=4096)
def _price(one: str, other: str) -> int:
    if one == other:
        return 0
    one, other = one.casefold(), other.casefold()
    if one == other:
        return _CASE
    return _KIN if (one, other) in _KIN_PAIRS else _OTHER


def table(given: Sequence[str], expected: Sequence[str]) -> list[list[int]]:
    """Return a row for each start of `given`, in it a cell for each start of `expected`."""
    gap, extra, missing = 8 * _GAP, 8 * (_GAP + _OPEN) + _EXTRA, 8 * (_GAP + _OPEN) + _MISSING
    rows = [[_SAME, *(8 * (_OPEN + _GAP * n) + _MISSING for n in range(1, len(expected) + 1))]]
    for i, one in enumerate(given):
        above, left = rows[i], 8 * (_OPEN + _GAP * (i + 1)) + _EXTRA
        row = [left]
        for j, other in enumerate(expected):
            diagonal, up = above[j], above[j + 1]
            if price := _price(one, other):
                opened = price if diagonal & _STEP == _CHANGED else price + _OPEN
                best = (diagonal & ~_STEP) + 8 * opened + _CHANGED
                if i and j and one == expected[j - 1] and other == given[i - 1]:
                    best = min(best, (rows[i - 1][j - 1] & ~_STEP) + 8 * _SWAP + _SWAPPED)
            else:
                best = (diagonal & ~_STEP) + _SAME
            down = up + gap if up & _STEP == _EXTRA else (up & ~_STEP) + extra
            right = left + gap if left & _STEP == _MISSING else (left & ~_STEP) + missing
            left = min(best, down, right)
            row.append(left)
        rows.append(row)
    return rows
