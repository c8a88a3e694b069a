"""The diff shows where an answer differs: few pieces, whole words, Hangul by jamo."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.marking.align import align
from quiz.marking.diff import diff
from quiz.marking.hangul import jamo


def drawn(given: str, expected: str) -> str:
    """Draw a diff as text: [given|expected] where they differ."""
    return "".join(
        piece.given if piece.op == "same" else f"[{piece.given}|{piece.expected}]"
        for piece in diff(given, expected)
    )


@pytest.mark.parametrize(
    ("given", "expected", "pieces"),
    [
        ("kernal_size", "kernel_size", "kern[a|e]l_size"),
        ("sigmiod", "sigmoid", "sigm[io|oi]d"),
        ("Perceeptron", "Perceptron", "Perce[e|]ptron"),
        ("softmaks", "softmax", "softma[ks|x]"),
        ("tahn", "tanh", "ta[hn|nh]"),
        ("Scaler", "StandardScaler", "[|Standard]Scaler"),
        ("MaxScaler", "MinMaxScaler", "[|Min]MaxScaler"),
        (
            "sparse_crossentropy",
            "sparse_categorical_crossentropy",
            "sparse_[|categorical_]crossentropy",
        ),
        ("표즌편차", "표준편차", "표ㅈ[ㅡ|ㅜ]ㄴ편차"),
        ("표편차", "표준편차", "표[|준]편차"),
        ("과적함", "과적합", "과적ㅎㅏ[ㅁ|ㅂ]"),
        ("가다", "각다", "가[|ㄱ]다"),
        ("평균", "분산", "[평균|분산]"),
        ("relu", "softmax", "[relu|softmax]"),
        ("MinMaxScalar", "StandardScaler", "[MinMaxScalar|StandardScaler]"),
        ("padding=valid", "padding='same'", "padding=[valid|'same']"),
        ("", "relu", "[|relu]"),
        ("relu", "", "[relu|]"),
        ("relu", "relu", ""),
    ],
)
def test_a_difference_is_shown_where_it_is(given: str, expected: str, pieces: str) -> None:
    assert drawn(given, expected) == pieces


_NEAR = st.text("abAB_ 가각간닭", max_size=14)


@given(st.one_of(st.text(max_size=30), _NEAR), st.one_of(st.text(max_size=30), _NEAR))
def test_the_pieces_put_together_are_the_two_texts(given: str, expected: str) -> None:
    pieces = diff(given, expected)
    if pieces:
        assert jamo("".join(piece.given for piece in pieces)) == jamo(given)
        assert jamo("".join(piece.expected for piece in pieces)) == jamo(expected)
    else:
        assert jamo(given) == jamo(expected)


@given(_NEAR, _NEAR)
def test_same_pieces_are_the_same_and_others_differ(given: str, expected: str) -> None:
    for piece in diff(given, expected):
        assert (piece.given == piece.expected) == (piece.op == "same")
        assert (not piece.given) == (piece.op == "missing")
        assert (not piece.expected) == (piece.op == "extra")


@given(_NEAR, _NEAR)
def test_neighbouring_pieces_are_of_different_kinds(given: str, expected: str) -> None:
    same = [piece.op == "same" for piece in diff(given, expected)]
    assert all(one != other for one, other in pairwise(same))


@given(st.text("abc", max_size=9), st.text("abc", max_size=9))
def test_an_alignment_is_as_good_in_both_directions(one: str, other: str) -> None:
    there = sum(step.op != "same" for step in align(one, other))
    back = sum(step.op != "same" for step in align(other, one))
    assert abs(there - back) <= 1


def test_texts_too_long_to_compare_are_one_piece() -> None:
    assert len(diff("a" * 5000, "b" * 5000)) == 1
