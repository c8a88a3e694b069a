"""From verdict to rating: the one table that decides it."""

from __future__ import annotations

from quiz.marking.mark import Rating, Verdict


def rate(verdict: Verdict, *, helped: bool, spelling: bool) -> Rating:
    """Return the rating that `verdict` suggests; the learner may choose another.

    `helped`: a hint or the free retry was used. `spelling`: the card belongs to a weak spot
    where the spelling is the point, so that a slip counts as forgotten.
    """
    match verdict:
        case Verdict.RIGHT:
            return Rating.HARD if helped else Rating.GOOD
        case Verdict.SLIP:
            return Rating.AGAIN if spelling else Rating.HARD
        case _:
            return Rating.AGAIN
