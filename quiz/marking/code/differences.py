"""All differences of an answer from the right code, told by what is likeliest meant."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from quiz.marking.code.build import Builder
from quiz.marking.code.compare import Comparer
from quiz.marking.code.difference import Difference
from quiz.marking.code.imports import import_mistakes, imported_late
from quiz.marking.code.inlined import inlined
from quiz.marking.code.mended import mend
from quiz.marking.code.parse import Broken, parse
from quiz.marking.mark import Mistake, Names


class Right:
    """Right code to compare answers with.

    `free` are its variables that may be called anything; without `imports` those of the right
    code need not be there.
    """

    def __init__(
        self, code: str, tree: ast.Module, names: Names, free: Sequence[str], *, imports: bool
    ) -> None:
        self._code = code
        self._tree = tree
        self._built = Builder(code, tree)
        self._names = names
        self._free = frozenset(free)
        self._imports = imports

    def differences(self, given: str, tree: ast.Module) -> list[Difference]:
        """Return the differences of the answer `given`, whose syntax tree is `tree`.

        A misspelled word counts as the one it was meant as where that leaves less to tell.
        """
        found = [*self._found(Builder(given, tree)), *map(_late, imported_late(tree))]
        again = parse(given) if found else None
        if again is None or isinstance(again, Broken):
            return found
        slips = mend(given, again, self._tree, self._names)
        if not slips:
            return found
        late = map(_late, imported_late(again))
        mended = [*slips, *self._found(Builder(given, again)), *late]
        return min(found, sorted(mended, key=lambda one: one.start), key=_gravity)

    def _found(self, yours: Builder) -> list[Difference]:
        found = self._comparer(yours).compare(self._built.body, yours.body)
        if any(one.degree != "slip" for one in found) and self._same_inlined(yours):
            found = []
        if self._imports and all(one.degree == "slip" for one in found):
            alone = not self._built.body.parts
            wrong = import_mistakes(self._built.names, yours.names, alone=alone)
            found += [_of_import(mistake, slips) for mistake, slips in wrong]
        return found

    def _comparer(self, yours: Builder) -> Comparer:
        return Comparer(self._code, yours.code, self._names, self._free)

    def _same_inlined(self, yours: Builder) -> bool:
        """Return whether only variables that are made and used once make a difference."""
        ours = self._built.body
        asked = {str(t.value) for t in ours.within() if t.kind == "name"} - self._free
        right = inlined(ours, lambda name: name in self._free)
        given = inlined(yours.body, lambda name: name not in asked)
        if right == ours and given == yours.body:
            return False
        return not self._comparer(yours).compare(right, given)


def _gravity(found: Sequence[Difference]) -> tuple[bool, int]:
    return any(one.degree != "slip" for one in found), len(found)


def _late(name: str) -> Difference:
    return Difference(Mistake("code import late", {"name": name}), 0, 0, "", "wrong")


def _of_import(mistake: Mistake, slips: bool) -> Difference:
    line = f"import {mistake.values['name']}\n" if mistake.kind == "code import missing" else ""
    return Difference(mistake, 0, 0, line, "slip" if slips else "wrong")
