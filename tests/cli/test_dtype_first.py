"""The dtype is asked first on the command line, too, and `quiz weak` tells how far it is."""

from __future__ import annotations

from tests.cli.conftest import Shell

DECK = """\
title: Images
cards:
  - id: classes
    ask: {ko: mnist의 클래스 수는?, en: How many classes has mnist?}
    answer: "10"
    dtype_first: {of: y_train, is: uint8}
"""
SPOTS = """\
weak-spots:
  - {id: dtype-check, name: {ko: 데이터 타입, en: Data types}, dtype_first: 3}
"""


def _study(quiz: Shell, *lines: str) -> str:
    quiz.deck.write_text(DECK, "utf-8")
    (quiz.decks / "weak-spots.yaml").write_text(SPOTS, "utf-8")
    return quiz("study", "--plain", stdin="".join(f"{line}\n" for line in lines)).out


def test_two_questions_are_asked_of_one_card(quiz: Shell) -> None:
    out = _study(quiz, "uint8", "10")
    assert out.index("what is y_train.dtype?") < out.index("✓ right")
    assert "[1/1] How many classes" in out
    assert "1 of 1 right." in out


def test_its_answer_cannot_be_accepted(quiz: Shell) -> None:
    before = _study(quiz, "float64", ":accept") and quiz.deck.read_text("utf-8")
    assert before == DECK


def test_i_was_right_counts_for_the_habit(quiz: Shell) -> None:
    _study(quiz, "float64", ":right")
    assert quiz("weak", "--json").json()["dtype-check"]["dtype_first"] == {"right": 1, "until": 3}


def test_how_far_the_habit_is(quiz: Shell) -> None:
    _study(quiz, "uint8", "10")
    assert "dtype first: 1 of 3 right in a row" in quiz("weak").out
    assert quiz("weak", "--json").json()["dtype-check"]["dtype_first"] == {"right": 1, "until": 3}


def test_an_edit_of_the_card_keeps_its_dtype(quiz: Shell) -> None:
    quiz.deck.write_text(DECK, "utf-8")
    quiz("mark", "classes", "10")
    assert "dtype_first: {of: y_train, is: uint8}" in quiz.deck.read_text("utf-8")
    assert "unknown-key" not in quiz("check").out


def test_a_setting_that_is_no_number_is_told(quiz: Shell) -> None:
    quiz.deck.write_text(DECK, "utf-8")
    (quiz.decks / "weak-spots.yaml").write_text(SPOTS.replace("3}", "often}"), "utf-8")
    assert "dtype_first cannot be often" in quiz("check").out
