"""Why a program comes to no answer: the library would refuse it, or we do not know."""

from __future__ import annotations

from typing import Any

from quiz.text import Text, both


class Refused(Exception):
    """What the real library would refuse.

    `reason` says why in plain words with the numbers; `remedy` what to do (may be empty);
    `error` is the real exception's type. `place` is filled in where it is met: the line, what
    stands there, and the shape that came in.
    """

    place: tuple[int, str, Any] | None = None

    def __init__(self, reason: Text, remedy: Text | None = None, error: str = "ValueError") -> None:
        super().__init__(reason.en)
        self.reason = reason
        self.remedy = remedy or Text()
        self.error = error


class NotKnown(Exception):
    """What cannot be told from the code: `what` says which thing; `source` is the value it is."""

    def __init__(self, what: Text, source: Any = None) -> None:
        super().__init__(what.en)
        self.what = what
        self.source = source


def not_known(name: str) -> NotKnown:
    """Return a NotKnown for `name`, as it is written in the code."""
    return NotKnown(both("I do not know what {name} gives", name=name))
