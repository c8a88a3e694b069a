"""Naming what happened to the letters of a name: swapped, doubled, r for l …"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.marking.align import Run, align, joined
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


def letter_slips(given: str, expected: str) -> list[Mistake] | None:
    """Return the slips that make `given` of `expected`, None where more than letters differ.

    Wrong case is one slip however many letters it touches, and so are separators.
    """
    slips: dict[tuple[str, int], Mistake] = {}
    runs = joined(align(given, expected))
    for run in runs:
        if run.op == "same":
            continue
        for place, slip in enumerate(_named(run, given, expected)):
            if slip is None:
                return None
            whole = slip.kind in ("case", "underscore", "hyphen", "space")
            slips.setdefault((slip.kind, 0 if whole else 1 + run.e * 9 + place), slip)
    return _moved(list(slips.values()))


def _named(run: Run, given: str, expected: str) -> Iterator[Mistake | None]:
    ours, theirs = given[run.g : run.g_end], expected[run.e : run.e_end]
    if run.op == "swapped":
        yield Mistake("swapped", {"given": ours, "expected": theirs})
    elif ours.isdigit() and theirs.isdigit() and len(theirs) > 1:
        yield Mistake("number", {"given": ours, "expected": theirs})
    elif len(ours) > 3 or len(theirs) > 3:
        same = ours.casefold() == theirs.casefold()
        yield _in_words("case", run, given, expected) if same else None
    else:
        i, j, kind = _group(ours.casefold(), theirs.casefold())
        if kind:
            yield Mistake(kind, {"given": ours[:i], "expected": theirs[:j]})
        g, e = run.g + i, run.e + j
        for step in _together(align(ours[i:], theirs[j:])):
            moved = Run(step.op, step.g + g, step.g_end + g, step.e + e, step.e_end + e)
            yield _step(moved, given, expected)


def _together(steps: Sequence[Run]) -> list[Run]:
    """Join gaps of several letters; changed letters stay one by one."""
    runs: list[Run] = []
    for step in steps:
        before = runs[-1] if runs else None
        if before and before.op == step.op and step.op in ("missing", "extra"):
            runs[-1] = Run(step.op, before.g, step.g_end, before.e, step.e_end)
        else:
            runs.append(step)
    return [run for run in runs if run.op != "same"]


def _group(ours: str, theirs: str) -> tuple[int, int, str]:
    """Return how many letters at the start stand for one sound, and the kind of mistake."""
    for i, j in ((len(ours), len(theirs)), (2, 1), (1, 2)):
        one, other = ours[:i], theirs[:j]
        if len(one) + len(other) < 3 or not one or not other:
            continue
        if VOWELS.issuperset(one + other):
            return i, j, "vowel"
        if kind := SOUNDS.get(frozenset((one, other))):
            return i, j, kind
    return 0, 0, ""


def _step(run: Run, given: str, expected: str) -> Mistake | None:
    ours, theirs = given[run.g : run.g_end], expected[run.e : run.e_end]
    if set(ours + theirs) <= set(SEPARATORS):
        kind = "hyphen" if "-" in ours else "space" if " " in ours else "underscore"
        return _in_words(kind, run, given, expected)
    if run.op == "swapped":
        return Mistake("swapped", {"given": ours, "expected": theirs})
    if run.op == "missing":
        return _missing(theirs, run, expected)
    if run.op == "extra":
        return _extra(ours, run, given)
    return _changed(ours, theirs, run, given, expected)


def _missing(letters: str, run: Run, expected: str) -> Mistake | None:
    if len(letters) > 2 or (letters.isdigit() and _among_digits(run, expected)):
        return None
    beside = expected[max(run.e - 1, 0) : run.e] + expected[run.e_end : run.e_end + 1]
    if len(letters) == 1 and letters in beside:
        return Mistake("undoubled", {"letters": letters})
    if letters == "s" and word_ends(expected, run.e_end):
        return Mistake("singular", {"word": _word(expected, run.e, run.e_end)})
    if len(letters) == 2 and word_ends(expected, run.e) and word_ends(expected, run.e_end):
        return Mistake("word missing", {"expected": letters})
    return Mistake("dropped", {"letters": letters})


def _among_digits(run: Run, expected: str) -> bool:
    """Return whether a left-out digit is part of a longer number: of the 32 in float32."""
    around = expected[max(run.e - 1, 0) : run.e] + expected[run.e_end : run.e_end + 1]
    return run.e_end - run.e > 1 or any(map(str.isdigit, around))


def _extra(letters: str, run: Run, given: str) -> Mistake | None:
    if len(letters) > 2:
        return None
    beside = given[max(run.g - 1, 0) : run.g] + given[run.g_end : run.g_end + 1]
    if len(letters) == 1 and letters in beside:
        return Mistake("doubled", {"letters": letters})
    if letters == "s" and word_ends(given, run.g_end):
        return Mistake("plural", {"word": _word(given, run.g, run.g_end)})
    return Mistake("extra", {"letters": letters})


def _changed(ours: str, theirs: str, run: Run, given: str, expected: str) -> Mistake:
    values = {"given": ours, "expected": theirs}
    one, other = ours.casefold(), theirs.casefold()
    if one == other:
        return _in_words("case", run, given, expected)
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


def _moved(slips: list[Mistake]) -> list[Mistake]:
    """A letter missing here and extra there is one letter in the wrong place."""
    if {slip.kind for slip in slips} == {"dropped", "extra"} and len(slips) == 2:
        letters = {slip.values["letters"] for slip in slips}
        if len(letters) == 1:
            return [Mistake("moved", {"letters": letters.pop()})]
    return slips


def _in_words(kind: str, run: Run, given: str, expected: str) -> Mistake:
    ours = _around(given, run.g, run.g_end)
    theirs = _around(expected, run.e, run.e_end)
    return Mistake(kind, {"given": ours, "expected": theirs})


def _around(text: str, start: int, end: int) -> str:
    """Return the words that touch `text[start:end]`, so that a sentence shows where it is."""
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return text[start:end]


def _word(text: str, start: int, end: int) -> str:
    return _around(text, start, end)


def word_ends(text: str, place: int) -> bool:
    """Return whether a word of the name `text` ends before `place`: `_`, a capital, a digit."""
    after = text[place : place + 1]
    return not after.isalpha() or (after.isupper() and text[place - 1 : place].islower())
