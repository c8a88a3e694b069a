"""Naming what happened to the letters of a name: which edits, and how many slips they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.marking.align import Run, align, joined
from quiz.marking.letters import SOUNDS, VOWELS, in_words, name_step
from quiz.marking.mark import Mistake

LAYOUT = frozenset(("case", "underscore", "hyphen", "space"))
"""Kinds of slip that are one slip however often they are made in a name."""


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
            whole = slip.kind in LAYOUT
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
        yield in_words("case", run, given, expected) if same else None
    else:
        i, j, kind = _group(ours.casefold(), theirs.casefold())
        if kind:
            yield Mistake(kind, {"given": ours[:i], "expected": theirs[:j]})
        g, e = run.g + i, run.e + j
        for step in _together(align(ours[i:], theirs[j:])):
            moved = Run(step.op, step.g + g, step.g_end + g, step.e + e, step.e_end + e)
            yield name_step(moved, given, expected)


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


def _moved(slips: list[Mistake]) -> list[Mistake]:
    """A letter missing here and extra there is one letter in the wrong place."""
    if {slip.kind for slip in slips} == {"dropped", "extra"} and len(slips) == 2:
        letters = {slip.values["letters"] for slip in slips}
        if len(letters) == 1:
            return [Mistake("moved", {"letters": letters.pop()})]
    return slips
