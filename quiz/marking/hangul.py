"""Hangul as jamo and as keys of the two-set keyboard layout, there and back."""

from __future__ import annotations

import re
from functools import cache

from quiz.text import nfc

_FIRST_SYLLABLE, _LAST_SYLLABLE = "가", "힣"
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")

# A jamo typed with two keys, by the jamo of those keys.
_COMPOUNDS = {
    "ㅘ": "ㅗㅏ", "ㅙ": "ㅗㅐ", "ㅚ": "ㅗㅣ", "ㅝ": "ㅜㅓ", "ㅞ": "ㅜㅔ", "ㅟ": "ㅜㅣ",
    "ㅢ": "ㅡㅣ", "ㄳ": "ㄱㅅ", "ㄵ": "ㄴㅈ", "ㄶ": "ㄴㅎ", "ㄺ": "ㄹㄱ", "ㄻ": "ㄹㅁ",
    "ㄼ": "ㄹㅂ", "ㄽ": "ㄹㅅ", "ㄾ": "ㄹㅌ", "ㄿ": "ㄹㅍ", "ㅀ": "ㄹㅎ", "ㅄ": "ㅂㅅ",
}  # fmt: skip
_PAIRS = {pair: jamo for jamo, pair in _COMPOUNDS.items()}

# The jamo of decomposed text (NFD) that found no partner to be composed with.
_CONJOINING = {
    chr(start + place): char
    for start, chars in ((0x1100, _INITIALS), (0x1161, _VOWELS), (0x11A7, _FINALS))
    for place, char in enumerate(chars)
}
_SYLLABLE = re.compile(
    f"([{_INITIALS}])({'|'.join(p for p in _PAIRS if p[0] in _VOWELS)}|[{_VOWELS}])"
    f"((?:{'|'.join(p for p in _PAIRS if p[0] in _INITIALS)}|[{''.join(_FINALS)}])(?![{_VOWELS}]))?"
)

# KS X 5002, the two-set layout; only these seven keys give another jamo with Shift.
_KEY_OF = dict(
    zip(
        "ㅂㅈㄷㄱㅅㅛㅕㅑㅐㅔㅁㄴㅇㄹㅎㅗㅓㅏㅣㅋㅌㅊㅍㅠㅜㅡㅃㅉㄸㄲㅆㅒㅖ",
        "qwertyuiopasdfghjklzxcvbnmQWERTOP",
        strict=True,
    )
)
_JAMO_OF = {key: char for char, key in _KEY_OF.items()}
SHIFT_SHOWS = frozenset("qwertop")
"""Letters whose Shift is seen in the Hangul they give; of the others the case is unknown."""


def is_hangul(char: str) -> bool:
    """Return whether `char` is a composed syllable or a jamo that stands alone."""
    return _FIRST_SYLLABLE <= char <= _LAST_SYLLABLE or "ㄱ" <= char <= "ㅣ"


def has_final(char: str) -> bool:
    """Return whether the syllable `char` ends in a consonant (받침)."""
    return (
        _FIRST_SYLLABLE <= char <= _LAST_SYLLABLE
        and (ord(char) - ord(_FIRST_SYLLABLE)) % len(_FINALS) > 0
    )


def has_hangul(text: str) -> bool:
    """Return whether any of `text`, composed or not, is Hangul."""
    return not text.isascii() and any(map(is_hangul, nfc(text)))


@cache
def split(char: str) -> str:
    """Return the jamo of one syllable or jamo, compounds as their two keys; else `char` itself."""
    if _FIRST_SYLLABLE <= char <= _LAST_SYLLABLE:
        rest, final = divmod(ord(char) - ord(_FIRST_SYLLABLE), len(_FINALS))
        initial, vowel = divmod(rest, len(_VOWELS))
        parts = (_INITIALS[initial], _VOWELS[vowel], _FINALS[final])
        return "".join(_COMPOUNDS.get(part, part) for part in parts)
    char = _CONJOINING.get(char, char)
    return _COMPOUNDS.get(char, char)


def jamo(text: str) -> str:
    """Return `text` with every syllable as its jamo, in the order they are typed."""
    return text if text.isascii() else "".join(map(split, nfc(text)))


def to_keys(text: str) -> str:
    """Return the Latin keys that give `text` on the two-set layout (`낼슴ㅌ` → `softmax`)."""
    return "".join(_KEY_OF.get(char, char) for char in jamo(text))


def from_keys(keys: str) -> str:
    """Return the Hangul that `keys` give on the two-set layout (`thvmxm` → `소프트`)."""
    return compose("".join(_JAMO_OF.get(key) or _JAMO_OF.get(key.lower(), key) for key in keys))


def compose(text: str) -> str:
    """Return `text` with its jamo put together into syllables, as an input method would."""
    return _SYLLABLE.sub(_syllable, jamo(text))


def _syllable(match: re.Match[str]) -> str:
    initial, vowel, final = match.group(1), match.group(2), match.group(3) or ""
    place = _INITIALS.index(initial) * len(_VOWELS) + _VOWELS.index(_PAIRS.get(vowel, vowel))
    rank = _FINALS.index(_PAIRS.get(final, final))
    return chr(ord(_FIRST_SYLLABLE) + place * len(_FINALS) + rank)
