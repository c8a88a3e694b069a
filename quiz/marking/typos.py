"""Typing slips in prose: one letter or jamo of a longer word, never another word."""

from __future__ import annotations

from collections import Counter
from itertools import accumulate, pairwise

from quiz.marking.align import Run, align
from quiz.marking.hangul import jamo

_LONGEST = 300
_SHORTEST_TEXT = 8
_SHORTEST_WORD = 4
_LETTERS_A_TYPO = 8
"""Letters or jamo for each typo that is forgiven."""


def is_typo(given: list[str], expected: list[str]) -> bool:
    """Return whether the words `given` are `expected` but for typing slips.

    In each word at most one letter (or jamo) may differ, or two neighbours be swapped; not
    its first one left out or added (asymmetric), and no digit. Words of fewer than four
    letters must be right, for another letter makes another word (행, 항).
    """
    ours, theirs = jamo("".join(given)), jamo("".join(expected))
    if not _SHORTEST_TEXT <= len(theirs) <= _LONGEST or len(ours) > _LONGEST:
        return False
    most = len(theirs) // _LETTERS_A_TYPO
    if (Counter(ours) - Counter(theirs)).total() > most or abs(len(ours) - len(theirs)) > most:
        return False  # seen at a glance; most wrong answers end here
    steps = align(ours, theirs)
    edits = [step for step in steps if step.op != "same"]
    if not edits or len(edits) > most:
        return False
    if any(one.op != "same" != other.op for one, other in pairwise(steps)):
        return False
    ends = list(accumulate(len(jamo(word)) for word in expected))
    places = [_word_of(edit, ends) for edit in edits]
    return len(set(places)) == len(places) and all(
        _small(edit, ours, theirs, start, end)
        for edit, (start, end) in zip(edits, places, strict=True)
    )


def _word_of(edit: Run, ends: list[int]) -> tuple[int, int]:
    """Return start and end of the expected word in which `edit` lies."""
    last = max(edit.e, edit.e_end - 1)
    end = next((end for end in ends if last < end), ends[-1])
    start = ends[ends.index(end) - 1] if end != ends[0] else 0
    return start, end


def _small(edit: Run, ours: str, theirs: str, start: int, end: int) -> bool:
    letters = ours[edit.g : edit.g_end] + theirs[edit.e : edit.e_end]
    at_start = edit.op in ("missing", "extra") and edit.e == start
    return (
        end - start >= _SHORTEST_WORD and letters.isalpha() and len(letters) <= 4 and not at_start
    )
