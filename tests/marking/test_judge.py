"""Judging as a whole: the nearest answer, blanks, long and odd texts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.marking.judge import judge
from quiz.marking.mark import Verdict
from quiz.marking.mistakes import sentence
from quiz.marking.names_list import RealNames

NAMES = RealNames()
KINDS = ["names", "values", "prose"]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("answer", ["", "   ", "\t\n", "\x1b[31m", "\x00"])
def test_an_answer_with_nothing_in_it_is_blank(kind: str, answer: str) -> None:
    judged = judge(["softmax"], answer, kind, NAMES)
    assert (judged.verdict, judged.given, judged.diff) == (Verdict.BLANK, "", ())


@pytest.mark.parametrize("kind", KINDS)
def test_a_pasted_page_is_wrong_without_being_compared(kind: str) -> None:
    judged = judge(["softmax"], "softmax " * 20_000, kind, NAMES)
    assert judged.verdict is Verdict.WRONG
    assert judged.mistake is not None
    assert judged.mistake.kind == "too long"
    assert len(judged.given) < 300


def test_spaces_without_end_around_a_right_answer_are_forgiven() -> None:
    answer = " " * 50_000 + "softmax" + " " * 50_000
    assert judge(["softmax"], answer, "names", NAMES).verdict is Verdict.RIGHT


def test_the_better_verdict_wins_over_the_first_answer() -> None:
    judged = judge(["one-hot encoding", "원-핫 인코딩"], "원핫인코딩", "prose", NAMES)
    assert (judged.verdict, judged.expected) == (Verdict.RIGHT, "원-핫 인코딩")


def test_an_answer_near_none_is_compared_with_the_first() -> None:
    assert judge(["mean", "average"], "분산", "prose", NAMES).expected == "mean"


def test_terminal_escapes_in_an_answer_are_not_kept() -> None:
    assert judge(["softmax"], "soft\x1b[31mmin", "names", NAMES).given == "softmin"


def test_a_kind_of_answer_that_does_not_exist_is_refused() -> None:
    with pytest.raises(ValueError, match="no such kind"):
        judge(["a"], "a", "poems", NAMES)
    with pytest.raises(ValueError, match="no answer"):
        judge([], "a", "names", NAMES)


@given(st.lists(st.text(max_size=20), min_size=1, max_size=3), st.text(), st.sampled_from(KINDS))
def test_every_text_gets_a_mark_that_can_be_said(
    expected: list[str], answer: str, kind: str
) -> None:
    judged = judge(expected, answer, kind, NAMES)
    if judged.mistake:
        assert sentence(judged.mistake).en
    assert judged.verdict is not Verdict.RIGHT or not judged.diff


@given(st.text("softmax_S ", max_size=12), st.text("softmax_S ", min_size=1, max_size=12))
def test_what_is_not_right_has_a_diff(answer: str, expected: str) -> None:
    judged = judge([expected], answer, "names", NAMES)
    if judged.verdict in (Verdict.SLIP, Verdict.WRONG, Verdict.CONFUSED):
        assert judged.diff
