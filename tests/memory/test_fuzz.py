from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.memory.fsrs import LONGEST
from quiz.memory.fuzz import fuzz_range, whole_days


def test_intervals_are_spread_as_anki_spreads_them() -> None:
    assert fuzz_range(3) == (2, 4)
    assert fuzz_range(10) == (8, 12)
    assert fuzz_range(7) == (5, 9)
    assert fuzz_range(100) == (93, 107)


def test_cards_learned_together_come_back_on_every_day_of_the_range_alike() -> None:
    drawn = [whole_days(10, f"conv2d-{number}", 4) for number in range(5000)]
    counts = [drawn.count(days) for days in range(8, 13)]
    assert sum(counts) == 5000
    assert min(counts) > 850


def test_one_card_is_not_always_early_or_always_late() -> None:
    assert {whole_days(10, "loss", reps) for reps in range(10)} == {8, 9, 10, 11, 12}


def test_intervals_below_two_and_a_half_days_are_only_rounded() -> None:
    assert {whole_days(2.4, f"card-{number}", 1) for number in range(100)} == {2}
    assert {whole_days(0.01, f"card-{number}", 1) for number in range(100)} == {1}


@given(st.floats(0, LONGEST * 3), st.text(), st.integers(1, 1000))
def test_an_interval_is_drawn_from_its_range_and_the_same_at_every_replay(
    interval: float, card: str, reps: int
) -> None:
    days = whole_days(interval, card, reps)
    assert days == whole_days(interval, card, reps)
    assert 1 <= days <= LONGEST
    if interval >= 2.5:
        low, high = fuzz_range(interval)
        assert low <= days <= high
