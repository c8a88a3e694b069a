"""Lines of the notes that no card asks, and why: said once, in a file beside the decks."""

from __future__ import annotations

import os
from typing import NamedTuple

from quiz.cards.problem import Problem
from quiz.cards.reading import Fields
from quiz.decks.side_file import read_side_file
from quiz.text import Text

FILE = "_not-asked.yaml"
"""Its name begins with _, as no deck's does."""


class NotAsked(NamedTuple):
    """A reason why lines of the notes have no card."""

    lines: str
    """Where, as a card's source says it."""
    reason: Text
    file: str
    line: int
    """Where the reason stands, from 1."""


def read_not_asked(folder: str | os.PathLike[str]) -> tuple[list[NotAsked], list[Problem]]:
    """Return the reasons given in `folder`, and what is wrong with their file. Raises nothing."""
    found: list[NotAsked] = []
    path = os.path.join(folder, FILE)
    return found, read_side_file(path, "not-asked", lambda fields: _read(fields, found))


def _read(fields: Fields, found: list[NotAsked]) -> None:
    fields.check(frozenset({"lines", "reason"}), ("lines", "reason"))
    lines, reason = fields.line("lines"), fields.text("reason")
    if fields.sound:
        found.append(NotAsked(lines, reason, fields.file, fields.at))
