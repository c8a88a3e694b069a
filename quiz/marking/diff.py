"""Where an answer differs from the right one, as pieces to draw; Hangul by jamo."""

from __future__ import annotations

from typing import Literal, cast

from quiz.marking.align import Run, align, comparable, joined
from quiz.marking.mark import Piece
from quiz.marking.pieces import Units
from quiz.marking.runs import at_words, calm
from quiz.text import nfc

_LONGEST = 400
_MOST_EDITS = 3
_Op = Literal["same", "missing", "extra", "changed"]


def diff(given: str, expected: str) -> tuple[Piece, ...]:
    """Return the pieces that lead from `given` to `expected`, () if they are equal.

    Joined, the pieces' `given` and `expected` are the two texts in NFC, but that syllables
    with a difference inside stand as their jamo. Long texts are compared by words; texts
    that share little, or are too long for that too, are one "changed" piece.
    """
    given, expected = nfc(given), nfc(expected)
    if given == expected:
        return ()
    if max(len(given), len(expected)) <= _LONGEST:
        for by_word in (False, True):
            ours, theirs = Units(given, by_word=by_word), Units(expected, by_word=by_word)
            if comparable(ours.units, theirs.units):
                return _pieces(ours, theirs) or _whole(given, expected)
    return _whole(given, expected)


def _whole(given: str, expected: str) -> tuple[Piece, ...]:
    op: _Op = "changed" if given and expected else "extra" if given else "missing"
    return (Piece(op, given, expected),)


def _pieces(ours: Units, theirs: Units) -> tuple[Piece, ...]:
    runs = at_words(calm(joined(align(ours.units, theirs.units))), ours.units, theirs.units)
    if _patchwork(runs, len(ours.units), len(theirs.units)):
        return ()
    return tuple(
        _piece(run, ours.cut(run.g, run.g_end), theirs.cut(run.e, run.e_end)) for run in runs
    )


def _piece(run: Run, ours: str, theirs: str) -> Piece:
    if run.op == "same":
        # Of 가 and the ㄱㅏ of 각 the whole syllable reads better.
        ours = theirs = min(ours, theirs, key=len)
    return Piece(cast(_Op, "changed" if run.op == "swapped" else run.op), ours, theirs)


def _patchwork(runs: list[Run], ours: int, theirs: int) -> bool:
    """Return whether what is the same is little, or scattered, so that pieces would tell lies."""
    kept = sum(run.g_end - run.g for run in runs if run.op == "same")
    edits = sum(run.op != "same" for run in runs)
    longer = max(ours, theirs)
    scattered = edits > _MOST_EDITS and kept < 0.75 * longer
    return kept < min(ours, theirs) and (kept < 0.4 * longer or scattered)
