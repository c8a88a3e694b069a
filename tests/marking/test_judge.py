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


@pytest.mark.parametrize(
    ("kind", "expected", "answer"),
    [
        ("values", ["(5, 1)", "(-1, 1)"], "(1,5)"),
        ("values", ["0.5", "1/2"], "1"),
        ("values", ["0.5", "1/2"], "1/3"),
        ("values", ["0", "ddof=0"], "-1"),
        ("names", ["MaxPooling2D", "MaxPool2D"], "MaxPool4D"),
        ("names", ["bce", "BCE"], "bcE"),
        ("prose", ["two classes", "이진 분류"], "three"),
    ],
)
def test_what_is_no_nearer_to_an_accepted_answer_is_shown_the_cards_own(
    kind: str, expected: list[str], answer: str
) -> None:
    judged = judge(expected, answer, kind, NAMES)
    assert judged.verdict is not Verdict.RIGHT
    assert judged.expected == expected[0]


@pytest.mark.parametrize(
    ("kind", "expected", "answer", "verdict"),
    [
        ("values", ["0.5", "1/2"], "1 / 2", Verdict.RIGHT),
        ("names", ["bce", "BCE"], "BCe", Verdict.SLIP),
        ("names", ["fully_connected", "Dense"], "Dence", Verdict.SLIP),
        ("prose", ["mean 0", "표준편차 1개"], "표준편차 2개", Verdict.WRONG),
    ],
)
def test_what_is_clearly_nearer_to_an_accepted_answer_is_compared_with_that(
    kind: str, expected: list[str], answer: str, verdict: Verdict
) -> None:
    judged = judge(expected, answer, kind, NAMES)
    assert (judged.verdict, judged.expected) == (verdict, expected[1])


@given(
    st.lists(st.text("ab01(), ", min_size=1, max_size=6), min_size=1, max_size=3),
    st.text("ab01(), ", max_size=6),
    st.sampled_from(KINDS),
)
def test_more_accepted_answers_never_make_a_verdict_worse(
    expected: list[str], answer: str, kind: str
) -> None:
    order = list(Verdict)
    alone = judge(expected[:1], answer, kind, NAMES).verdict
    assert order.index(judge(expected, answer, kind, NAMES).verdict) <= order.index(alone)


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
