"""Korean particles behind a value, by the sound it ends with: (28, 28, 1)은, Dense는."""

from __future__ import annotations

import re

_PAIRS = (
    ("이라고는", "라고는"),
    ("이라는", "라는"),
    ("이라고", "라고"),
    ("이라서", "라서"),
    ("이에요", "예요"),
    ("이어야", "여야"),
    ("이지만", "지만"),
    ("으로는", "로는"),
    ("으로", "로"),
    ("이라", "라"),
    ("이고", "고"),
    ("이면", "면"),
    ("이나", "나"),
    ("인데", "인데"),
    ("은", "는"),
    ("이", "가"),
    ("을", "를"),
    ("과", "와"),
)
"""Each after a consonant, and after a vowel."""
_OF = {form: pair for pair in reversed(_PAIRS) for form in pair}
PARTICLE = "|".join(sorted(_OF, key=len, reverse=True))
"""Any of them, as part of a regular expression."""

_SOUND = re.compile(r"[0-9A-Za-z가-힣]")
_CONSONANT_DIGITS = "013678"
"""Digits whose names end in a consonant: 영 일 삼 육 칠 팔."""
_CONSONANT_LETTERS = "lmnLMN"
_R_SOUNDS = "178lL"
"""After ㄹ it is 로, not 으로."""


def particle(value: str, form: str) -> str:
    """Return `form`, a particle, as it stands behind `value`; letters that are read are a guess."""
    after_consonant, after_vowel = _OF[form]
    heard = _SOUND.findall(value)
    last = heard[-1] if heard else ""
    if last >= "가":
        final = (ord(last) - ord("가")) % 28
        is_r = final == 8
    else:
        closed = last != "" and last in _CONSONANT_DIGITS + _CONSONANT_LETTERS
        final = int(closed or heard[-2:] == ["n", "g"])
        is_r = last != "" and last in _R_SOUNDS
    if after_consonant.startswith("으로") and is_r:
        return after_vowel
    return after_consonant if final else after_vowel
