"""Slips of whole words in a name: one left out, shortened, written out, in another form."""

from __future__ import annotations

import re
from functools import cache

from quiz.marking.letters import VOWELS
from quiz.marking.mark import Mistake
from quiz.marking.slips import letter_slips

_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]?[a-z]+|\d+D?|[A-Z]+")
_MOST_WORDS = 8
_MOST_SLIPS = 2
_KEPT = 0.6
_FORMS = frozenset(
    ("", "e", "d", "ed", "er", "or", "y", "ie", "ies", "ied", "ic", "ical", "ing", "ion", "s")
) | {"ation", "ity", "ning", "ping", "ize", "ized"}
_VERBS = frozenset(("load", "fetch", "read", "get", "make"))

_Slips = tuple[Mistake, ...]


def word_slips(given: str, expected: str) -> list[Mistake] | None:
    """Return the slips of words that make `given` of `expected`, None if there are too many.

    The first word is what tells a name from its neighbours, so it cannot be left out.
    """
    ours, theirs = tuple(_WORD.findall(given)), tuple(_WORD.findall(expected))
    if not ours or not theirs or max(len(ours), len(theirs)) > _MOST_WORDS:
        return None
    if ours != theirs and sorted(ours) == sorted(theirs):
        return [Mistake("order", {"expected": " · ".join(theirs)})]
    slips = _compare(ours, theirs)
    if slips is None or len(slips) > _MOST_SLIPS:
        return None
    lost = sum(len(slip.values["expected"]) for slip in slips if slip.kind == "word missing")
    return list(slips) if lost <= (1 - _KEPT) * sum(map(len, theirs)) else None


def _compare(ours: tuple[str, ...], theirs: tuple[str, ...]) -> _Slips | None:
    @cache
    def best(i: int, j: int) -> _Slips | None:
        """Return the fewest slips between the words from `i` and from `j` on."""
        if i == len(ours) and j == len(theirs):
            return ()
        found = [
            slips + rest
            for slips, down, right in _steps(ours[i:], theirs[j:], first=j == 0)
            if (rest := best(i + down, j + right)) is not None
        ]
        return min(found, key=len, default=None)

    return best(0, 0)


def _steps(
    ours: tuple[str, ...], theirs: tuple[str, ...], *, first: bool
) -> list[tuple[_Slips, int, int]]:
    """Return ways to begin: the slips made, the words used up of both sides."""
    steps: list[tuple[_Slips, int, int]] = []
    if ours and theirs and (slips := _pair(ours[0], theirs[0])) is not None:
        steps.append((slips, 1, 1))
    if theirs and not first and not theirs[0].isdigit():
        steps.append(((Mistake("word missing", {"expected": theirs[0]}),), 0, 1))
    if ours and theirs:
        if count := _initials(ours[0], theirs):
            steps.append(((_said("short", ours[:1], theirs[:count]),), 1, count))
        if count := _initials(theirs[0], ours):
            steps.append(((_said("long", ours[:count], theirs[:1]),), count, 1))
    return steps


def _initials(short: str, words: tuple[str, ...]) -> int:
    count = len(short)
    initials = "".join(word[0] for word in words[:count])
    return count if count > 1 and initials.casefold() == short.casefold() else 0


def _said(kind: str, ours: tuple[str, ...], theirs: tuple[str, ...]) -> Mistake:
    return Mistake(kind, {"given": " ".join(ours), "expected": " ".join(theirs)})


def _pair(ours: str, theirs: str) -> _Slips | None:
    if ours.casefold() == theirs.casefold():
        return ()
    if ours == f"{theirs}es":
        return (Mistake("plural", {"word": ours}),)
    if theirs == f"{ours}es":
        return (Mistake("singular", {"word": theirs}),)
    if kind := _form(ours.casefold(), theirs.casefold()):
        return (_said(kind, (ours,), (theirs,)),)
    slips = letter_slips(ours, theirs)
    if slips is None or len(theirs) <= 3 * sum(len(s.values.get("letters", ".")) for s in slips):
        return None
    return tuple(slips)


def _form(ours: str, theirs: str) -> str:
    """Return what another form of a word is called, "" if it is another word."""
    if {ours, theirs} <= _VERBS:
        return "word"
    stem = 0
    while ours[stem : stem + 1] == theirs[stem : stem + 1] != "":
        stem += 1
    if stem >= 3 and {ours[stem:], theirs[stem:]} <= _FORMS:
        return "form"
    if _shortens(ours, theirs) and len(ours) >= 3:
        return "short"
    return "long" if _shortens(theirs, ours) else ""


def _shortens(short: str, word: str) -> bool:
    """Return whether `short` is how people shorten `word`: its beginning, or its consonants.

    So calc and avg shorten calculate and average; mean does not shorten median.
    """
    letters = iter(word)
    return (
        len(word) >= len(short) + 2
        and short[0] == word[0]
        and (word.startswith(short) or VOWELS.isdisjoint(short[1:]))
        and all(letter in letters for letter in short)
    )
