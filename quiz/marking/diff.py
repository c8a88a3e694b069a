"""Where an answer differs from the right one, as pieces to draw; Hangul by jamo."""

from __future__ import annotations

from itertools import accumulate
from typing import Literal, cast

from quiz.marking.align import Run, align, joined
from quiz.marking.hangul import jamo, split
from quiz.marking.mark import Piece
from quiz.text import nfc

_SHOWN = 400
_EDITS = 3
_Op = Literal["same", "missing", "extra", "changed"]


def diff(given: str, expected: str) -> tuple[Piece, ...]:
    """Return the pieces that lead from `given` to `expected`, () if they are equal.

    Joined, the pieces' `given` and `expected` are the two texts in NFC, but that syllables
    with a difference inside stand as their jamo. Texts that share little, or are too long
    to be compared, are one "changed" piece.
    """
    given, expected = nfc(given), nfc(expected)
    if given == expected:
        return ()
    whole = (Piece("changed" if given and expected else _one_sided(given), given, expected),)
    if max(len(given), len(expected)) > _SHOWN:
        return whole
    ours, theirs = jamo(given), jamo(expected)
    runs = _at_words(_calm(joined(align(ours, theirs))), ours, theirs)
    if _patchwork(runs, min(len(ours), len(theirs)), max(len(ours), len(theirs))):
        return whole
    cut_ours, cut_theirs = _Cutter(given), _Cutter(expected)
    return tuple(
        _piece(run, cut_ours(run.g, run.g_end), cut_theirs(run.e, run.e_end)) for run in runs
    )


def _piece(run: Run, ours: str, theirs: str) -> Piece:
    if run.op == "same":
        # Of 가 and the ㄱㅏ of 각 the whole syllable reads better.
        ours = theirs = min(ours, theirs, key=len)
    return Piece(cast(_Op, "changed" if run.op == "swapped" else run.op), ours, theirs)


def _patchwork(runs: list[Run], short: int, long: int) -> bool:
    """Return whether what is the same is little, or scattered, so that pieces would tell lies."""
    kept = sum(run.g_end - run.g for run in runs if run.op == "same")
    edits = sum(run.op != "same" for run in runs)
    return kept < short and (kept < 0.4 * long or (edits > _EDITS and kept < 0.75 * long))


def _one_sided(given: str) -> _Op:
    return "extra" if given else "missing"


class _Cutter:
    """Cuts a text at jamo positions: whole letters where it can, jamo where it must."""

    def __init__(self, text: str) -> None:
        self._letters = [(char, split(char)) for char in text]
        self._ends = list(accumulate(len(parts) for _, parts in self._letters))

    def __call__(self, start: int, end: int) -> str:
        cut = []
        for (char, parts), stop in zip(self._letters, self._ends, strict=True):
            first = stop - len(parts)
            if start <= first and stop <= end:
                cut.append(char)
            else:
                cut.append(parts[max(start - first, 0) : max(end - first, 0)])
        return "".join(cut)


def _calm(runs: list[Run]) -> list[Run]:
    """Take a letter that is the same by chance, between two longer edits, into one change."""
    calm: list[Run] = []
    for run in runs:
        while len(calm) > 1 and calm[-1].op == "same" and run.op != "same":
            same, before = calm[-1], calm[-2]
            if same.g_end - same.g >= min(_size(before), _size(run)):
                break
            run = Run("changed", before.g, run.g_end, before.e, run.e_end)
            del calm[-2:]
        calm.append(run)
    return calm


def _size(run: Run) -> int:
    return max(run.g_end - run.g, run.e_end - run.e)


def _at_words(runs: list[Run], ours: str, theirs: str) -> list[Run]:
    """Slide each gap between equal letters to the start of a word, where it can be."""
    runs = list(runs)
    for place in range(1, len(runs) - 1):
        before, run, after = runs[place - 1 : place + 2]
        if run.op not in ("missing", "extra") or before.op != "same" or after.op != "same":
            continue
        text, start, end = (
            (theirs, run.e, run.e_end) if run.op == "missing" else (ours, run.g, run.g_end)
        )
        by = _slide(text, start, end, before.g_end - before.g)
        runs[place - 1] = Run("same", before.g, before.g_end - by, before.e, before.e_end - by)
        runs[place] = Run(run.op, run.g - by, run.g_end - by, run.e - by, run.e_end - by)
        runs[place + 1] = Run("same", after.g - by, after.g_end, after.e - by, after.e_end)
    return [run for run in runs if run.g < run.g_end or run.e < run.e_end]


def _slide(text: str, start: int, end: int, room: int) -> int:
    by = 0
    while by <= room and start - by >= 0:
        first = text[start - by]
        if start == by or not text[start - by - 1].isalnum() or first.isupper():
            return by
        if by == room or text[start - by - 1] != text[end - by - 1]:
            return 0
        by += 1
    return 0
