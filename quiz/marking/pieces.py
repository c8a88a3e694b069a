"""A text as the units a diff compares: jamo and letters, or whole words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from quiz.marking.hangul import split

_WORD = re.compile(r"\s+|\S+")


class Units:
    """The units of a text, and the text again between any two of them."""

    def __init__(self, text: str, *, by_word: bool) -> None:
        found = _WORD.findall(text) if by_word else text
        self._wholes = [(whole, [whole] if by_word else list(split(whole))) for whole in found]
        self._ends = list(accumulate(len(parts) for _, parts in self._wholes))
        parts = [part for _, parts in self._wholes for part in parts]
        self.units: Sequence[str] = tuple(parts) if by_word else "".join(parts)

    def cut(self, start: int, end: int) -> str:
        """Return the text from unit `start` to `end`: whole letters where it can, else jamo."""
        cut = []
        for (whole, parts), stop in zip(self._wholes, self._ends, strict=True):
            first = stop - len(parts)
            if start <= first and stop <= end:
                cut.append(whole)
            else:
                cut += parts[max(start - first, 0) : max(end - first, 0)]
        return "".join(cut)
