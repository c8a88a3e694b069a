"""Judging one typed answer against every accepted one: the nearest counts."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.marking.layout import mark_layout
from quiz.marking.mark import Mark, Mistake, Names, Verdict
from quiz.marking.names import mark_name
from quiz.marking.prose import mark_prose
from quiz.marking.values import mark_value
from quiz.text import clean

_ORDER = (Verdict.RIGHT, Verdict.SLIP, Verdict.CONFUSED, Verdict.WRONG, Verdict.BLANK)
_ROOM = 1000
"""Characters an answer may be longer than the right one before it is not looked at."""


def judge(expected: Sequence[str], answer: str, kind: str, names: Names) -> Mark:
    """Judge `answer` to a question whose answers are `expected`, the first and its alternatives.

    `kind` is how the answers are judged: "names", "values" or "prose". The mark speaks of
    the alternative that is nearest. ValueError: another kind, or nothing expected.
    """
    if kind not in ("names", "values", "prose"):
        raise ValueError(f"no such kind of answer: {kind}")
    rights = [clean(right).strip() for right in expected]
    if not rights:
        raise ValueError("no answer is expected")
    room = _ROOM + 4 * max(map(len, rights))
    answer = answer.strip()
    given = clean(answer[:room]).strip()
    if not given:
        return Mark(Verdict.BLANK, "", rights[0])
    if len(answer) > room:
        return Mark(Verdict.WRONG, f"{given[:200]}…", rights[0], Mistake("too long"))
    marks = [_mark(right, given, kind, names) for right in rights]
    return min(marks, key=lambda mark: _rank(mark, rights[0]))


def _mark(right: str, given: str, kind: str, names: Names) -> Mark:
    def mark(expected: str, answer: str) -> Mark:
        if answer == expected:
            return Mark(Verdict.RIGHT, answer, expected)
        if kind == "names":
            return mark_name(expected, answer, names)
        if kind == "values":
            return mark_value(expected, answer, names)
        return mark_prose(expected, answer)

    return mark_layout(right, given, mark, code=kind != "prose")


def _rank(mark: Mark, first: str) -> tuple[int, float, bool]:
    """Order marks: the better verdict, then the smaller share that differs, then the first."""
    different = sum(max(len(p.given), len(p.expected)) for p in mark.diff if p.op != "same")
    return _ORDER.index(mark.verdict), different / (len(mark.expected) or 1), mark.expected != first
