"""A file beside the decks that is none: one list of entries, each with its own keys."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import cast

from quiz.cards.problem import Problem
from quiz.cards.reading import Fields


def read_side_file(path: str, key: str, take: Callable[[Fields], None]) -> list[Problem]:
    """Read the list at `key`, which is all that the file at `path` may hold; return what is wrong.

    `take` gets the Fields of each entry and may complain. Without the file there is none. Raises
    nothing.
    """
    from quiz.decks.complaints import Unreadable
    from quiz.decks.source import Source
    from quiz.decks.yaml import stream

    problems: list[Problem] = []
    if not os.path.exists(path):
        return problems
    try:
        source = Source.open(path)
        try:
            for part in stream(source, key):
                problems += part.problems
                if part.item and not part.problems:
                    fields = _fields(part.value, path)
                    take(fields)
                    problems += fields.problems
                elif part.key != key:
                    header = Fields({}, path, part.key.line)
                    header.unknown_key(part.key, (key,))
                    problems += header.problems
        finally:
            source.close()
    except Unreadable as error:
        problems.append(error.problem)
    return problems


def _fields(value: object, path: str) -> Fields:
    raw = cast(dict[str, object], value) if isinstance(value, dict) else {}
    return Fields(raw, path, int(getattr(value, "line", 0)))
