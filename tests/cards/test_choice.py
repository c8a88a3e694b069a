"""choice cards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cards.card import Card, Input
from quiz.marking.mark import Mistake, Verdict
from quiz.marking.mistakes import sentence
from tests.cards.making import NAMES, card, codes

ONE = card(
    kind="choice",
    ask="For one probability?",
    answer="sigmoid",
    wrong=[
        {"text": "softmax", "why": "Always 1.0."},
        "relu",
        {"text": {"ko": "선형", "en": "linear"}},
    ],
)
SEVERAL = card(
    kind="choice", ask="Which are losses?", answer=["mse", "mae"], wrong=["adam", "sgd", "relu"]
)


def shown(made: Card, seed: int) -> list[str]:
    return [option.en for option in made.question(seed).options]


def numbers(made: Card, seed: int, *texts: str) -> str:
    return " ".join(str(shown(made, seed).index(text) + 1) for text in texts)


@given(st.integers(0, 2**40))
def test_every_option_is_shown_once_and_one_seed_shows_one_order(seed: int) -> None:
    assert sorted(shown(ONE, seed)) == ["linear", "relu", "sigmoid", "softmax"]
    assert shown(ONE, seed) == shown(ONE, seed)


def test_the_right_option_stands_anywhere() -> None:
    assert {shown(ONE, seed).index("sigmoid") for seed in range(60)} == {0, 1, 2, 3}


def test_a_question_says_whether_several_are_right() -> None:
    assert ONE.question(1).input is Input.CHOICE
    assert not ONE.question(1).several
    assert SEVERAL.question(1).several


@given(st.integers(0, 2**40))
def test_the_right_number_is_right_and_every_other_is_not(seed: int) -> None:
    question = ONE.question(seed)
    for number, text in enumerate(shown(ONE, seed), 1):
        mark = ONE.mark(question, str(number), NAMES)
        assert (mark.verdict is Verdict.RIGHT) == (text == "sigmoid")
        assert (mark.given, mark.expected) == (text, "sigmoid")


@given(st.integers(0, 2**40), st.sets(st.integers(0, 4), min_size=1))
def test_of_several_only_exactly_the_right_set_is_right(seed: int, picked: set[int]) -> None:
    texts = {shown(SEVERAL, seed)[place] for place in picked}
    answer = ",".join(str(place + 1) for place in picked)
    mark = SEVERAL.mark(SEVERAL.question(seed), answer, NAMES)
    assert (mark.verdict is Verdict.RIGHT) == (texts == {"mse", "mae"})


@pytest.mark.parametrize("answer", ["sigmoid", " Sigmoid ", "SIGMOID"])
def test_an_option_may_be_named_by_its_text(answer: str) -> None:
    assert ONE.mark(ONE.question(3), answer, NAMES).verdict is Verdict.RIGHT
    assert SEVERAL.mark(SEVERAL.question(3), "mae, mse", NAMES).verdict is Verdict.RIGHT


def test_a_chosen_wrong_option_is_explained() -> None:
    mark = ONE.mark(ONE.question(3), "softmax", NAMES)
    assert mark.note.en == "Always 1.0."


def test_a_chosen_real_name_is_confused_with_it_another_option_is_wrong() -> None:
    question = ONE.question(3)
    confused = ONE.mark(question, "softmax", NAMES)
    assert (confused.verdict, confused.mistake) == (
        Verdict.CONFUSED,
        Mistake("other name", {"name": "softmax"}),
    )
    wrong = ONE.mark(question, "relu", NAMES)
    assert (wrong.verdict, wrong.mistake) == (Verdict.WRONG, Mistake("option", {"given": "relu"}))


def test_a_real_name_that_the_card_does_not_explain_is_explained_by_what_it_is_for() -> None:
    made = card(kind="choice", ask="?", answer="relu", wrong=["softmax"])
    note = made.mark(made.question(0), "softmax", NAMES).note
    assert note.en == "turns scores into probabilities"


def test_missing_and_extra_options_are_counted() -> None:
    question = SEVERAL.question(5)
    missing = SEVERAL.mark(question, "mse", NAMES)
    extra = SEVERAL.mark(question, "mse, mae, adam", NAMES)
    both = SEVERAL.mark(question, "mse, adam, sgd", NAMES)
    assert missing.mistake == Mistake("options missing", {"n": "1"})
    assert extra.mistake == Mistake("options extra", {"n": "1"})
    assert both.mistake
    assert {missing.verdict, extra.verdict, both.verdict} == {Verdict.WRONG}
    assert sentence(both.mistake).en == "Right options not chosen: 1; Wrong options chosen: 2"


@pytest.mark.parametrize(
    "answer", ["9", "0", "tanh", "1 9", ",", "-1", "²", "99999999999999999999"]
)
def test_what_is_none_of_the_options_is_wrong_and_says_so(answer: str) -> None:
    mark = ONE.mark(ONE.question(3), answer, NAMES)
    assert mark.verdict is Verdict.WRONG
    assert mark.mistake == Mistake("no option", {"given": answer})


def test_nothing_chosen_is_blank() -> None:
    assert ONE.mark(ONE.question(3), "  ", NAMES).verdict is Verdict.BLANK


def test_an_option_whose_text_is_a_number_beyond_those_shown_may_be_typed() -> None:
    made = card(kind="choice", ask="Units?", answer="128", wrong=["64", "32"])
    assert made.mark(made.question(0), "128", NAMES).verdict is Verdict.RIGHT


def test_the_right_options_are_the_solution() -> None:
    assert SEVERAL.solution().en == "mse\nmae"


def test_two_equal_options_are_told() -> None:
    assert codes(kind="choice", ask="?", answer="a", wrong=["b", "a"]) == ["same-option"]


def test_a_choice_needs_a_wrong_option() -> None:
    assert codes(kind="choice", ask="?", answer="a", wrong=[]) == ["missing-key"]


def test_an_unknown_key_of_an_option_is_told() -> None:
    wrong = [{"text": "b", "wyh": "x"}]
    assert codes(kind="choice", ask="?", answer="a", wrong=wrong) == ["unknown-key"]
