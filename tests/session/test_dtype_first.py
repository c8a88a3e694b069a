"""Asking for the dtype of a card's data first, until that is a habit."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.marking.mark import Rating, Verdict
from quiz.memory.habit import Habit
from quiz.session import Phase, Session
from tests.session.conftest import SessionDesk

DECK = """\
title: {ko: 이미지, en: Images}
cards:
  - id: flat
    ask: {ko: "mnist의 x_train을 펴면 열은?", en: How many columns has x_train of mnist when flat?}
    answer: "784"
    dtype_first:
      of: x_train
      is: uint8
      must: float32
      mend: x_train = x_train.astype('float32')
  - id: classes
    ask: {ko: mnist의 클래스 수는?, en: How many classes has mnist?}
    answer: "10"
    dtype_first: {of: y_train, is: uint8}
  - id: plain
    ask: {ko: 중앙값을 쓰는 스케일러는?, en: Which scaler uses the median?}
    answer: RobustScaler
"""
SPOTS = """\
weak-spots:
  - {id: dtype-check, name: {ko: 데이터 타입, en: Data types}, dtype_first: 3}
"""


class DtypeDesk(SessionDesk):
    """A desk whose cards show data, with the habit asked for."""

    def __init__(self, folder: Path, spots: str = SPOTS) -> None:
        self.folder = folder
        super().__init__(folder)
        (self.places.decks / "practice.yaml").write_text(DECK, "utf-8")
        (self.places.decks / "weak-spots.yaml").write_text(spots, "utf-8")
        self.store.refresh()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[DtypeDesk]:
    desk = DtypeDesk(tmp_path)
    yield desk
    desk.store.close()


def answer_first(session: Session, text: str = "") -> None:
    """Answer the dtype question on screen, right if `text` is empty, and go on."""
    question = session.question
    assert question is not None
    assert session.leads
    session.answer(text or str(question.card.solution()))
    session.proceed()


def test_the_dtype_is_asked_before_the_card(desk: DtypeDesk) -> None:
    session = desk.session("classes")
    assert session.question is not None
    assert session.question.ask.en.startswith("First the dtype: what is y_train.dtype?")
    assert session.question.ask.en.endswith("Then: How many classes has mnist?")
    answer_first(session)
    assert session.question.ask.en == "How many classes has mnist?"
    assert not session.leads
    session.answer("10")
    session.proceed()
    assert session.phase is Phase.OVER


def test_a_card_without_data_is_asked_at_once(desk: DtypeDesk) -> None:
    assert not desk.session("plain").leads


@pytest.mark.parametrize("text", ["float64", "", "uint8"])
def test_the_card_s_own_schedule_sees_none_of_it(desk: DtypeDesk, text: str) -> None:
    session = desk.session("classes")
    session.answer(text)
    assert session.allowed == frozenset()
    assert not session.rate(Rating.GOOD)
    assert desk.due_in("classes") is None
    session.proceed()
    assert session.results == []
    assert session.progress == (0, 1)
    session.answer("10")
    assert desk.due_in("classes") is not None


def test_its_answer_is_kept_under_an_id_that_says_what_was_asked(desk: DtypeDesk) -> None:
    session = desk.session("classes")
    session.answer("float64")
    (line,) = desk.store.history("classes~dtype~is")
    assert (line.verdict, line.typed, line.scheduled) == (Verdict.CONFUSED, "float64", False)
    (miss,) = desk.store.misses()
    assert miss.card is not None
    assert "y_train.dtype" in miss.card.question(miss.review.seed).ask.en


def test_undo_stands_before_the_dtype_again(desk: DtypeDesk) -> None:
    session = desk.session("classes")
    answer_first(session, "float64")
    assert session.undo() == "classes"
    assert session.leads
    assert session.phase is Phase.ASKED
    assert desk.store.dtype_habit() == Habit("dtype-check", 0, 3)
    answer_first(session)
    assert desk.store.dtype_habit() == Habit("dtype-check", 1, 3)
    assert desk.store.misses() == []


def test_a_card_that_comes_back_is_not_led_twice_in_a_session(desk: DtypeDesk) -> None:
    session = desk.session("classes")
    answer_first(session)
    session.answer("7")
    session.proceed()
    assert session.question is not None
    assert not session.leads


def test_a_skipped_dtype_is_asked_when_the_card_comes_again(desk: DtypeDesk) -> None:
    session = desk.session("classes", "plain")
    session.skip()
    session.answer("RobustScaler")
    session.proceed()
    assert session.leads


def test_three_right_in_a_row_are_a_habit_and_nothing_is_asked_first(desk: DtypeDesk) -> None:
    for right in range(3):
        assert desk.store.dtype_habit() == Habit("dtype-check", right, 3)
        answer_first(desk.session("classes"))
    habit = desk.store.dtype_habit()
    assert habit is not None
    assert habit.holds
    assert not desk.session("classes").leads


@pytest.mark.parametrize("text", ["int64", "unit8"])
def test_one_that_was_not_right_at_once_begins_the_row_anew(desk: DtypeDesk, text: str) -> None:
    answer_first(desk.session("classes"))
    session = desk.session("classes")
    session.answer(text)
    session.give_up()
    assert desk.store.dtype_habit() == Habit("dtype-check", 0, 3)


def test_the_three_questions_take_turns_with_the_seed(desk: DtypeDesk) -> None:
    card = desk.store.card("flat")
    assert card.dtype_first is not None
    assert card.dtype_first.parts == ("is", "must", "mend")
    made = [desk.store.card(f"flat~dtype~{part}") for part in card.dtype_first.parts]
    assert [str(one.solution()) for one in made] == ["uint8", "float32", card.dtype_first.mend[0]]


def test_the_line_is_judged_as_code(desk: DtypeDesk) -> None:
    card = desk.store.card("flat~dtype~mend")
    question = card.question(0)
    names = desk.store.names
    right = card.mark(question, "x_train=x_train.astype(np.float32)", names)
    lost = card.mark(question, "x_train.astype('float32')", names)
    assert (right.verdict, lost.verdict) == (Verdict.RIGHT, Verdict.WRONG)


def test_without_the_setting_nothing_is_asked_first(tmp_path: Path) -> None:
    desk = DtypeDesk(tmp_path, SPOTS.replace(", dtype_first: 3", ""))
    assert desk.store.dtype_habit() is None
    assert not desk.session("classes").leads
    desk.store.close()


def test_a_missed_dtype_can_be_drilled_alone(desk: DtypeDesk) -> None:
    session = desk.session("classes~dtype~is", scheduled=False)
    assert not session.leads
    session.answer("uint8")
    session.proceed()
    assert session.phase is Phase.OVER
    assert len(session.results) == 1
