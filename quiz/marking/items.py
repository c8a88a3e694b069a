"""One typed text as several items: the ways a person may have parted them."""

from __future__ import annotations

import re
from collections.abc import Iterable

_OUTSIDE = r"(?![^()\[\]{}]*[)\]}])"  # not within brackets
_COMMA = re.compile(rf"[,;\n·、]{_OUTSIDE}")
_JOINED = re.compile(
    rf"[,;\n·、/&+]{_OUTSIDE}"
    r"|(?:^|\s+|(?<=[,;]))(?:and|및|그리고)\s+"
    r"|(?<=[가-힣\w'\"])(?:과|와|이랑|랑|하고)(?:\s+|(?=[A-Za-z'\"]))"
)
_BRACKETS = ("()", "[]", "{}")


def readings(answer: str, *, single: bool) -> list[list[str]]:
    """Return the ways to read `answer` as different items, the plainest first.

    A line each, or commas, semicolons and dots between them; then a list or tuple as Python
    writes it; then joined with /, &, "and", 과, 그리고 …; and, where every item is a `single`
    word, with spaces.
    """
    lines = answer.splitlines()
    inside = answer[1:-1] if answer[:1] + answer[-1:] in _BRACKETS else answer
    ways = [
        lines if len(lines) > 1 else _COMMA.split(answer),
        _COMMA.split(inside),
        _JOINED.split(inside),
    ]
    if single:
        ways.append([word for part in _JOINED.split(inside) for word in part.split()])
    found = [_items(way) for way in ways]
    return [way for place, way in enumerate(found) if way and way not in found[:place]]


def _items(parts: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(part.strip() for part in parts if part.strip()))
