"""The keyboard left in the other language is recognised, and NFC equals NFD."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.marking.hangul import compose, from_keys, jamo, to_keys
from quiz.marking.infer import infer
from quiz.marking.judge import judge
from quiz.marking.mark import Verdict
from quiz.marking.names_list import RealNames

NAMES = RealNames()
REAL = sorted(NAMES)


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("낼슴ㅌ", "softmax"),
        ("ㄴㅅ뭉ㅁㄱㅇㄴㅊ믿ㄱ", "standardscaler"),
        ("ㅃㄷ교", "Qery"),
        ("ㅆ겨ㄷ", "True"),
        ("ㅛ_ㅅㄱ먀ㅜ", "y_train"),
        ("ㄹㅣㅐㅁㅅ32", "float32"),
        ("퓨ㅜㅋ", "vbnz"),
        ("값", "rkqt"),
        ("과", "rhk"),
        ("ㅒㅖ", "OP"),
    ],
)
def test_hangul_is_read_as_the_keys_that_give_it(typed: str, keys: str) -> None:
    assert to_keys(typed) == keys
    assert to_keys(unicodedata.normalize("NFD", typed)) == keys


@pytest.mark.parametrize("typed", ["낼슴ㅌ", "ㄴㅐㄹㅅㅡㅁㅌ", "`낼슴ㅌ`", " 낼슴ㅌ "])
def test_softmax_typed_in_hangul_is_right_and_said(typed: str) -> None:
    judged = judge(["softmax"], typed, "names", NAMES)
    assert judged.verdict is Verdict.RIGHT
    assert judged.keys.strip(" `") == "softmax"
    assert judged.mistake is not None
    assert judged.mistake.kind == "layout"
    assert "softmax" in judged.note.en


def test_a_slip_made_in_hangul_is_named_and_the_keyboard_said() -> None:
    judged = judge(["softmax"], from_keys("sofmax"), "names", NAMES)
    assert (judged.verdict, judged.keys) == (Verdict.SLIP, "sofmax")
    assert judged.mistake is not None
    assert judged.mistake.kind == "dropped"


def test_another_real_name_typed_in_hangul_is_confused() -> None:
    judged = judge(["Dense"], from_keys("flatten"), "names", NAMES)
    assert (judged.verdict, judged.keys) == (Verdict.CONFUSED, "flatten")


def test_a_capital_that_hangul_shows_is_judged() -> None:
    assert judge(["relu"], from_keys("Relu"), "names", NAMES).verdict is Verdict.SLIP
    assert judge(["Query"], from_keys("Query"), "names", NAMES).verdict is Verdict.RIGHT


def test_a_name_spoken_in_hangul_is_told_to_be_written_in_latin() -> None:
    judged = judge(["softmax"], "소프트맥스", "names", NAMES)
    assert (judged.verdict, judged.keys) == (Verdict.WRONG, "")
    assert judged.mistake is not None
    assert judged.mistake.kind == "in hangul"


def test_a_value_typed_in_hangul_is_right() -> None:
    judged = judge(["padding='same'"], "ㅔㅁㅇ야ㅜㅎ='ㄴ믇'", "values", NAMES)
    assert (judged.verdict, judged.keys) == (Verdict.RIGHT, "padding='same'")


def test_prose_typed_with_the_keyboard_in_latin_is_right_and_said() -> None:
    judged = judge(["표준편차"], "vywnsvusck", "prose", NAMES)
    assert judged.verdict is Verdict.RIGHT
    assert judged.mistake is not None
    assert judged.mistake.values == {"typed": "표준편차"}


def test_korean_prose_is_not_taken_for_a_forgotten_keyboard() -> None:
    judged = judge(["mean"], "분산", "prose", NAMES)
    assert (judged.verdict, judged.keys) == (Verdict.WRONG, "")


@given(st.sampled_from(REAL))
def test_every_real_name_is_right_when_typed_in_hangul(name: str) -> None:
    judged = judge([name], from_keys(name), infer(name), NAMES)
    assert (judged.verdict, judged.keys) == (Verdict.RIGHT, name)


_HANGUL = st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=12)


@given(_HANGUL)
def test_keys_and_hangul_lead_to_each_other(text: str) -> None:
    assert from_keys(to_keys(text)) == compose(jamo(text))
    assert to_keys(from_keys(to_keys(text))) == to_keys(text)


@given(_HANGUL)
def test_syllables_come_back_from_their_decomposed_form(text: str) -> None:
    assert jamo(unicodedata.normalize("NFD", text)) == jamo(text)


@given(st.sampled_from(["names", "values", "prose"]), _HANGUL, st.text(max_size=10))
def test_composed_and_decomposed_answers_are_judged_alike(
    kind: str, korean: str, more: str
) -> None:
    answer = korean + more
    one = judge(["표준편차"], unicodedata.normalize("NFC", answer), kind, NAMES)
    other = judge(["표준편차"], unicodedata.normalize("NFD", answer), kind, NAMES)
    decomposed = judge([unicodedata.normalize("NFD", "표준편차")], answer, kind, NAMES)
    assert one.verdict is other.verdict is decomposed.verdict


@given(st.sampled_from(["names", "values", "prose"]), st.text(min_size=1, max_size=30))
def test_an_answer_is_right_for_itself(kind: str, text: str) -> None:
    judged = judge([text], text, kind, NAMES)
    assert judged.verdict in (Verdict.RIGHT, Verdict.BLANK)
