"""Marking prose: case, spaces, hyphens, final punctuation and Korean particles forgiven."""

from __future__ import annotations

import re

from quiz.marking.diff import diff
from quiz.marking.mark import Mark, Mistake, Verdict
from quiz.marking.particles import says, stems, together, words
from quiz.marking.typos import is_typo

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_LONGEST = 2000


def mark_prose(expected: str, answer: str) -> Mark:
    """Mark `answer` (NFC, not blank) against one right text.

    A letter or jamo mistyped in a longer word is a slip; another word or number is wrong.
    """
    if answer == expected or _says(answer[:_LONGEST], expected):
        return Mark(Verdict.RIGHT, answer, expected)
    ours, theirs = words(answer[:_LONGEST]), words(expected)
    if is_typo(ours, theirs) or is_typo(stems(ours), stems(theirs)):
        return _mark(Verdict.SLIP, expected, answer, _typo(ours, theirs))
    return _mark(Verdict.WRONG, expected, answer, _difference(stems(ours), stems(theirs)))


def _mark(verdict: Verdict, expected: str, answer: str, mistake: Mistake | None) -> Mark:
    return Mark(verdict, answer, expected, mistake, diff=diff(answer, expected))


def _says(answer: str, expected: str) -> bool:
    ours, theirs = words(answer), words(expected)
    return bool(ours and theirs) and says(together(ours), theirs)


def _typo(ours: list[str], theirs: list[str]) -> Mistake:
    if len(ours) == len(theirs):
        pairs = [(one, other) for one, other in zip(ours, theirs, strict=True) if one != other]
        given, expected = (" ".join(side) for side in zip(*pairs, strict=True))
    else:
        given, expected = " ".join(ours), " ".join(theirs)
    return Mistake("typo", {"given": given, "expected": expected})


def _difference(ours: list[str], theirs: list[str]) -> Mistake | None:
    """Name what differs where the words show it, None where they have little in common."""
    if sorted(ours) == sorted(theirs):
        return Mistake("words in another order")
    if (number := _other_number(" ".join(ours), " ".join(theirs))) is not None:
        return number
    missing = [word for word in theirs if word not in ours]
    extra = [word for word in ours if word not in theirs]
    if not extra and len(missing) < len(theirs):
        return Mistake("words missing", {"words": ", ".join(missing)}) if missing else None
    if not missing and extra:
        return Mistake("words extra", {"words": ", ".join(extra)})
    return None


def _other_number(ours: str, theirs: str) -> Mistake | None:
    """Return the mistake where only numbers differ."""
    if ours == theirs or _NUMBER.sub("0", ours) != _NUMBER.sub("0", theirs):
        return None
    pairs = zip(_NUMBER.findall(ours), _NUMBER.findall(theirs), strict=True)
    given, expected = next(pair for pair in pairs if pair[0] != pair[1])
    return Mistake("number in text", {"given": given, "expected": expected})
