"""Judging code: right if it does the same, a slip if only misspelled, every difference named."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from quiz.marking.code.difference import Difference
from quiz.marking.code.differences import Right
from quiz.marking.code.parse import Broken, parse, plain
from quiz.marking.mark import Mark, Names, Piece, Verdict
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
    compared = Right(right, tree, names, free, imports=imports)
    return _mark(right, given, compared.differences(given, theirs))


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
