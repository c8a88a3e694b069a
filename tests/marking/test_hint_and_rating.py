"""Hints never give the whole answer, and one table leads from verdict to rating."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.marking.hint import hint, hint_count
from quiz.marking.mark import Rating, Verdict
from quiz.marking.rating import rate


def test_hints_go_from_length_to_letters() -> None:
    assert [hint("relu", count).en for count in (1, 2, 3, 4)] == [
        "Length: 4",
        "Begins with r…",
        "Begins with re…",
        "Begins with rel…",
    ]
    assert hint_count("relu") == 4


def test_there_is_no_hint_after_the_last() -> None:
    assert hint("relu", 99) == hint("relu", 4)
    assert hint("relu", 0) == hint("relu", 1)


@pytest.mark.parametrize(
    ("answer", "first"),
    [("(28, 28, 1)", "(2…"), ("'same'", "'s…"), ("원-핫 인코딩", "원…"), ("-1.5", "-1…")],
)
def test_the_first_letter_comes_with_what_stands_before_it(answer: str, first: str) -> None:
    assert hint(answer, 2).en == f"Begins with {first}"


def test_an_answer_without_letters_has_only_its_length() -> None:
    assert hint_count("()") == 1
    assert hint_count("") == hint_count("  ") == 0
    assert not hint("", 1)


def test_a_hint_counts_decomposed_hangul_as_syllables() -> None:
    assert hint(unicodedata.normalize("NFD", "평균"), 1).en == "Length: 2"


@given(st.text(max_size=30), st.integers(1, 40))
def test_no_hint_gives_the_whole_answer(answer: str, count: int) -> None:
    shown = hint(answer, count).en.removeprefix("Begins with ").removesuffix("…")
    whole = unicodedata.normalize("NFC", answer).strip()
    assert not whole or shown != whole
    assert hint_count(answer) <= max(len(answer), 1)


@pytest.mark.parametrize(
    ("verdict", "helped", "spelling", "rating"),
    [
        (Verdict.RIGHT, False, False, Rating.GOOD),
        (Verdict.RIGHT, False, True, Rating.GOOD),
        (Verdict.RIGHT, True, False, Rating.HARD),
        (Verdict.RIGHT, True, True, Rating.HARD),
        (Verdict.SLIP, False, False, Rating.HARD),
        (Verdict.SLIP, True, False, Rating.HARD),
        (Verdict.SLIP, False, True, Rating.AGAIN),
        (Verdict.CONFUSED, False, False, Rating.AGAIN),
        (Verdict.WRONG, True, False, Rating.AGAIN),
        (Verdict.BLANK, False, True, Rating.AGAIN),
    ],
)
def test_the_verdict_decides_the_rating(
    verdict: Verdict, helped: bool, spelling: bool, rating: Rating
) -> None:
    assert rate(verdict, helped=helped, spelling=spelling) is rating
