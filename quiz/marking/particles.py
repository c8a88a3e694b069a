"""Prose without what may differ: case, spaces, hyphens, punctuation, Korean particles."""

from __future__ import annotations

import re

from quiz.marking.hangul import has_final, is_hangul, split

_QUOTES = re.compile(r"[\"'`‘’“”´「」『』\u200b\u200c\u200d\u2060]")
_SIGNS = str.maketrans({"～": "~", "∼": "~", "−": "-", "‐": "-", "‑": "-", "–": "-", "—": "-"})
_PUNCTUATION = re.compile(r"[,;:.!?…。、]+(?=\s|$)")
_HYPHEN = re.compile(r"(?<=\w)[-_·](?=[^\W\d])|(?<=[^\W\d])[-_·](?=\w)|(?<=\s)-(?=\s)")
_ARTICLES = frozenset(("the", "a", "an"))

_AFTER_FINAL = ("은", "이", "을", "과", "으로", "이랑")
_AFTER_VOWEL = ("는", "가", "를", "와", "로", "랑", "다", "며", "고")
_ANYWHERE = (
    *("의", "에", "에서", "에게", "까지", "부터", "으로써", "로써", "으로서", "로서", "들"),
    *("이다", "이며", "이고"),
    *("입니다", "이에요", "예요", "임", "함", "하기", "하다", "한다", "합니다", "해요", "하는것"),
)
# `도` ends too many nouns (정확도) to be cut off, but may be added.
_PARTICLES = frozenset((*_AFTER_FINAL, *_AFTER_VOWEL, *_ANYWHERE, "도"))
_CUT = tuple(sorted((*_AFTER_FINAL, *_AFTER_VOWEL, *_ANYWHERE), key=len, reverse=True))


def words(text: str) -> list[str]:
    """Return the words of `text` (NFC) in lower case, hyphens as spaces, without articles."""
    text = _QUOTES.sub("", text.translate(_SIGNS)).casefold()
    text = _HYPHEN.sub(" ", _PUNCTUATION.sub(" ", text))
    found = text.split()
    return [word for word in found if word not in _ARTICLES] or found


def stems(parts: list[str]) -> list[str]:
    """Return words without their particles, where what is left can be a word.

    One syllable can be one beside others (값을 고른다), but not alone (정의).
    """
    shortest = 1 if len(parts) > 1 else 2
    return [_stem(part, shortest) for part in parts]


def _stem(word: str, shortest: int) -> str:
    for particle in _CUT:
        rest = word.removesuffix(particle)
        if rest != word and _can_carry(rest, particle, shortest):
            return rest
    return word


def _can_carry(rest: str, particle: str, shortest: int) -> bool:
    if not rest:
        return False
    last = rest[-1]
    if not is_hangul(last):
        return last.isalnum()
    if len(rest) < shortest or (particle in _AFTER_FINAL and not has_final(last)):
        return False
    return (
        particle not in _AFTER_VOWEL
        or not has_final(last)
        or (particle == "로" and split(last).endswith("ㄹ"))
    )


def together(parts: list[str]) -> str:
    """Return words without spaces, but for one between two digits: "0 1" is not "01"."""
    joined = ""
    for part in parts:
        apart = joined[-1:].isdigit() and part[:1].isdigit()
        joined += f" {part}" if apart else part
    return joined


def says(given: str, expected: list[str]) -> bool:
    """Return whether `given` (made by `together`) is the words `expected`, particles aside.

    Particles are looked for only where a word of `expected` ends, so that none is taken
    out of the middle of a word.
    """
    places = {0}
    for part, root, after in zip(expected, stems(expected), [*expected[1:], ""], strict=True):
        ends = {
            place + len(word)
            for place in places
            for word in {part, root}
            if given.startswith(word, place)
        }
        cut = {end + len(p) for end in ends for p in _PARTICLES if given.startswith(p, end)}
        places = ends | cut
        if root[-1:].isdigit() and after[:1].isdigit():
            spaced = {place + 1 for place in places if given.startswith(" ", place)}
            places = cut | spaced
        if not places:
            return False
    return len(given) in places
