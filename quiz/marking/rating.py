"""From verdict to rating: the one table that decides it."""

from __future__ import annotations

from dataclasses import replace

from quiz.marking.mark import Mark, Rating, Verdict


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


def rating_of(mark: Mark, *, helped: bool, spelling: bool) -> Rating:
    """Return the rating of an answer as it stands now.

    Code that Python cannot read is a slip, for it may be mended; until it is, it is not known.
    """
    return rate(mark.verdict, helped=helped, spelling=spelling or mark.is_unread)


def settled(mark: Mark) -> Mark:
    """Return what becomes of `mark` when there is no further try: unread code is wrong."""
    if mark.is_unread and mark.verdict is Verdict.SLIP:
        return replace(mark, verdict=Verdict.WRONG)
    return mark
