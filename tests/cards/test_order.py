"""order cards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cards.card import Card, Input
from quiz.marking.mark import Mark, Mistake, Verdict
from tests.cards.making import NAMES, card, codes

STEPS = ["split", "fit", "transform", "train"]
ORDER = card(kind="order", ask="In which order?", steps=STEPS)


def said(made: Card, seed: int, *steps: str) -> str:
    """Return the answer that puts `steps` in this order."""
    shown = [option.en for option in made.question(seed).options]
    return " ".join(str(shown.index(step) + 1) for step in steps)


def marked(*steps: str, seed: int = 5) -> Mark:
    return ORDER.mark(ORDER.question(seed), said(ORDER, seed, *steps), NAMES)


@given(st.integers(0, 2**40), st.integers(2, 7))
def test_all_steps_are_shown_never_in_the_right_order(seed: int, count: int) -> None:
    steps = [f"step {n}" for n in range(count)]
    made = card(kind="order", ask="?", steps=steps)
    question = made.question(seed)
    shown = [option.en for option in question.options]
    assert sorted(shown) == steps
    assert shown != steps
    assert question == made.question(seed)
    assert question.input is Input.ORDER


@given(st.integers(0, 2**40), st.permutations(STEPS))
def test_only_the_exact_order_is_right(seed: int, steps: list[str]) -> None:
    mark = marked(*steps, seed=seed)
    assert (mark.verdict is Verdict.RIGHT) == (steps == STEPS)
    assert mark.given == " → ".join(steps)
    assert mark.expected == "split → fit → transform → train"


def test_two_swapped_neighbours_are_named_in_their_right_order() -> None:
    assert marked("fit", "split", "transform", "train").mistake == Mistake(
        "steps swapped", {"first": "split", "second": "fit"}
    )


def test_the_first_step_out_of_place_is_named() -> None:
    assert marked("split", "train", "fit", "transform").mistake == Mistake(
        "step", {"place": "2", "given": "train", "expected": "fit"}
    )


@pytest.mark.parametrize("answer", ["1 2 3", "1 2 3 3", "1 2 3 5", "1 2 3 4 4", "x", "1 2 3 99999"])
def test_an_answer_that_does_not_name_each_step_once_is_wrong(answer: str) -> None:
    mark = ORDER.mark(ORDER.question(5), answer, NAMES)
    assert (mark.verdict, mark.mistake) == (Verdict.WRONG, Mistake("steps missing"))


@pytest.mark.parametrize("between", ["", ",", ", ", "  ", " > "])
def test_the_numbers_may_be_written_in_any_way(between: str) -> None:
    answer = between.join(said(ORDER, 5, *STEPS).split())
    assert ORDER.mark(ORDER.question(5), answer, NAMES).verdict is Verdict.RIGHT


def test_no_answer_is_blank() -> None:
    assert ORDER.mark(ORDER.question(5), " ", NAMES).verdict is Verdict.BLANK


def test_the_steps_in_order_are_the_solution() -> None:
    assert ORDER.solution().en.splitlines() == STEPS


def test_one_step_and_two_equal_steps_are_told() -> None:
    assert codes(kind="order", ask="?", steps=["only"]) == ["few-steps"]
    assert codes(kind="order", ask="?", steps=["a", "b", "a"]) == ["same-step"]
    same = [{"ko": "가", "en": "a"}, {"ko": "나", "en": "a"}]
    assert codes(kind="order", ask="?", steps=same) == ["same-step"]
