"""How a weak spot held at past week ends is what it was then, forgetting and undoes included."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quiz.memory.trend import trends, week_ends
from tests.memory.test_weakness import spots
from tests.memory.world import World

__all__ = ["spots"]


def test_it_ends_today_and_goes_back_by_weeks() -> None:
    days = week_ends(1000)
    assert days[-1] == 1000
    assert {later - earlier for earlier, later in pairwise(days)} == {7}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=15)
@given(
    st.lists(
        st.tuples(
            st.sampled_from(["one", "two", "three", "five"]),
            st.integers(1, 4),
            st.integers(0, 5),
            st.booleans(),
        ),
        max_size=10,
    )
)
def test_each_day_shows_the_mastery_of_that_evening(
    spots: World, answers: list[tuple[str, int, int, bool]]
) -> None:
    days, held = [], []
    for card, rating, wait, undone in answers:
        review = spots.answer(card, rating)
        if undone:
            spots.undo(review)
        days.append(spots.today)
        mastery = spots.store.mastery()
        held.append([mastery[spot].recall for spot in ("shapes", "names", "empty")])
        spots.wait(days=1 + wait)
    past = trends(spots.store.db, ("shapes", "names", "empty"), days)
    for at, expected in enumerate(held):
        found = [past[spot][at] for spot in ("shapes", "names", "empty")]
        assert found == pytest.approx(expected, abs=1e-6)
