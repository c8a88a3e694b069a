"""What the right code imports and an answer does not, imports wrongly or too late."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from quiz.marking.code.difference import slip
from quiz.marking.mark import Mistake

_FIRST = "sklearn.experimental."
"""What must be imported before the names it makes importable (scikit-learn's own rule)."""


def import_mistakes(
    right: dict[str, str], given: dict[str, str], *, alone: bool
) -> Iterator[tuple[Mistake, bool]]:
    """Give each mistake in the imports of `given` (name: dotted), and whether it is a slip.

    A module does for what is in it, and what is in it for the module, unless the imports are
    all the right code has (`alone`).
    """
    for whole in right.values():
        if any(_does_for(whole, one, alone) for one in given.values()):
            continue
        front, _, last = whole.rpartition(".")
        fronts = [one for one in given.values() if one.rpartition(".")[0] == front]
        slips = (slip(one.rpartition(".")[2], last) for one in fronts)
        found = next(filter(None, slips), None)
        yield (found, True) if found else (Mistake("code import missing", {"name": whole}), False)
    wholes = list(given.values())
    for place, whole in enumerate(wholes):
        if whole.startswith(_FIRST) and any("Halving" in one for one in wholes[:place]):
            yield Mistake("code import order", {"name": whole}), False


def imported_late(tree: ast.Module) -> Iterator[str]:
    """Give the names that a line of `tree` uses before another imports them."""
    used: set[str] = set()
    for line in tree.body:
        if isinstance(line, ast.Import | ast.ImportFrom):
            bound = [(one.asname or one.name).partition(".")[0] for one in line.names]
            yield from (name for name in bound if name in used)
        elif not isinstance(line, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            used |= {name.id for name in ast.walk(line) if isinstance(name, ast.Name)}


def _does_for(whole: str, given: str, alone: bool) -> bool:
    if alone or whole == given:
        return whole == given
    above = "keras" if given == "tensorflow" else given
    return f"{whole}.".startswith(f"{above}.") or f"{given}.".startswith(f"{whole}.")
