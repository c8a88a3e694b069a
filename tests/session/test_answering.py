"""What an answer does: verdict, rating, and what is remembered."""

from __future__ import annotations

from quiz.marking.mark import Rating, Verdict
from quiz.session import Phase
from tests.session.conftest import SessionDesk


def test_a_right_answer_is_good_and_the_card_leaves_for_days(desk: SessionDesk) -> None:
    session = desk.session("scaler-median")
    assert session.answer("RobustScaler")
    assert session.mark and session.mark.verdict is Verdict.RIGHT
    assert session.rating is Rating.GOOD
    assert session.proceed()
    assert session.phase is Phase.OVER
    assert (desk.due_in("scaler-median") or 0) >= 1


def test_the_answer_is_saved_before_its_verdict_is_shown(desk: SessionDesk) -> None:
    desk.session("scaler-median").answer("RobustScaler")
    other_terminal = desk.open()
    assert other_terminal.state("scaler-median") is not None
    other_terminal.close()


def test_a_wrong_answer_comes_back_until_it_was_right_once(desk: SessionDesk) -> None:
    session = desk.session("scaler-median", "pool-size")
    session.answer("QuantileTransformer")
    assert session.mark and session.mark.verdict is Verdict.CONFUSED
    session.proceed()
    session.answer("(2, 2)")
    session.proceed()
    assert session.question and session.question.card.id == "scaler-median"
    assert desk.due_in("scaler-median") == 0
    session.answer("RobustScaler")
    session.proceed()
    assert session.phase is Phase.OVER
    assert (desk.due_in("scaler-median") or 0) >= 1


def test_a_slip_gets_one_free_try_and_right_is_then_hard(desk: SessionDesk) -> None:
    session = desk.session("scaler-median")
    session.answer("RobustScalar")
    assert session.phase == "retry"
    session.answer("RobustScaler")
    assert session.phase is Phase.JUDGED
    assert session.rating is Rating.HARD


def test_a_second_slip_gets_no_third_try(desk: SessionDesk) -> None:
    session = desk.session("scaler-median")
    session.answer("RobustScalar")
    session.answer("RobustScalor")
    assert session.phase is Phase.JUDGED
    assert session.rating is Rating.HARD


def test_where_spelling_is_the_point_a_slip_that_stays_is_a_lapse(desk: SessionDesk) -> None:
    session = desk.session("loss-two")
    session.answer("binary_crosentropy")
    session.give_up()
    assert session.rating is Rating.AGAIN


def test_the_log_remembers_the_slip_even_when_the_retry_was_right(desk: SessionDesk) -> None:
    session = desk.session("scaler-median")
    session.answer("RobustScalar")
    session.answer("RobustScaler")
    session.proceed()
    (miss,) = desk.store.misses()
    assert miss.review.typed == "RobustScalar"
    assert miss.review.retry == "RobustScaler"
    assert miss.review.verdict == "slip"


def test_a_hint_caps_the_rating_at_hard(desk: SessionDesk) -> None:
    session = desk.session("scaler-median")
    assert session.hint()
    assert session.hint_text
    session.answer("RobustScaler")
    assert session.rating is Rating.HARD
    assert Rating.GOOD not in session.allowed


def test_a_miss_cannot_be_rated_as_known_without_overruling_it(desk: SessionDesk) -> None:
    session = desk.session("scaler-median")
    session.answer("no idea")
    assert not session.rate(Rating.GOOD)
    assert session.overrule(True)
    assert session.rate(Rating.GOOD)
    assert (desk.due_in("scaler-median") or 0) >= 1


def test_a_right_answer_can_be_counted_wrong(desk: SessionDesk) -> None:
    session = desk.session("scaler-median")
    session.answer("RobustScaler")
    assert session.overrule(False)
    assert session.rating is Rating.AGAIN
    assert desk.due_in("scaler-median") == 0


def test_an_answer_accepted_from_now_on_is_right_the_next_time(desk: SessionDesk) -> None:
    deck = desk.places.decks / "practice.yaml"
    before = deck.read_text("utf-8")
    desk.store.accept("scaler-median", "the robust one")
    assert [line for line in deck.read_text("utf-8").splitlines() if line not in before] != []
    session = desk.session("scaler-median")
    session.answer("the robust one")
    assert session.mark and session.mark.verdict is Verdict.RIGHT


def test_a_flip_card_is_rated_by_the_learner(desk: SessionDesk) -> None:
    session = desk.session("think")
    assert not session.answer("anything")
    assert not session.rate(Rating.EASY)
    assert session.reveal()
    assert session.rate(Rating.EASY)
    assert session.phase is Phase.OVER


def test_the_shown_due_days_are_the_ones_that_come_true(desk: SessionDesk) -> None:
    for rating in Rating:
        session = desk.session("think")
        session.reveal()
        promised = session.preview[rating]
        session.rate(rating)
        assert desk.due_in("think") == promised
        session.undo()


def test_a_card_missed_often_is_called_a_leech(desk: SessionDesk) -> None:
    seen = []
    for _ in range(12):
        session = desk.session("scaler-median")
        session.answer("no idea")
        seen.append(session.leech)
        session.proceed()
        session.answer("RobustScaler")
        desk.wait(days=30)
    assert not any(seen[:8])
    assert any(seen[8:])


def test_cramming_keeps_the_answers_and_leaves_the_schedule(desk: SessionDesk) -> None:
    session = desk.session("scaler-median", scheduled=False)
    session.answer("no idea")
    assert desk.store.state("scaler-median") is None
    assert [miss.review.typed for miss in desk.store.misses()] == ["no idea"]
