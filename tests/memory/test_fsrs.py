from __future__ import annotations

from itertools import pairwise

import fsrs_rs_python as fsrs_rs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.memory import fsrs
from tests.memory.strategies import ratings

stabilities = st.floats(fsrs.SHORTEST, fsrs.LONGEST)
difficulties = st.floats(1, 10)
retentions = st.floats(0.8, 0.95)
histories = st.lists(st.tuples(ratings, st.integers(0, 5000)), min_size=1, max_size=15)
# Not below the defaults: the seventh stands at the lower bound that fsrs-rs allows.
weights = st.tuples(*(st.floats(w, w * 1.2) for w in fsrs.DEFAULT_WEIGHTS)).map(fsrs.Weights)

REFERENCE = fsrs_rs.FSRS(list(fsrs.DEFAULT_WEIGHTS))


def remembered(history: list[tuple[int, int]], w: fsrs.Weights) -> tuple[float, float]:
    state = fsrs.init(history[0][0], w)
    for rating, days in history[1:]:
        state = fsrs.step(*state, rating, days, w)
    return state


def same(state: tuple[float, float]) -> object:
    # fsrs-rs counts in 32 bits: at a stability near its least that is noise of a millionth.
    return pytest.approx(state, rel=1e-4, abs=1e-6)


def by_fsrs_rs(reference: fsrs_rs.FSRS, history: list[tuple[int, int]]) -> tuple[float, float]:
    first, *rest = history
    seen = [fsrs_rs.FSRSReview(first[0], 0), *(fsrs_rs.FSRSReview(*one) for one in rest)]
    state = reference.memory_state(fsrs_rs.FSRSItem(seen))
    return state.stability, state.difficulty


@settings(deadline=None, max_examples=500)
@given(histories)
def test_any_history_is_remembered_as_fsrs_rs_says(history: list[tuple[int, int]]) -> None:
    expected = by_fsrs_rs(REFERENCE, history)
    assert remembered(history, fsrs.DEFAULT_WEIGHTS) == same(expected)


@settings(deadline=None)
@given(histories, weights)
def test_weights_fitted_to_a_learner_are_used_as_fsrs_rs_uses_them(
    history: list[tuple[int, int]], w: fsrs.Weights
) -> None:
    expected = by_fsrs_rs(fsrs_rs.FSRS(list(w)), history)
    assert remembered(history, w) == same(expected)


@given(stabilities)
def test_a_card_is_recalled_surely_at_once_and_nine_times_in_ten_after_its_stability(
    stability: float,
) -> None:
    assert fsrs.retrievability(0, stability) == 1
    assert fsrs.retrievability(stability, stability) == pytest.approx(0.9)
    assert fsrs.next_interval(stability, 0.9) == pytest.approx(stability)


@given(stabilities, retentions)
def test_after_the_interval_the_chance_to_recall_has_fallen_to_the_one_asked_for(
    stability: float, retention: float
) -> None:
    interval = fsrs.next_interval(stability, retention)
    assert fsrs.retrievability(interval, stability) == pytest.approx(retention)


@given(stabilities, st.lists(st.floats(0, 40_000), min_size=2, max_size=10))
def test_recall_only_fades(stability: float, days: list[float]) -> None:
    recalls = [fsrs.retrievability(day, stability) for day in sorted(days)]
    assert all(earlier >= later for earlier, later in pairwise(recalls))


@given(stabilities, retentions, retentions)
def test_who_wants_to_recall_more_is_asked_sooner(stability: float, one: float, two: float) -> None:
    low, high = sorted((one, two))
    assert fsrs.next_interval(stability, low) >= fsrs.next_interval(stability, high)


@given(stabilities, difficulties, st.integers(0, 5000))
def test_a_better_rating_never_gives_a_shorter_memory_or_a_harder_card(
    stability: float, difficulty: float, days: int
) -> None:
    after = [fsrs.step(stability, difficulty, rating, days) for rating in (1, 2, 3, 4)]
    assert [s for s, _ in after] == sorted(s for s, _ in after)
    assert [d for _, d in after] == sorted((d for _, d in after), reverse=True)


@given(stabilities, difficulties, ratings, st.integers(0, 50_000))
def test_stability_and_difficulty_stay_within_their_bounds(
    stability: float, difficulty: float, rating: int, days: int
) -> None:
    after, harder = fsrs.step(stability, difficulty, rating, days)
    assert fsrs.SHORTEST <= after <= fsrs.LONGEST
    assert 1 <= harder <= 10


@given(stabilities, difficulties, st.integers(1, 5000))
def test_forgetting_never_makes_a_memory_longer_and_recalling_never_shorter(
    stability: float, difficulty: float, days: int
) -> None:
    assert fsrs.step(stability, difficulty, 1, days)[0] <= stability
    assert fsrs.step(stability, difficulty, 3, days)[0] >= stability
