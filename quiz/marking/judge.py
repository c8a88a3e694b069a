"""Judging one typed answer against every accepted one: the best verdict counts."""

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


def judge(
    expected: Sequence[str], answer: str, kind: str, names: Names, free: Sequence[str] = ()
) -> Mark:
    """Judge `answer` to a question whose answers are `expected`, the first and its alternatives.

    `kind` is how the answers are judged: "names", "values", "prose" or "code". The mark speaks of
    the first, unless an alternative is judged better or is a slip that is clearly nearer. `free`
    are variables of expected code that may be called anything.
    ValueError: another kind, or nothing expected.
    """
    if kind not in ("names", "values", "prose", "code"):
        raise ValueError(f"no such kind of answer: {kind}")
    rights = [clean(right).strip() for right in expected]
    if not rights:
        raise ValueError("no answer is expected")
    room = _ROOM + 4 * max(map(len, rights))
    answer = answer.strip("\n").rstrip() if kind == "code" else answer.strip()
    given = clean(answer[:room]).rstrip()  # what stands before the first word of code is indent
    given = given if kind == "code" else given.strip()
    if not given:
        return Mark(Verdict.BLANK, "", rights[0])
    if len(answer) > room:
        return Mark(Verdict.WRONG, f"{given[:200]}…", rights[0], Mistake("too long"))
    return _best([_mark(right, given, kind, names, free) for right in rights], kind)


def _mark(right: str, given: str, kind: str, names: Names, free: Sequence[str]) -> Mark:
    def mark(expected: str, answer: str) -> Mark:
        if answer == expected:
            return Mark(Verdict.RIGHT, answer, expected)
        if kind == "names":
            return mark_name(expected, answer, names)
        if kind == "values":
            # What the keys give is no words that could be harmless: 이상 1 is not "dltkd 1".
            return mark_value(expected, answer, names, wordy=answer == given)
        return mark_prose(expected, answer)

    if kind == "code":
        return _mark_code(right, given, names, free)
    return mark_layout(right, given, mark, code=kind != "prose")


def _mark_code(right: str, given: str, names: Names, free: Sequence[str]) -> Mark:
    from quiz.marking.code.judge import mark_code
    from quiz.marking.code.keyboard import mark_pressed

    def mark(expected: str, answer: str) -> Mark:
        return mark_code(expected, answer, names, free)

    return mark_pressed(right, given, mark)


def _best(marks: Sequence[Mark], kind: str) -> Mark:
    """Return the better verdict; of equals the card's own, unless another is clearly nearer.

    How near a name or a value is that is not at least a slip says nothing, so there the own
    answer stays; prose that is wrong may still be wrong in the other language.
    """
    verdict = min((mark.verdict for mark in marks), key=_ORDER.index)
    equals = [mark for mark in marks if mark.verdict is verdict]
    own, nearest = equals[0], min(equals, key=_distance)
    may_differ = verdict is Verdict.SLIP or kind == "prose"
    return nearest if may_differ and 2 * _distance(nearest) <= _distance(own) else own


def _distance(mark: Mark) -> float:
    """Return the share of the letters that differs, 0 to 1."""
    different = sum(max(len(p.given), len(p.expected)) for p in mark.diff if p.op != "same")
    return min(1.0, different / (len(mark.expected) or 1))
