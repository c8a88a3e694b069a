"""Code typed with the keyboard left in Hangul: 낼슴ㅌ is the softmax that was pressed."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from quiz.marking.hangul import has_hangul, to_keys
from quiz.marking.mark import Mark, Mistake, Verdict
from quiz.text import both

_WORD = re.compile(r"#[^\n]*|\w+")
_LOOSE = re.compile("[ㄱ-ㅣ]")
_SAID = 3
"""Words that are told; they stand for the others."""


def mark_pressed(expected: str, given: str, mark: Callable[[str, str], Mark]) -> Mark:
    """Mark `given`, and where that is not right what the keys give in Latin letters.

    `mark(expected, given)` judges. Words in Hangul that no comment holds are taken for keys if
    the code is then at least nearly right, or if no Korean word could look so.
    """
    direct = mark(expected, given)
    pressed, words = _pressed(given, expected)
    if direct.verdict is Verdict.RIGHT or not words:
        return direct
    meant = mark(expected, pressed)
    near = meant.verdict in (Verdict.RIGHT, Verdict.SLIP, Verdict.CONFUSED)
    if not near and not any(map(_LOOSE.search, words)):
        return direct
    keys = ", ".join(list(words.values())[:_SAID])
    return replace(
        meant,
        given=given,
        keys=pressed,
        mistake=meant.mistake or Mistake("layout", {"keys": keys}),
        note=both("The keyboard was in Hangul; the keys pressed: {keys}", keys=keys),
    )


def _pressed(given: str, expected: str) -> tuple[str, dict[str, str]]:
    """Return the code as pressed, and each word in Hangul with its keys.

    Hangul seldom shows whether Shift was held: a word of the right code gives its capitals.
    """
    known = {word.casefold(): word for word in _WORD.findall(expected)}
    words: dict[str, str] = {}

    def pressed(match: re.Match[str]) -> str:
        word = match[0]
        if word.startswith("#") or not has_hangul(word) or word.casefold() in known:
            return word
        keys = to_keys(word)
        words[word] = known.get(keys.casefold(), keys)
        return words[word]

    return _WORD.sub(pressed, given), words
