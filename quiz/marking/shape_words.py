"""Shapes and vectors as people write them: `26x26x32`, `26 × 26 × 32`, `[0 0 1 0]`."""

from __future__ import annotations

import re

_ITEM = r"(?:[+-]?(?:\d+(?:\.\d*)?|\.\d+)|None)"
_SPACED = re.compile(
    rf"([(\[]?)\s*({_ITEM}(?:\s*[x×X]\s*{_ITEM})+|{_ITEM}(?:\s+{_ITEM})+)\s*([)\]]?)"
)
_SEPARATOR = re.compile(r"\s*[x×X]\s*|\s+")
_BRACKETS = ("()", "[]", "")


def with_commas(text: str) -> str:
    """Return plain numbers with x or spaces between them as Python writes them, else `text`."""
    match = _SPACED.fullmatch(text.replace("−", "-"))
    if not match or match.group(1) + match.group(3) not in _BRACKETS:
        return text
    items = ", ".join(_SEPARATOR.split(match.group(2)))
    return f"{match.group(1) or '('}{items}{match.group(3) or ')'}"
