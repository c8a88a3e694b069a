"""Traps in code that raises nothing: what runs, and gives a wrong result."""

from __future__ import annotations

from quiz.clinic.explain import Explanation, told
from quiz.clinic.family import TRAPS as TABLE
from quiz.clinic.family import families
from quiz.clinic.traps.program import Program
from quiz.clinic.traps.table import TRAPS


def trap(code: str) -> Explanation | None:
    """Return the first trap in `code`, the gravest first; None where none is sure.

    The code is read as a syntax tree and never executed.
    """
    program = Program.of(code)
    if program is None:
        return None
    for family in families(TABLE):
        for seen in TRAPS[family.trap](program):
            if said := told(family, seen.values, program.line(seen.node)):
                return said
    return None
