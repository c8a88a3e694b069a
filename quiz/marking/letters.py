"""Naming one edit among the letters of a name: doubled, dropped, r for l, -ar for -er …"""

from __future__ import annotations

from quiz.marking.align import Run
from quiz.marking.mark import Mistake

SEPARATORS = "_- "
VOWELS = frozenset("aeiouy")
_ENDINGS = frozenset(("er", "or", "ar"))
_ALIKE = frozenset((("m", "n"), ("b", "d"), ("p", "q"), ("l", "1"), ("i", "l"), ("o", "0")))
_SOUNDS = (
    *(("r", "l"), ("b", "v"), ("p", "f"), ("d", "t"), ("z", "j"), ("s", "z"), ("s", "c")),
    *(("c", "k"), ("g", "j"), ("k", "q"), ("f", "ph"), ("x", "ks"), ("k", "ck"), ("s", "sh")),
)
SOUNDS = {frozenset(pair): "/".join(pair) for pair in _SOUNDS}
"""Letters that sound alike to a Korean speaker, and the kind of mistake they make."""


def name_step(run: Run, given: str, expected: str) -> Mistake | None:
    """Name one edit between `given` and `expected`, None if it is more than two letters."""
    ours, theirs = given[run.g : run.g_end], expected[run.e : run.e_end]
    if set(ours + theirs) <= set(SEPARATORS):
        kind = "hyphen" if "-" in ours else "space" if " " in ours else "underscore"
        return in_words(kind, run, given, expected, SEPARATORS)
    if run.op == "swapped":
        return Mistake("swapped", {"given": ours, "expected": theirs})
    if run.op == "missing":
        return _missing(theirs, run, expected)
    if run.op == "extra":
        return _extra(ours, run, given)
    return _changed(ours, theirs, run, given, expected)


def _missing(letters: str, run: Run, expected: str) -> Mistake | None:
    if len(letters) > 2 or (len(letters) == 2 and letters.isdigit()):
        return None  # float for float32: the number is what was asked for
    beside = expected[max(run.e - 1, 0) : run.e] + expected[run.e_end : run.e_end + 1]
    if len(letters) == 1 and letters in beside:
        return Mistake("undoubled", {"letters": letters})
    if letters == "s" and _noun_ends(expected, run.e_end):
        return Mistake("singular", {"word": _around(expected, run.e, run.e_end)})
    if len(letters) == 2 and word_ends(expected, run.e) and word_ends(expected, run.e_end):
        return Mistake("word missing", {"expected": letters})
    return Mistake("dropped", {"letters": letters})


def _extra(letters: str, run: Run, given: str) -> Mistake | None:
    if len(letters) > 2:
        return None
    beside = given[max(run.g - 1, 0) : run.g] + given[run.g_end : run.g_end + 1]
    if len(letters) == 1 and letters in beside:
        return Mistake("doubled", {"letters": letters})
    if letters == "s" and _noun_ends(given, run.g_end):
        return Mistake("plural", {"word": _around(given, run.g, run.g_end)})
    return Mistake("extra", {"letters": letters})


def _changed(ours: str, theirs: str, run: Run, given: str, expected: str) -> Mistake:
    values = {"given": ours, "expected": theirs}
    one, other = ours.casefold(), theirs.casefold()
    if one == other:
        return in_words("case", run, given, expected)
    if one.isdigit() and other.isdigit():
        return Mistake(_digit(run, expected), values)
    after = expected[run.e_end : run.e_end + 1]
    if {one + after, other + after} <= _ENDINGS and word_ends(expected, run.e_end + 1):
        return Mistake("ending", {"given": f"-{ours}{after}", "expected": f"-{theirs}{after}"})
    if kind := SOUNDS.get(frozenset((one, other))):
        return Mistake(kind, values)
    if one in VOWELS and other in VOWELS:
        return Mistake("vowel", values)
    alike = (one, other) in _ALIKE or (other, one) in _ALIKE
    return Mistake("lookalike" if alike else "letter", values)


def _digit(run: Run, expected: str) -> str:
    """Return "number" where another digit makes another thing: bits of a dtype, dimensions."""
    after, before = expected[run.e_end : run.e_end + 1], expected[max(run.e - 1, 0) : run.e]
    return "number" if after == "D" or after.isdigit() or before.isdigit() else "digit"


def in_words(kind: str, run: Run, given: str, expected: str, inside: str = "") -> Mistake:
    """Return a mistake that shows the words around the edit `run`, not its letters alone.

    Letters of `inside` count as parts of a word.
    """
    ours = _around(given, run.g, run.g_end, inside)
    theirs = _around(expected, run.e, run.e_end, inside)
    return Mistake(kind, {"given": ours, "expected": theirs})


def _around(text: str, start: int, end: int, inside: str = "") -> str:
    """Return the words that touch `text[start:end]`, so that a sentence shows where it is."""
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in inside):
        start -= 1
    while end < len(text) and (text[end].isalnum() or text[end] in inside):
        end += 1
    return text[start:end]


def _noun_ends(text: str, place: int) -> bool:
    """Return whether a word that may have a plural ends before `place`, not one of CamelCase."""
    return not text[place : place + 1].isalpha()


def word_ends(text: str, place: int) -> bool:
    """Return whether a word of the name `text` ends before `place`: `_`, a capital, a digit."""
    after = text[place : place + 1]
    return not after.isalpha() or (after.isupper() and text[place - 1 : place].islower())
