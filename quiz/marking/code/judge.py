"""Judging code: right if it does the same, a slip if only misspelled, every difference named."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from quiz.marking.code.build import Builder
from quiz.marking.code.compare import Comparer
from quiz.marking.code.difference import Difference
from quiz.marking.code.imports import import_mistakes
from quiz.marking.code.inlined import inlined
from quiz.marking.code.parse import Broken, parse, plain
from quiz.marking.mark import Mark, Mistake, Names, Piece, Verdict
from quiz.marking.spelling import several

_SAID = 3
"""Differences that are told; more do not help at once."""
_SLIPS = 2
"""Misspelled names that are still a slip."""
_NEAR = 0.5
"""How much of the right code broken code must have to be taken for an attempt at it."""
_LONGEST = 4000


def mark_code(
    expected: str, answer: str, names: Names, free: Sequence[str] = (), *, imports: bool = True
) -> Mark:
    """Judge the code `answer` by what it does, without running it.

    `free` are variables of `expected` that may be called anything; without `imports` those of
    the right code need not be there. Code that Python cannot read is a slip with the mistake
    "code …" as Python says it, where it is an attempt at the right code. ValueError: the
    expected code cannot be read.
    """
    right, given = plain(expected), plain(answer)[:_LONGEST]
    tree = parse(right)
    if isinstance(tree, Broken):
        raise ValueError(f"the expected code is broken at {tree.at}")
    theirs = parse(given)
    if isinstance(theirs, Broken):
        return _broken(right, given, theirs)
    ours, yours = Builder(right, tree), Builder(given, theirs)
    found = Comparer(right, given, names, frozenset(free)).compare(ours.body, yours.body)
    if any(one.degree != "slip" for one in found) and _same_inlined(ours, yours, names, free):
        found = []
    if imports and all(one.degree == "slip" for one in found):
        alone = not ours.body.parts
        wrong = import_mistakes(ours.names, yours.names, alone=alone)
        found += [_of_import(mistake, slips) for mistake, slips in wrong]
    return _mark(right, given, found)


def _same_inlined(ours: Builder, yours: Builder, names: Names, free: Sequence[str]) -> bool:
    """Return whether the codes are the same but for variables that are made and used once."""
    asked = {str(term.value) for term in ours.body.within() if term.kind == "name"} - set(free)
    right = inlined(ours.body, lambda name: name in free)
    given = inlined(yours.body, lambda name: name not in asked)
    if right == ours.body and given == yours.body:
        return False
    return not Comparer(ours.code, yours.code, names, frozenset(free)).compare(right, given)


def _of_import(mistake: Mistake, slips: bool) -> Difference:
    line = f"import {mistake.values['name']}\n" if mistake.kind == "code import missing" else ""
    return Difference(mistake, 0, 0, line, "slip" if slips else "wrong")


def _mark(right: str, given: str, found: list[Difference]) -> Mark:
    if not found:
        return Mark(Verdict.RIGHT, given, right)
    degrees = [one.degree for one in found]
    if set(degrees) == {"slip"} and len(found) <= _SLIPS:
        verdict = Verdict.SLIP
    else:
        verdict = Verdict.CONFUSED if degrees == ["other"] else Verdict.WRONG
    told = {(one.mistake.kind, *one.mistake.values.items()): one.mistake for one in found}
    mistake = several(list(told.values())[:_SAID])
    return Mark(verdict, given, right, mistake, diff=_pieces(given, found))


def _broken(right: str, given: str, broken: Broken) -> Mark:
    verdict = Verdict.SLIP if is_attempt(right, given) else Verdict.WRONG
    at = min(broken.at, max(len(given) - 1, 0))
    pieces = (
        Piece("same", given[:at], given[:at]),
        Piece("extra", given[at : at + 1], ""),
        Piece("same", given[at + 1 :], given[at + 1 :]),
    )
    shown = tuple(piece for piece in pieces if piece.given)
    return Mark(verdict, given, right, broken.mistake, diff=shown)


def is_attempt(right: str, given: str) -> bool:
    """Return whether broken code is like enough to the right one to be worth another try."""
    return SequenceMatcher(None, given, right, autojunk=False).ratio() >= _NEAR


def _pieces(given: str, found: Sequence[Difference]) -> tuple[Piece, ...]:
    """Return the answer with each difference marked where it stands, and what belongs there."""
    pieces: list[Piece] = []
    at = 0
    for one in found:
        if one.start < at:
            continue
        if one.start > at:
            pieces.append(Piece("same", given[at : one.start], given[at : one.start]))
        text = given[one.start : one.end]
        if text:
            pieces.append(Piece("changed" if one.expected else "extra", text, one.expected))
        elif one.expected:
            pieces.append(Piece("missing", "", one.expected))
        at = one.end
    if at < len(given):
        pieces.append(Piece("same", given[at:], given[at:]))
    return tuple(pieces)
