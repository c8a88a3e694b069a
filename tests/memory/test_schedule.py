from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from quiz.marking.mark import Rating
from quiz.memory import fsrs
from quiz.memory.review import Deed
from quiz.memory.schedule import CardState, next_state, preview, replay
from tests.memory.strategies import answer, ratings

DAY = 739_000
histories = st.lists(st.tuples(ratings, st.integers(-3, 400)), min_size=1, max_size=12)
cards = st.text(min_size=1, max_size=8)


def after(*ratings_and_gaps: tuple[int, int], card: str = "loss") -> CardState:
    """The state after ratings, each so many days after the one before; the first on DAY."""
    day, state = DAY, None
    for rating, gap in ratings_and_gaps:
        day += gap
        state = next_state(state, rating, day, card, 0.9)
    assert state is not None
    return state


def test_a_new_card_answered_right_comes_back_after_two_days_or_so() -> None:
    state = after((3, 0))
    assert state.first_day == state.last_day == DAY
    assert state.due_day == DAY + 2
    assert (state.reps, state.lapses) == (1, 0)


def test_a_missed_card_stays_due_that_day_until_it_is_answered_right() -> None:
    missed = after((3, 0), (1, 10))
    assert missed.due_day == missed.last_day == DAY + 10
    assert missed.relearning
    again = after((3, 0), (1, 10), (1, 0))
    assert again.due_day == DAY + 10
    relearned = after((3, 0), (1, 10), (1, 0), (3, 0))
    assert relearned.due_day > DAY + 10
    assert not relearned.relearning


def test_a_forgotten_card_has_one_lapse_however_often_it_is_missed_until_relearned() -> None:
    assert after((3, 0), (1, 10), (1, 0), (1, 4)).lapses == 1
    assert after((3, 0), (1, 10), (3, 0), (1, 4)).lapses == 2


def test_a_card_never_known_has_no_lapse() -> None:
    assert after((1, 0), (1, 0), (1, 1)).lapses == 0


def test_the_stability_is_that_of_fsrs_over_whole_days() -> None:
    s, d = fsrs.init(3)
    s, d = fsrs.step(s, d, 3, 0)
    s, d = fsrs.step(s, d, 2, 5)
    assert after((3, 0), (3, 0), (2, 5))[:2] == (s, d)


def test_a_clock_set_back_counts_as_the_same_day() -> None:
    back, same = after((3, 0), (3, -5)), after((3, 0), (3, 0))
    assert back.stability == same.stability
    assert back.last_day == DAY - 5


@given(histories, cards)
def test_a_card_answered_right_is_due_on_a_later_day_one_missed_on_the_same(
    history: list[tuple[int, int]], card: str
) -> None:
    state = after(*history, card=card)
    if history[-1][0] == Rating.AGAIN:
        assert state.due_day == state.last_day
    else:
        assert state.due_day > state.last_day


@given(histories)
def test_replaying_the_log_gives_the_states_that_were_seen_while_answering(
    history: list[tuple[int, int]],
) -> None:
    day, state, log = DAY, None, []
    for number, (rating, gap) in enumerate(history):
        day += gap
        log.append(answer(number, rating, day))
        state = next_state(state, rating, day, "loss", 0.85)
        assert replay(log, 0.85) == state


def test_cramming_suspending_and_burying_leave_the_schedule_alone() -> None:
    learned = [answer(1), answer(2, day=739_003)]
    crammed = answer(3, 1, 739_004, scheduled=False)
    hidden = [answer(n, 0, 739_004, deed=deed) for n, deed in enumerate(Deed) if n]
    assert replay([*learned, crammed, *hidden], 0.9) == replay(learned, 0.9)


def test_a_card_without_answers_is_new() -> None:
    assert replay([], 0.9) is None
    assert replay([answer(1, scheduled=False)], 0.9) is None


@given(histories, st.integers(0, 1000), cards)
def test_the_ratings_show_when_the_card_will_be_due_and_better_ones_never_sooner(
    history: list[tuple[int, int]], gap: int, card: str
) -> None:
    state = after(*history, card=card)
    day = state.last_day + gap
    shown = preview(state, day, card, 0.9)
    for rating, days in shown.items():
        assert next_state(state, rating, day, card, 0.9).due_day == day + days
    assert shown[Rating.AGAIN] == 0
    assert 1 <= shown[Rating.HARD] <= shown[Rating.GOOD] <= shown[Rating.EASY]
