"""Which lines of the learner's notes a source names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LINES = r"[0-9]{1,7}(?:\s*[-–]\s*[0-9]{1,7})?(?!\w)"
_RANGE = re.compile(r"([0-9]+)(?:\s*[-–]\s*([0-9]+))?")


class Lines(NamedTuple):
    """Lines of the notes, from 1, the last one included."""

    first: int
    last: int


def named_lines(source: str, notes: str) -> Iterator[Lines]:
    """Give the lines of the file `notes` that `source` names, as in "notes.txt:18, 20-22".

    Several stand between commas or semicolons, with or without the file's name again; what
    names other files is left out.
    """
    named = re.compile(rf"(?<![\w.-]){re.escape(notes)}:\s*({_LINES}(?:\s*[,;]\s*{_LINES})*)")
    for found in named.finditer(source):
        for first, last in _RANGE.findall(found[1]):
            yield Lines(int(first), int(last or first))
