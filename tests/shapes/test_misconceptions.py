"""A wrong answer is explained by the misconception that gives it; a right one by none."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.cards.shape import Shape
from quiz.cards.shape_answers.chosen import options_of
from quiz.marking.mark import Mark, Verdict
from quiz.marking.mistakes import sentence
from quiz.marking.names_list import RealNames
from quiz.shapes.misconceptions.known import known, wrong_answers
from tests.shapes.shipped import answer_as_typed, shape_cards

NAMES = RealNames()
SEEDS = range(5)


def marked(card: Shape, seed: int, answer: str) -> Mark:
    return card.mark(card.question(seed), answer_as_typed(card, seed, answer), NAMES)


def named(mark: Mark) -> list[str]:
    mistake = mark.mistake
    return mistake.values["ids"].split() if mistake and mistake.kind == "misconception" else []


def _offered(card: Shape, seed: int, answer: str) -> bool:
    options = [stands_for for _text, stands_for in options_of(card.visit(seed), seed)]
    return not options or answer in options


@cache
def _wrong(card: str, seed: int) -> tuple[tuple[str, str], ...]:
    visit = next(one for one in shape_cards() if one.id == card).visit(seed)
    return tuple((one.id, answer) for one, answer in wrong_answers(visit))


@pytest.mark.parametrize("id", sorted(known()))
def test_each_misconception_is_recognised_by_its_answer_to_some_card(id: str) -> None:
    card, seed, answer = next(
        (card, seed, answer)
        for card in shape_cards()
        for seed in SEEDS
        for one, answer in _wrong(card.id, seed)
        if one == id and _offered(card, seed, answer)
    )
    mark = marked(card, seed, answer)
    assert mark.verdict is Verdict.WRONG
    assert id in named(mark)
    assert mark.mistake is not None
    assert known()[id].said.ko in sentence(mark.mistake).ko
    assert known()[id].said.en in sentence(mark.mistake).en


@pytest.mark.parametrize("card", shape_cards(), ids=lambda card: card.id)
def test_no_right_answer_is_taken_for_a_misconception(card: Shape) -> None:
    for seed in SEEDS:
        mark = marked(card, seed, str(card.visit(seed).answer()))
        assert (mark.verdict, mark.mistake) == (Verdict.RIGHT, None)
        assert card.mark(card.question(seed), card.solution_of(card.question(seed)).en, NAMES) == (
            mark
        )


@given(st.sampled_from(shape_cards()), st.integers(0, 2**32 - 1))
@settings(max_examples=50, deadline=None)
def test_whatever_the_numbers_a_right_answer_is_right_and_each_wrong_one_is_explained(
    card: Shape, seed: int
) -> None:
    visit = card.visit(seed)
    right = visit.answer()
    assert right is not None, visit.code
    assert marked(card, seed, right).verdict is Verdict.RIGHT
    for one, answer in wrong_answers(visit)[:4]:
        if _offered(card, seed, answer):
            mark = marked(card, seed, answer)
            assert mark.verdict is Verdict.WRONG
            assert one.id in named(mark)


def test_two_misconceptions_that_give_the_same_answer_are_both_named() -> None:
    card = next(card for card in shape_cards() if card.id == "shape-conv-valid")
    visit = card.visit(0)
    answer = next(a for one, a in wrong_answers(visit) if one.id == "same-for-valid")
    mark = marked(card, 0, answer)
    assert {"same-for-valid", "kernel-not-subtracted"} <= set(named(mark))
    assert mark.mistake is not None
    assert " / " in sentence(mark.mistake).ko


def test_the_note_says_where_the_misconception_parts_from_the_truth() -> None:
    card = next(card for card in shape_cards() if card.id == "shape-conv-stack")
    visit = card.visit(0)
    answer = next(a for one, a in wrong_answers(visit) if one.id == "pool-stride-one")
    where, right, wrong, *rest = marked(card, 0, answer).note.en.splitlines()
    assert where == "At step 2:"
    assert right.strip().startswith("✓ height, width: floor")
    assert wrong.strip().startswith("✗ height, width: floor")
    assert right.split()[-1] != wrong.split()[-1]
    assert any(line.startswith("3  Conv2D") for line in rest)


def test_the_log_of_a_later_version_still_reads() -> None:
    from quiz.marking.mark import Mistake

    said = sentence(Mistake("misconception", {"ids": "same-for-valid not-yet-known"}))
    assert said.en.endswith(" / not-yet-known")
