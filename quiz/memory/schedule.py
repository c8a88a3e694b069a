"""When a card is due: its state, a pure function of its answers in the log."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from quiz.marking.mark import Rating
from quiz.memory import fsrs
from quiz.memory.fuzz import whole_days
from quiz.memory.review import Deed, Review

_AGAIN = int(Rating.AGAIN)  # a replay compares it 100,000 times: enums are slow


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
    return with_due_day(learned(state, rating, day, weights), card_id, retention, weights)


def replay(
    reviews: Iterable[Review],
    retention: float,
    weights: fsrs.Weights = fsrs.DEFAULT_WEIGHTS,
) -> CardState | None:
    """Return the state after one card's reviews, given as `effective` does; None: still new.

    Only scheduled answers count: not cramming, drills, suspending or burying.
    """
    state, card_id = None, ""
    for review in reviews:
        if counts(review):
            state, card_id = learned(state, review.rating, review.day, weights), review.card
    return state and with_due_day(state, card_id, retention, weights)


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


def learned(state: CardState | None, rating: int, day: int, weights: fsrs.Weights) -> CardState:
    """Return the state after an answer, due the next day unless it was `again`."""
    due_day = day if rating == _AGAIN else day + 1
    if state is None:
        stability, difficulty = fsrs.init(rating, weights)
        return CardState(stability, difficulty, day, due_day, 1, 0, day)
    stability, difficulty, last_day, was_due, reps, lapses, first_day = state
    stability, difficulty = fsrs.step(
        stability, difficulty, rating, max(day - last_day, 0), weights
    )
    lapses += rating == _AGAIN and was_due != last_day  # else it was never relearned
    return CardState(stability, difficulty, day, due_day, reps + 1, lapses, first_day)


def with_due_day(
    state: CardState, card_id: str, retention: float, weights: fsrs.Weights
) -> CardState:
    """Return a state that was just `learned` with the day on which it is really due."""
    if state.relearning:
        return state
    interval = fsrs.next_interval(state.stability, retention, weights)
    wait = whole_days(interval, card_id, state.reps)
    return state._replace(due_day=state.last_day + wait)
