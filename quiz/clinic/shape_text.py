"""Shapes as messages write them: (None, 28, 28, 1), [?,2], (3,), 5."""

from __future__ import annotations

import re

Shape = tuple[int | None, ...]

_SIZE = re.compile(r"None|\?|-?\d{1,30}")


def dims(text: str) -> Shape:
    """Return the sizes in `text`; None where a size is not known."""
    return tuple(None if size in ("None", "?") else int(size) for size in _SIZE.findall(text))


def known(size: int | None) -> bool:
    """Tell whether a size is a number."""
    return size is not None and size >= 0


def written(size: int | None) -> str:
    """Return a size as Python writes it."""
    return str(size)
