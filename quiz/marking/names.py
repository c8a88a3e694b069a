"""Marking names: exact for credit, slips named, another real name always confused."""

from __future__ import annotations

import re

from quiz.marking.diff import diff
from quiz.marking.dressing import bare, fits, readings
from quiz.marking.mark import Mark, Mistake, Names, Verdict
from quiz.marking.names_list import fold
from quiz.marking.spelling import spelling
from quiz.text import Text, both

_LONGEST = 200
_WORD = re.compile(r"\w+")


def mark_name(expected: str, answer: str, names: Names) -> Mark:
    """Mark `answer` (NFC, not blank) against one right name.

    Forgiven: quotes, backticks, spaces and dots around, a call, a module or object before,
    a keyword argument with the name on either side (`loss='mse'`), and a word after it for
    what it is (`softmax 함수`).
    """
    right = bare(expected)
    options = readings(answer[: _LONGEST + len(expected)])
    plain = options[0] if options else answer
    if plain == right or (names.get(plain) is None and any(fits(one, right) for one in options)):
        return Mark(Verdict.RIGHT, answer, expected)
    if fits(plain, right):
        return Mark(Verdict.RIGHT, answer, expected)
    inside = _WORD.findall(plain.partition("(")[2])
    for name in options:
        if right in inside:
            break  # it is there, but so is something else
        if (purpose := names.get(name)) is not None:
            return _confused(expected, answer, name, purpose)
        if spelling(plain, right):
            break
    return _misspelled(expected, answer, options, names)


def _confused(expected: str, answer: str, name: str, purpose: Text) -> Mark:
    note = both("{name}: {purpose}", name=name, purpose=purpose) if purpose else Text()
    return Mark(
        Verdict.CONFUSED,
        answer,
        expected,
        Mistake("other name", {"name": name}),
        note,
        diff=diff(name, bare(expected)),
    )


def _misspelled(expected: str, answer: str, options: tuple[str, ...], names: Names) -> Mark:
    right = bare(expected)
    slip: Mistake | None = None
    for name in options:
        if len(name) <= _LONGEST and (slip := spelling(name, right)):
            break
    else:
        name = options[0] if options else answer
    if (other := _other(name, right, slip, names)) is not None:
        return _nearly_confused(expected, answer, name, other, names)
    verdict = Verdict.SLIP if slip and slip.kind != "number" else Verdict.WRONG
    return Mark(verdict, answer, expected, slip, diff=diff(name, right))


def _other(name: str, right: str, slip: Mistake | None, names: Names) -> str | None:
    """Return another real name that `name` is nearer to than to the right one."""
    if fold(name) == fold(right):
        return None
    others = [other for other in names.near(name) if other != right]
    for other in others:
        if fold(other) == fold(name):
            return other
    if slip and slip.kind not in ("several", "number"):
        return None
    for other in others:
        if (known := spelling(name, other)) and known.kind not in ("several", "number"):
            return other
    return None


def _nearly_confused(expected: str, answer: str, name: str, other: str, names: Names) -> Mark:
    purpose = names.get(other) or Text()
    return Mark(
        Verdict.CONFUSED,
        answer,
        expected,
        Mistake("near other name", {"given": name, "name": other}),
        both("{name}: {purpose}", name=other, purpose=purpose) if purpose else Text(),
        diff=diff(name, bare(expected)),
    )
