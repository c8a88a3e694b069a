"""Numbers as people write them: `1,600`, `10개`, and 3.10, which as a version is not 3.1."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?:python|파이썬|version|버전|ver\.?|v)\s*(?=\d)", re.IGNORECASE)
_DECIMAL = re.compile(r"(\d+)\.(\d+)")
_VERSION = re.compile(r"\d+(?:\.\d+)+[a-z]*\d*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
# Not 만 or 천, which multiply.
_COUNTER = re.compile(r"(?<=\d)\s*(?:개|번|장|회|배|층|축|차원|가지|비트)$")


def as_number(text: str) -> str:
    """Return a number without a Korean counter after it and commas between thousands."""
    text = _COUNTER.sub("", text)
    return _THOUSANDS.sub("", text) if _GROUPED.fullmatch(text) else text


def without_word(text: str) -> str:
    """Return a version or number without "Python", "v" or "version" before it."""
    match = _BEFORE.match(text)
    return text[match.end() :] if match else text


def same_version(given: str, expected: str) -> bool | None:
    """Return whether two texts are the same version, None where they are plain numbers.

    A deck does not say whether `3.10` is a version, so with two bare decimals of equal value
    but different digits only those below 1 count as numbers (0.50 = 0.5), and only if the
    expected one does not itself end in a zero that somebody meant.
    """
    if not _VERSION.fullmatch(expected) or not _VERSION.fullmatch(given):
        return None
    if given == expected:
        return True
    ours, theirs = _DECIMAL.fullmatch(given), _DECIMAL.fullmatch(expected)
    if ours and theirs and float(given) == float(expected):
        return int(ours[1]) == 0 and not theirs[2].endswith("0")
    return False
