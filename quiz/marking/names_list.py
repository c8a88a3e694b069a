"""The real names that come with the program, and what each is for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

from quiz.marking.purposes import purpose
from quiz.text import Text

_FILE = Path(__file__).with_name("real_names.tsv")
_SHORTEST = 5
"""Letters of names that are long enough to be recognised by all but one of them."""


def fold(name: str) -> str:
    """Return `name` without case, spaces, hyphens and underscores."""
    return name.replace(" ", "").replace("-", "").replace("_", "").casefold()


def _without_one(name: str) -> set[str]:
    return {name[:place] + name[place + 1 :] for place in range(len(name))}


class RealNames:
    """The names of the bundled list (a `quiz.marking.mark.Names`), read when first asked."""

    @cached_property
    def _rows(self) -> dict[str, list[tuple[str, str]]]:
        rows: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for line in _FILE.read_text(encoding="utf-8").splitlines()[1:]:
            name, category, library = line.split("\t")
            rows[name].append((category, library))
        return dict(rows)

    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        folded: dict[str, list[str]] = defaultdict(list)
        for name in self._rows:
            folded[fold(name)].append(name)
        return folded

    @cached_property
    def _shortened(self) -> dict[str, list[str]]:
        shortened: dict[str, list[str]] = defaultdict(list)
        for folded, names in self._folded.items():
            for short in {folded, *_without_one(folded)}:
                shortened[short] += names
        return shortened

    def __iter__(self) -> Iterator[str]:
        return iter(self._rows)

    def rows(self) -> list[tuple[str, str, str]]:
        """Return the list itself: name, category, library."""
        return [(name, *row) for name, rows in self._rows.items() for row in rows]

    def get(self, name: str) -> Text | None:
        """Return what the exact `name` is for, None if it is not in the list."""
        rows = self._rows.get(name)
        return None if rows is None else purpose(name, rows)

    def near(self, name: str) -> tuple[str, ...]:
        """Return names that equal `name` but for case and separators, then one letter away."""
        folded = fold(name)
        found = list(self._folded.get(folded, ()))
        if len(folded) >= _SHORTEST:
            for short in sorted({folded, *_without_one(folded)}):
                found += self._shortened.get(short, ())
        return tuple(dict.fromkeys(found))
