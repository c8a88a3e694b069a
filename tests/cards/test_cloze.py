"""cloze cards."""

from __future__ import annotations

import pytest

from quiz.marking.mark import Verdict
from quiz.text import Text
from tests.cards.making import NAMES, card, cards, codes, problems

TEXT = {
    "ko": "{{c1::softmax}}는 합이 {{c2::1::숫자}}이다.",
    "en": "{{c1::softmax}} adds up to {{c2::1::a number}}.",
}


def test_each_hole_is_a_card_of_its_own_that_shares_the_note() -> None:
    first, second = cards(kind="cloze", text=TEXT)
    assert (first.id, second.id) == ("a-card-c1", "a-card-c2")
    assert first.note == second.note == "a-card"


def test_the_hole_asked_is_empty_and_the_others_are_filled() -> None:
    first, second = cards(kind="cloze", text=TEXT)
    assert first.question(0).ask == Text("[…]는 합이 1이다.", "[…] adds up to 1.")
    assert second.ask == Text("softmax는 합이 […: 숫자]이다.", "softmax adds up to […: a number].")


def test_an_id_stays_when_the_text_moves() -> None:
    moved = cards(kind="cloze", text="The sum is {{c2::1}} with {{c1::softmax}}, always.")
    assert [(made.id, made.solution().en) for made in moved] == [
        ("a-card-c1", "softmax"),
        ("a-card-c2", "1"),
    ]


def test_the_holes_of_a_note_without_an_id_have_none() -> None:
    assert {made.id for made in cards(kind="cloze", text=TEXT, id="")} == {""}


def test_one_number_twice_is_one_card_with_both_holes_empty() -> None:
    (made,) = cards(kind="cloze", text="{{c1::fit}} then {{c1::fit}} again")
    assert made.ask.en == "[…] then […] again"


def test_what_is_in_the_hole_is_the_answer() -> None:
    first, second = cards(kind="cloze", text=TEXT)
    assert first.mark(first.question(0), "softmax", NAMES).verdict is Verdict.RIGHT
    assert second.mark(second.question(0), "2", NAMES).verdict is not Verdict.RIGHT
    assert (first.answer_type, second.answer_type) == ("names", "values")
    assert first.answer_names == first.hints() == ("softmax",)


@pytest.mark.parametrize(
    ("hole", "answer", "asked"),
    [
        ("{{c1::x[::-1]}}", "x[::-1]", "[…]"),
        ("{{c1::x[::2]::a slice}}", "x[::2]", "[…: a slice]"),
        ("{{c1::{'a': 1}}}", "{'a': 1}", "[…]"),
        ("{{c1:: (28, 28) }}", "(28, 28)", "[…]"),
        ("{{c01::x}}", "x", "[…]"),
    ],
)
def test_code_fits_in_a_hole(hole: str, answer: str, asked: str) -> None:
    made = card(kind="cloze", text=f"before {hole} after")
    assert made.solution().en == answer
    assert made.ask.en == f"before {asked} after"


def test_markup_round_a_hole_stays() -> None:
    assert (
        card(kind="cloze", text="[/] {x} {{c1::a}} [None, 28]").ask.en == "[/] {x} […] [None, 28]"
    )


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("no hole at all", "no-hole"),
        ("{{c1:relu}}", "no-hole"),
        ("an open {{c1::relu", "bad-hole"),
        ("{{c1::a {{c2::b}} c", "bad-hole"),
        ("{{c0::relu}}", "bad-hole"),
        ("{{c::relu}}", "bad-hole"),
        ("{{c1234::relu}}", "bad-hole"),
        ("{{c1::}}", "bad-hole"),
        ("{{c1:: ::hint}}", "bad-hole"),
        ("{{c1::a}} {{c1::b}}", "hole-differs"),
        ({"ko": "{{c1::a}} {{c2::b}}", "en": "{{c1::a}}"}, "hole-in-one-language"),
        ({"ko": "{{c1::a}}", "en": "none"}, "no-hole"),
    ],
)
def test_a_hole_that_makes_no_sense_is_told(text: object, code: str) -> None:
    assert codes(kind="cloze", text=text) == [code]


def test_a_hole_in_one_language_is_named_by_its_number() -> None:
    (found,) = problems(kind="cloze", text={"ko": "{{c1::a}} {{c3::b}}", "en": "{{c1::a}}"})
    assert "3" in found.message.en


def test_the_languages_may_have_different_answers_in_a_hole() -> None:
    made = card(
        kind="cloze", text={"ko": "{{c1::이진}} 분류", "en": "{{c1::binary}} classification"}
    )
    for said in ("이진", "binary"):
        assert made.mark(made.question(0), said, NAMES).verdict is Verdict.RIGHT


def test_the_only_hole_accepts_a_list() -> None:
    made = card(kind="cloze", text="{{c1::binary_crossentropy}}", accept=["BCE"])
    assert made.mark(made.question(0), "BCE", NAMES).verdict is Verdict.RIGHT


@pytest.mark.parametrize("number", ["2", "c2"])
def test_several_holes_accept_by_number(number: str) -> None:
    first, second = cards(kind="cloze", text=TEXT, accept={number: ["one"]})
    assert second.mark(second.question(0), "one", NAMES).verdict is Verdict.RIGHT
    assert first.mark(first.question(0), "one", NAMES).verdict is not Verdict.RIGHT


def test_a_list_for_several_holes_and_a_number_without_a_hole_are_told() -> None:
    assert codes(kind="cloze", text=TEXT, accept=["one"]) == ["accept-which-hole"]
    assert codes(kind="cloze", text=TEXT, accept={"3": ["one"]}) == ["unknown-key"]


@pytest.mark.parametrize("text", ["{{c1::" * 20_000, "{{c1::" + "::" * 100_000])
def test_a_text_full_of_broken_holes_is_refused_at_once(text: str) -> None:
    assert codes(kind="cloze", text=text) == ["bad-hole"]
