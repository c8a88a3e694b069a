"""Reading many lines of the log at a time: most of them are fine, and one go is much faster."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from secrets import randbits
from typing import Any

from quiz.memory.line import LineError, checked, read_fields

# No line holds this number, so that two torn lines never pass for two others.
_BETWEEN = randbits(62)
_JOINT = f",{_BETWEEN},".encode()
_MOST_BYTES = 1 << 16
_load = json.JSONDecoder().decode


def read_many(lines: Sequence[bytes]) -> Iterator[dict[str, Any] | None]:
    """Give what `read_fields` returns for each line, None where it raises LineError."""
    values = _at_once(lines)
    for number, line in enumerate(lines):
        try:
            yield read_fields(line) if values is None else checked(values[2 * number])
        except LineError:
            yield None


def _at_once(lines: Sequence[bytes]) -> list[Any] | None:
    """Return the values of the lines with _BETWEEN between them; None: each is to be looked at."""
    if not all(line[:1] == b"{" for line in lines):
        return None
    text = b"[%b]" % _JOINT.join(lines)
    if b"\\u" in text or len(text) > 2 * _MOST_BYTES:
        return None  # what `read_fields` takes a closer look at
    try:
        values: list[Any] = _load(text.decode())
    except (ValueError, RecursionError):
        return None
    apart = all(between == _BETWEEN for between in values[1::2])
    return values if apart and len(values) == 2 * len(lines) - 1 else None


def some_lines(lines: Iterable[tuple[int, bytes]]) -> Iterator[list[tuple[int, bytes]]]:
    """Give `lines`, each with the offset after it, some at a time: about 64 KiB."""
    some: list[tuple[int, bytes]] = []
    size = 0
    for end, line in lines:
        some.append((end, line))
        size += len(line)
        if size >= _MOST_BYTES:
            yield some
            some, size = [], 0
    if some:
        yield some
