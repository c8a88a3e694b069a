"""The keyboard left in the other language: what was typed, as the keys that were pressed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from quiz.marking.hangul import SHIFT_SHOWS, from_keys, has_hangul, to_keys
from quiz.marking.mark import Mark, Mistake, Verdict
from quiz.text import both

_Marker = Callable[[str, str], Mark]


def mark_layout(expected: str, given: str, mark: _Marker, *, code: bool) -> Mark:
    """Mark `given`, and where that is not right what the keys give on the other layout.

    `mark(expected, given)` judges; `code`: Latin letters are expected, whatever is typed. If
    the better mark is that of the other layout, its `keys` (for Hangul), its note and, where
    nothing else is wrong, its mistake say so.
    """
    direct = mark(expected, given)
    if direct.verdict is Verdict.RIGHT:
        return direct
    if has_hangul(given) and not has_hangul(expected):
        return _in_latin(expected, given, mark, direct, code=code)
    if has_hangul(expected) and given.isascii() and any(map(str.isalpha, given)):
        return _in_hangul(expected, given, mark, direct)
    return direct


def _in_latin(expected: str, given: str, mark: _Marker, direct: Mark, *, code: bool) -> Mark:
    keys = _with_case(to_keys(given), expected)
    meant = mark(expected, keys)
    loose = any("ㄱ" <= char <= "ㅣ" for char in given)
    if meant.verdict in (Verdict.RIGHT, Verdict.SLIP) or (
        code and (loose or meant.verdict is Verdict.CONFUSED)
    ):
        said = both("The keyboard was in Hangul; the keys pressed: {keys}", keys=keys)
        return replace(
            meant,
            given=given,
            keys=keys,
            mistake=meant.mistake or Mistake("layout", {"keys": keys}),
            note=both("{one}; {other}", one=meant.note, other=said) if meant.note else said,
        )
    spoken = code and not any(char.isascii() and char.isalnum() for char in given)
    if spoken and direct.verdict is Verdict.WRONG:
        kind = "in hangul" if any(map(str.isalpha, expected)) else "in digits"
        return replace(direct, mistake=Mistake(kind, {"given": given}))
    return direct


def _in_hangul(expected: str, given: str, mark: _Marker, direct: Mark) -> Mark:
    typed = from_keys(given)
    meant = mark(expected, typed)
    if meant.verdict not in (Verdict.RIGHT, Verdict.SLIP):
        return direct
    return replace(
        meant, given=given, mistake=meant.mistake or Mistake("latin layout", {"typed": typed})
    )


def _with_case(keys: str, expected: str) -> str:
    """Give `keys` the capitals of `expected` where Hangul does not show whether Shift was held.

    Only from both ends as far as they are the same letters: beyond that nothing is known.
    """
    front = _agreeing(keys, expected)
    back = _agreeing(keys[front:][::-1], expected[front:][::-1])
    return (
        expected[:front] + keys[front : len(keys) - back] + expected[len(expected) - back :]
        if back
        else expected[:front] + keys[front:]
    )


def _agreeing(keys: str, expected: str) -> int:
    count = 0
    for key, letter in zip(keys, expected, strict=False):
        unseen = key == letter.lower() and key not in SHIFT_SHOWS
        if key != letter and not unseen:
            break
        count += 1
    return count
