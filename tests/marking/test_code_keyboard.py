"""Code is judged by the keys that were pressed, where the keyboard was left in Hangul."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.marking.hangul import from_keys
from quiz.marking.judge import judge
from quiz.marking.mark import Mark, Verdict
from quiz.marking.names_list import RealNames

NAMES = RealNames()
CODE = """\
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)  # 훈련 세트만
model.compile(optimizer="adam", loss="mse")"""
WORDS = sorted(set(re.findall("[A-Za-z]+", CODE)))


def judged(answer: str) -> Mark:
    return judge([CODE], answer, "code", NAMES)


def in_hangul(code: str, words: set[str]) -> str:
    """Write these words as a keyboard left in Hangul writes them."""
    return re.sub("[A-Za-z]+", lambda m: from_keys(m[0]) if m[0] in words else m[0], code)


@given(st.sets(st.sampled_from(WORDS), min_size=1))
def test_right_code_is_right_whatever_words_were_typed_in_hangul(words: set[str]) -> None:
    mark = judged(in_hangul(CODE, words))
    assert mark.verdict is Verdict.RIGHT
    assert mark.keys == CODE
    assert mark.given != CODE


def test_what_was_pressed_is_told_word_by_word_not_the_whole_code() -> None:
    mark = judged(in_hangul(CODE, {"compile"}))
    assert mark.note.en == "The keyboard was in Hangul; the keys pressed: compile"


def test_a_difference_is_still_named() -> None:
    mark = judged(in_hangul(CODE, {"compile"}).replace("mse", "mae"))
    assert mark.verdict is not Verdict.RIGHT
    assert mark.mistake and mark.mistake.values["expected"] == '"mse"'


@pytest.mark.parametrize("comment", ["# 훈련 세트에만 맞춘다", "# ㅋㅋ"])
def test_a_korean_comment_is_no_keyboard_left_on(comment: str) -> None:
    mark = judged(CODE.replace("mse", "mae") + "  " + comment)
    assert not mark.keys
    assert "Hangul" not in mark.note.en


def test_a_korean_word_in_a_string_of_the_right_code_stays() -> None:
    right = 'df["나이"] = df["나이"].fillna(0)'
    mark = judge([right], right.replace("fillna", "랴ㅣㅣㅜㅁ"), "code", NAMES)
    assert mark.verdict is Verdict.RIGHT
    assert mark.keys == right
