"""Marking prose: case, spaces, hyphens, final punctuation and Korean particles forgiven."""

from __future__ import annotations

from quiz.marking.diff import diff
from quiz.marking.mark import Mark, Verdict


def mark_prose(expected: str, answer: str) -> Mark:
    """Mark `answer` (NFC, not blank) against one right text."""
    if answer.casefold() == expected.casefold():
        return Mark(Verdict.RIGHT, answer, expected)
    return Mark(Verdict.WRONG, answer, expected, diff=diff(answer, expected))
