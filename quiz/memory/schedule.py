"""When a card is due: its state, a pure function of its answers in the log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple
from zlib import crc32

from quiz.marking.mark import Rating
from quiz.memory import fsrs
from quiz.memory.review import Deed, Review


class CardState(NamedTuple):
    """What is remembered of a card that was answered at least once. Days are day numbers."""

    stability: float
    """Days until the chance to recall it falls to 0.9."""
    difficulty: float
    """1 to 10."""
    last_day: int
    due_day: int
    """After `again` the day of that answer itself, until it is answered right once."""
    reps: int
    """Answers that counted."""
    lapses: int
    """How often it was forgotten after it had been known."""
    first_day: int

    @property
    def relearning(self) -> bool:
        """Whether the last answer was `again`."""
        return self.due_day == self.last_day


def next_state(
    state: CardState | None,
    rating: int,
    day: int,
    card_id: str,
    retention: float,
    weights: fsrs.Weights = fsrs.DEFAULT_WEIGHTS,
) -> CardState:
    """Return the state after an answer rated 1–4 on `day`; `state` None: a new card.

    A day before the last one (the clock was set back, a flight east) counts as the same day.
    """
    if state is None:
        stability, difficulty = fsrs.init(rating, weights)
        reps, lapses, first_day = 1, 0, day
    else:
        gap = max(day - state.last_day, 0)
        stability, difficulty = fsrs.step(state[0], state[1], rating, gap, weights)
        reps, first_day = state.reps + 1, state.first_day
        lapses = state.lapses + (rating == Rating.AGAIN and not state.relearning)
    wait = 0
    if rating != Rating.AGAIN:
        wait = whole_days(fsrs.next_interval(stability, retention, weights), card_id, reps)
    return CardState(stability, difficulty, day, day + wait, reps, lapses, first_day)


def replay(
    reviews: Iterable[Review],
    retention: float,
    weights: fsrs.Weights = fsrs.DEFAULT_WEIGHTS,
) -> CardState | None:
    """Return the state after one card's reviews, given as `effective` does; None: still new.

    Only scheduled answers count: not cramming, drills, suspending or burying.
    """
    state = None
    for review in reviews:
        if counts(review):
            state = next_state(state, review.rating, review.day, review.card, retention, weights)
    return state


def counts(review: Review) -> bool:
    """Return whether the schedule sees this line of the log."""
    return review.deed is Deed.ANSWER and review.scheduled


def preview(
    state: CardState | None,
    day: int,
    card_id: str,
    retention: float,
    weights: fsrs.Weights = fsrs.DEFAULT_WEIGHTS,
) -> dict[Rating, int]:
    """Return in how many days the card will be due after each rating given on `day`."""
    return {
        rating: next_state(state, rating, day, card_id, retention, weights).due_day - day
        for rating in Rating
    }


def whole_days(interval: float, card_id: str, reps: int) -> int:
    """Return a whole number of days (≥ 1) near `interval` (days), drawn from `fuzz_range`.

    So that cards learned together do not stay together. The draw depends on the card and its
    number of answers only: a replay gives the same day again, and a better rating never a
    shorter wait.
    """
    if interval < _NO_FUZZ_BELOW:
        return max(round(interval), 1)
    low, high = fuzz_range(interval)
    return low + int(_fraction(card_id, reps) * (high - low + 1))


def fuzz_range(interval: float) -> tuple[int, int]:
    """Return the shortest and longest wait that `interval` (≥ 2.5 days) may become.

    Anki's ranges: one day, and 15 % of what lies between 2.5 and 7 days, 10 % up to 20 days and
    5 % beyond, to either side.
    """
    spread = 1.0
    for start, end, share in _FUZZ:
        spread += share * max(min(interval, end) - start, 0.0)
    longest = int(fsrs.LONGEST)
    return min(round(interval - spread), longest), min(round(interval + spread), longest)


_NO_FUZZ_BELOW = 2.5
_FUZZ = ((2.5, 7.0, 0.15), (7.0, 20.0, 0.1), (20.0, float("inf"), 0.05))


def _fraction(card_id: str, reps: int) -> float:
    """Return a fraction in [0, 1) that is spread evenly over cards and over one card's answers."""
    golden = 0x9E3779B1  # steps by the golden ratio never fall near each other soon
    return ((crc32(card_id.encode()) + reps * golden) & 0xFFFFFFFF) / 2**32
