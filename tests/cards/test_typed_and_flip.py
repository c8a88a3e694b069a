"""typed and flip cards."""

from __future__ import annotations

from quiz.cards.card import Input
from quiz.marking.mark import Verdict
from tests.cards.making import NAMES, card


def test_a_flip_card_is_revealed_not_typed() -> None:
    made = card(kind="flip", ask="Why?", answer={"ko": "그냥", "en": "Because"})
    assert made.question(0).input is Input.REVEAL
    assert made.solution().ko == "그냥"
    assert made.answer_type == ""
    assert made.hints() == ()


def test_what_someone_types_for_a_flip_card_is_judged_as_prose() -> None:
    made = card(kind="flip", ask="What?", answer={"ko": "원-핫 인코딩", "en": "One-hot encoding"})
    for said in ("원핫 인코딩", "one-hot encoding."):
        assert made.mark(made.question(0), said, NAMES).verdict is Verdict.RIGHT


def test_a_typed_card_takes_the_answer_of_either_language() -> None:
    made = card(ask="?", answer={"ko": "이진분류", "en": "binary classification"})
    for said in ("이진분류", "binary classification"):
        assert made.mark(made.question(0), said, NAMES).verdict is Verdict.RIGHT


def test_a_typed_card_takes_what_it_accepts() -> None:
    made = card(ask="?", answer="binary_crossentropy", accept=["BCE"])
    assert made.mark(made.question(0), "BCE", NAMES).verdict is Verdict.RIGHT
    assert made.mark(made.question(0), "MSE", NAMES).verdict is not Verdict.RIGHT


def test_how_an_answer_is_judged_is_inferred_unless_the_card_says() -> None:
    assert card(ask="?", answer="softmax").answer_type == "names"
    assert card(ask="?", answer="(28, 28, 1)").answer_type == "values"
    assert card(ask="?", answer="원-핫 인코딩").answer_type == "prose"
    assert card(ask="?", answer="softmax", type="prose").answer_type == "prose"


def test_answers_of_two_kinds_in_two_languages_are_prose() -> None:
    assert card(ask="?", answer={"ko": "소프트맥스", "en": "softmax"}).answer_type == "prose"


def test_the_answer_is_a_name_for_other_cards_and_what_is_accepted_is_not() -> None:
    made = card(ask="?", answer="softmax", accept=["sofmax"])
    assert made.answer_names == ("softmax",)
    assert card(ask="?", answer="0.5").answer_names == ()


def test_the_text_typed_into_the_deck_is_the_answer() -> None:
    for text in ("3.10", "no", "007", "~", "1:30"):
        assert card(ask="?", answer=text).solution().en == text


def test_hints_are_cut_from_the_answer() -> None:
    assert card(ask="?", answer="relu").hints() == ("relu",)
