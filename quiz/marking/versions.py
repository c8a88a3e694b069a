"""Numbers as people write them: `1,600`, and 3.10, which as a version is not 3.1."""

from __future__ import annotations

import re

_BEFORE = re.compile(r"(?:python|파이썬|version|버전|ver\.?|v)\s*(?=\d)", re.IGNORECASE)
_DECIMAL = re.compile(r"(\d+)\.(\d+)")
_VERSION = re.compile(r"\d+(?:\.\d+)+[a-z]*\d*")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?:\D|$))")
_GROUPED = re.compile(r"[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_BIGGEST = 100
"""First parts of versions are below it: 3.10, 23.1, but 150.5 is a number."""


def without_commas(text: str) -> str:
    """Return a number without commas between its thousands."""
    return _THOUSANDS.sub("", text) if _GROUPED.fullmatch(text) else text


def without_word(text: str) -> str:
    """Return a version or number without "Python", "v" or "version" before it."""
    match = _BEFORE.match(text)
    return text[match.end() :] if match else text


def same_version(given: str, expected: str) -> bool | None:
    """Return whether two texts are the same version, None where they are to be compared as numbers.

    A deck does not say whether `3.10` is a version. Two decimals of unequal value differ
    either way, and are told apart as numbers. Of equal value, with more zeros at the end of
    one, they are versions, thus not the same, where both could be: a first part from 1 to
    99, no second part like 05 or 00 (1.5 ≠ 1.50, but 25.0 = 25.00 and 0.5 = 0.50). Below 1
    that zero counts only where the expected one has it, for there somebody meant it.
    """
    if not _VERSION.fullmatch(expected) or not _VERSION.fullmatch(given):
        return None
    if given == expected:
        return True
    ours, theirs = _DECIMAL.fullmatch(given), _DECIMAL.fullmatch(expected)
    if not ours or not theirs:
        return False
    if float(given) != float(expected) or any(map(_zeros_first, (ours[2], theirs[2]))):
        return None
    if int(theirs[1]) == 0:
        return not theirs[2].endswith("0")
    return None if int(theirs[1]) >= _BIGGEST else False


def _zeros_first(part: str) -> bool:
    return part[0] == "0" and part != "0"
