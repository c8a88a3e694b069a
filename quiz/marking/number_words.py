"""A number among words: `1.2부터`, `sklearn 1.2`, `항상 1`, unless a word changes the number."""

from __future__ import annotations

import re

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*|\.\d+)(?:[eE][+-]?\d+)?"
_WORD = r"[^\W\d_]+(?:[-_][^\W\d_]+)*"
# Korean joins its words to a number; a Latin letter beside a digit is part of it (10k, 2D).
_SAID = re.compile(
    rf"((?:{_WORD}[\s:]+)*[가-힣]*)((?:(?<!\S)[+-])?{_NUMBER})([가-힣]*(?:\s+{_WORD})*)[.!]?"
)
_CHANGING_KO = re.compile(
    r"아[니닌님녜냐]|않|없|못|말고|대신|빼|제외"
    r"|이하|이상|미만|초과|까지|보다|넘|이전|다음|직전|사이|^안$|^전(?:에|까지|의)?$"
    r"|쯤|정도|가량|거의|대략|^약$|또는|혹은"
    r"|^[만천백십억조]|[만천백십억]$|점$|째|마이너스|음수|영하|분의|절반|^반$"
    r"|제곱|루트|로그|곱|나누|더하|퍼센트|프로$"
)
_CHANGING_EN = frozenset(
    (
        *("not", "no", "non", "never", "but", "except", "without", "or", "and", "between"),
        *("about", "around", "approximately", "approx", "roughly", "nearly", "almost"),
        *("over", "under", "above", "below", "more", "less", "than", "least", "most", "up"),
        *("before", "after", "until", "till", "earlier", "later", "older", "newer"),
        *("minus", "negative", "plus", "times", "half", "third", "quarter", "twice", "double"),
        *("triple", "dozen", "hundred", "thousand", "million", "billion", "percent"),
        *("squared", "cubed", "power", "log", "sqrt", "root", "exp", "inf"),
        *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    )
)


def is_number(text: str) -> bool:
    """Return whether `text` is one number or version and nothing else."""
    return re.fullmatch(f"[+-]?{_NUMBER}", text) is not None


def without_words(text: str) -> str:
    """Return the one number of `text` if all around it are words that leave it what it is.

    Else, where there is another number, a sign, or a word that denies, rounds, bounds or
    multiplies, `text` as it is.
    """
    match = _SAID.fullmatch(text.replace("−", "-"))
    if not match:
        return text
    words = re.findall(_WORD, f"{match.group(1)} {match.group(3)}")
    return text if any(map(_changes, words)) else match.group(2)


def _changes(word: str) -> bool:
    word = word.casefold()
    if word.isascii():
        return len(word) == 1 or word in _CHANGING_EN  # n and x stand for numbers
    return _CHANGING_KO.search(word) is not None
