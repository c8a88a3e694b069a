"""Shape cards: a seed gives its question for ever, and bad templates are told."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cards.card import Card, Input
from quiz.marking.mark import Verdict
from tests.cards.making import NAMES, card, codes

CODE = """\
model = Sequential()
model.add(Conv2D({filters}, {kernel}, padding='{padding}',
                 input_shape=({size}, {size}, {size // 14})))
"""
DRAW = ["size = 28, 32, 64", "kernel = 3, 5", "filters = 8, 16", "padding = 'same', 'valid'"]
SHAPE = {"kind": "shape", "asked": "shape", "ask": "Which shape for {size}?", "code": CODE}
RESHAPE = {
    "kind": "shape",
    "asked": "reshape",
    "ask": "Reshape.",
    "code": "X = np.zeros(({n}, {side}))\nX = X.reshape({answer})",
    "draw": ["n = 100, 200", "side = 4, 5"],
    "data": "n, side",
    "answer": "n, side, 1",
}
ERROR = {
    "kind": "shape",
    "asked": "error",
    "ask": "Which line?",
    "draw": ["size = 2, 28"],
    "code": "model = Sequential()\nmodel.add(Input(shape=({size}, {size}, 1)))\n"
    "model.add(Conv2D(8, 3))",
}


def made(**changed: object) -> Card:
    return card(**{**SHAPE, "draw": DRAW, **changed})


def test_the_numbers_of_a_seed_stay_for_ever() -> None:
    """Old questions are drawn again from the log: a change here rewrites what was asked."""
    lines = [made().question(seed).code.split(maxsplit=2)[2] for seed in (0, 1, 2, 123456789)]
    assert [" ".join(line.split()) for line in lines] == [
        "Sequential() model.add(Conv2D(8, 3, padding='same', input_shape=(32, 32, 2)))",
        "Sequential() model.add(Conv2D(8, 5, padding='same', input_shape=(32, 32, 2)))",
        "Sequential() model.add(Conv2D(8, 5, padding='same', input_shape=(32, 32, 2)))",
        "Sequential() model.add(Conv2D(8, 5, padding='valid', input_shape=(28, 28, 2)))",
    ]


@given(st.integers(0, 2**63 - 1))
def test_equal_seeds_give_equal_questions(seed: int) -> None:
    assert made().question(seed) == made().question(seed)


@given(st.integers(0, 2**32 - 1))
def test_the_conditions_hold_for_every_seed(seed: int) -> None:
    one = made(where=["size > 30", "filters != 2 * kernel + 2", "padding == 'same'"])
    code = one.question(seed).code
    assert "(28" not in code
    assert "valid" not in code


def test_a_name_more_leaves_the_other_numbers_as_they_were() -> None:
    more = made(draw=["more = 1, 2, 3", *reversed(DRAW)])
    assert [made().question(seed).code for seed in range(20)] == [
        more.question(seed).code for seed in range(20)
    ]


def test_the_question_shows_its_numbers_and_the_code() -> None:
    question = made().question(0)
    assert question.ask.en.startswith("Which shape for 32?\n\nmodel = Sequential()")
    assert question.ask.en.endswith(question.code)
    assert question.input is Input.LINE


def test_a_shape_is_judged_by_its_value() -> None:
    one = made(draw=["size = 28", "kernel = 3", "filters = 8", "padding = 'same'"])
    for answer in ("(None, 28, 28, 8)", "None,28,28,8", "output_shape = (None,28,28,8)"):
        assert one.mark(one.question(0), answer, NAMES).verdict is Verdict.RIGHT
    assert one.mark(one.question(0), "(None, 28, 28, 9)", NAMES).verdict is Verdict.WRONG
    assert one.mark(one.question(0), " ", NAMES).verdict is Verdict.BLANK


@pytest.mark.parametrize(
    "answer",
    ["(100, 5, 1)", "(-1, 5, 1)", "100, 5, 1", "X.reshape(100, 5, 1)", "np.reshape(X, (-1, 5, 1))"],
)
def test_a_reshape_may_be_written_in_many_ways(answer: str) -> None:
    one = card(**{**RESHAPE, "draw": ["n = 100", "side = 5"]})
    assert one.mark(one.question(0), answer, NAMES).verdict is Verdict.RIGHT


def test_what_is_asked_does_not_stand_in_the_code() -> None:
    question = card(**RESHAPE).question(0)
    assert "X.reshape([…])" in question.code
    assert "1)" not in question.code.splitlines()[1]


def test_the_lines_that_may_raise_keep_their_order() -> None:
    one = card(**{**ERROR, "draw": ["size = 2"]})
    question = one.question(5)
    assert [option.en for option in question.options] == [
        "Line 1: model = Sequential()",
        "Line 2: model.add(Input(shape=(2, 2, 1)))",
        "Line 3: model.add(Conv2D(8, 3))",
        "None: it runs",
    ]
    assert one.mark(question, "3", NAMES).verdict is Verdict.RIGHT
    assert one.mark(question, "None: it runs", NAMES).verdict is Verdict.WRONG
    assert one.mark(question, "7", NAMES).mistake is not None
    assert one.solution_of(question).en == "Line 3: model.add(Conv2D(8, 3))"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"asked": "colour"}, "unknown-value"),
        ({"draw": ["size"]}, "bad-template"),
        ({"draw": ["size = open('x')"]}, "bad-template"),
        ({"draw": ["size = ().__class__"]}, "bad-template"),
        ({"draw": ["size = 2 ** 9999999"]}, "bad-template"),
        ({"draw": ["size = 1 // 0", *DRAW[1:]]}, "bad-template"),
        ({"code": "Dense({unknown})"}, "bad-template"),
        ({"ask": "How many {things}?"}, "bad-template"),
        ({"where": ["size > 1000"]}, "bad-template"),
        ({"where": ["colour > 1000"]}, "bad-template"),
        ({"asked": "reshape"}, "bad-template"),
        ({"asked": "last"}, "bad-template"),
    ],
)
def test_a_bad_template_is_told(changed: dict[str, object], code: str) -> None:
    assert codes(**{**SHAPE, "draw": DRAW, **changed}) == [code]


def test_a_word_is_no_shape_rather_than_another_name() -> None:
    one = made()
    assert one.mark(one.question(0), "softmax", NAMES).verdict is Verdict.WRONG
