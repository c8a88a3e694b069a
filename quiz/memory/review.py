"""One line of the review log: an answer, or what the learner did to a card."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from quiz.marking.mark import Mistake


class Deed(StrEnum):
    """What a line of the log says was done."""

    ANSWER = "answer"
    UNDO = "undo"
    SUSPEND = "suspend"
    UNSUSPEND = "unsuspend"
    BURY = "bury"
    """Hide the card until the next day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """An immutable record. A line is never changed: `undoes` names the one it takes back.

    An UNDO only takes back; an ANSWER with `undoes` takes the other's place (another rating).
    """

    id: str
    """128 bits as 32 hex digits: UTC milliseconds, then random; later ids sort after earlier."""
    deed: Deed = Deed.ANSWER
    card: str
    at: int
    """UTC milliseconds since 1970."""
    offset: int
    """Minutes that local time was ahead of UTC."""
    day: int
    """The learner's day: proleptic ordinal of the local date, counted from the rollover hour."""
    rating: int = 0
    """1 again to 4 easy; 0 where nothing was answered."""
    verdict: str = ""
    """Of the first answer of the visit; "" for self-rated cards."""
    mistake: Mistake | None = None
    typed: str = ""
    """What the learner answered first, readable."""
    retry: str | None = None
    """What was typed on the free retry after a slip."""
    hints: int = 0
    seconds: float = 0.0
    """From question shown to first answer."""
    seed: int = 0
    """The question's seed: with the card it gives the same question again."""
    scheduled: bool = True
    """False for cramming and drills: kept, but the schedule does not see it."""
    overruled: bool = False
    """The learner overruled the verdict."""
    undoes: str = ""
