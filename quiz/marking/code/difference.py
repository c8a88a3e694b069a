"""One difference between an answer and the right code."""

from __future__ import annotations

from typing import NamedTuple

from quiz.marking.mark import Mistake
from quiz.marking.spelling import spelling


class Difference(NamedTuple):
    """One difference of an answer from the right code."""

    mistake: Mistake
    start: int
    """Where it stands in the answer, in characters; `end` equals it where something is missing."""
    end: int
    expected: str
    """What should stand there."""
    degree: str
    """"slip" (misspelled), "other" (another real name) or "wrong"."""


def one_line(text: str) -> str:
    """Return `text` as it is quoted: its first line, shortened."""
    first, *more = text.splitlines() or [""]
    return f"{first[:60]} …" if more or len(first) > 60 else first


def slip(given: str, right: str) -> Mistake | None:
    """Return the slip that makes `given` of the name `right`, None if it is another thing."""
    found = spelling(given, right)
    return None if found is None or found.kind == "number" else found
