"""Prose: case, spacing, hyphens, final punctuation and Korean particles forgiven."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.marking.judge import judge
from quiz.marking.mark import Mark, Verdict
from quiz.marking.names_list import RealNames
from quiz.marking.particles import stems

NAMES = RealNames()


def mark(expected: str, answer: str) -> Mark:
    return judge([expected], answer, "prose", NAMES)


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("원-핫 인코딩", "원핫 인코딩"),
        ("원-핫 인코딩", "원-핫인코딩"),
        ("원핫 인코딩", "원 핫 인코딩을"),
        ("원-핫 인코딩", "원핫인코딩입니다."),
        ("One-hot encoding", "one hot encoding"),
        ("평균과 표준편차", "평균 표준편차"),
        ("평균과 표준편차", "평균, 표준편차"),
        ("평균과 표준편차", "평균과표준편차"),
        ("특징 맵의 개수", "특징맵 개수"),
        ("데이터 타입을 확인한다", "데이터 타입 확인"),
        ("데이터 타입 확인", "데이터 타입을 확인합니다."),
        ("값을 0과 1 사이로", "값을 0, 1 사이로"),
        ("mean and standard deviation", "The mean and the standard deviation."),
        ("0 ~ 1", "0~1"),
        ("−1 ~ 1", "-1~1"),
        ("중앙값", "“중앙값”"),
        ("과적합", "과적합이다"),
        ("what?", "What"),
        ("class a", "class a"),
    ],
)
def test_what_says_the_same_is_right(expected: str, answer: str) -> None:
    assert mark(expected, answer).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("평균", "분산"),
        ("평균", "평귱"),
        ("행", "항"),
        ("정확도", "정확"),
        ("정의", "정"),
        ("지도 학습", "비지도 학습"),
        ("supervised learning", "unsupervised learning"),
        ("symmetric matrix", "asymmetric matrix"),
        ("최댓값을 고른다", "최솟값을 고른다"),
        ("값이 항상 0 이상인 함수", "값이 항상 0 이하인 함수"),
        ("maximum of the values", "minimum of the values"),
        ("0과 1", "01"),
        ("0과 1", "1과 0"),
        ("-1 ~ 1", "1 ~ 1"),
        ("평균 0, 표준편차 1", "평균 0, 표준편차 2"),
        ("0.5보다 크다", "0.4보다 크다"),
        ("max pooling", "mix pooling"),
    ],
)
def test_another_word_or_number_is_wrong(expected: str, answer: str) -> None:
    assert mark(expected, answer).verdict is Verdict.WRONG


@pytest.mark.parametrize(
    ("expected", "answer"),
    [
        ("표준편차", "표즌편차"),
        ("과적합", "과적함"),
        ("mean and standard deviation", "mean and standart deviation"),
        ("overfitting", "overfiting"),
        ("정규화된 데이터", "정규홰된 데이타"),
    ],
)
def test_a_letter_mistyped_in_a_longer_word_is_a_slip(expected: str, answer: str) -> None:
    judged = mark(expected, answer)
    assert judged.verdict is Verdict.SLIP
    assert judged.mistake is not None
    assert judged.mistake.kind == "typo"


def test_a_typing_slip_shows_the_word() -> None:
    mistake = mark("mean and standard deviation", "mean and standart deviation").mistake
    assert mistake is not None
    assert mistake.values == {"given": "standart", "expected": "standard"}


@pytest.mark.parametrize(
    ("expected", "answer", "kind"),
    [
        ("평균과 표준편차", "표준편차와 평균", "words in another order"),
        ("평균 0, 표준편차 1", "평균 0, 표준편차 2", "number in text"),
        ("특징 맵의 개수", "특징 개수", "words missing"),
        ("특징 개수", "특징 맵의 개수", "words extra"),
    ],
)
def test_what_differs_is_named(expected: str, answer: str, kind: str) -> None:
    judged = mark(expected, answer)
    assert judged.verdict is Verdict.WRONG
    assert judged.mistake is not None
    assert judged.mistake.kind == kind


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("표준편차를", "표준편차"),
        ("함수는", "함수"),
        ("개수이다", "개수"),
        ("픽셀로", "픽셀"),
        ("평가", "평가"),
        ("정의", "정의"),
        ("정확도", "정확도"),
        ("fit은", "fit"),
        ("loss를", "loss"),
    ],
)
def test_a_particle_is_cut_only_where_it_can_be_one(word: str, stem: str) -> None:
    assert stems([word]) == [stem]


_WORDS = st.lists(
    st.sampled_from(["표준편차", "데이터", "학습률", "mean", "kernel", "0", "12", "원핫"]),
    min_size=1,
    max_size=5,
)


@given(_WORDS, st.sampled_from(["", ".", "!", " ", "입니다", "을", "이에요."]), st.booleans())
def test_an_answer_with_particle_and_final_punctuation_is_right(
    words: list[str], end: str, decomposed: bool
) -> None:
    answer = " ".join(words).upper() + end
    answer = unicodedata.normalize("NFD", answer) if decomposed else answer
    assert mark(" ".join(words), answer).verdict is Verdict.RIGHT


@given(_WORDS, _WORDS)
def test_different_words_are_never_right(one: list[str], other: list[str]) -> None:
    together = "".join(one) == "".join(other)
    if not together:
        assert mark(" ".join(one), " ".join(other)).verdict is not Verdict.RIGHT


@given(st.text(min_size=1, max_size=50), st.text(max_size=50))
def test_any_text_can_be_judged_as_prose(expected: str, answer: str) -> None:
    assert mark(expected, answer).verdict in Verdict
