"""The form's boxes and the cards they mean: nothing that was not touched changes."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from quiz.cards.fields import Field
from quiz.cards.kinds import kinds
from quiz.tui.form.codec import Boxes, boxes, read
from quiz.tui.form.draft import Draft

DECKS = sorted((Path(__file__).parents[2] / "decks").glob("*.yaml"))
ASK = Field("ask", "Question", "text")
WRONG = Field("wrong", "Wrong", "options")
ITEMS = Field("answer", "Answer", "items")
LINE = st.text("ab가 /:.[]{}'\"#-", min_size=1, max_size=12).filter(lambda s: s == s.strip())
TWO = st.fixed_dictionaries({"ko": LINE, "en": LINE}).filter(lambda d: d["ko"] != d["en"])
TEXT = LINE | TWO
CODE = st.lists(LINE.filter(lambda s: set(s) != {"-"}), min_size=1, max_size=3).map("\n    ".join)


def option(text: object, why: object) -> object:
    return {"text": text, "why": why}


VALUES = {
    "line": LINE,
    "text": TEXT,
    "lines": st.lists(LINE, min_size=1, max_size=4),
    "texts": st.lists(TEXT, min_size=1, max_size=4),
    "items": st.lists(TEXT | st.lists(TEXT, min_size=2, max_size=3), min_size=1, max_size=4),
    "code": CODE,
    "codes": st.lists(CODE, min_size=1, max_size=3),
    "options": st.lists(TEXT | st.builds(option, TEXT, TEXT), min_size=1, max_size=4),
}


@pytest.mark.parametrize("form", sorted(VALUES))
@given(data=st.data())
def test_what_boxes_show_means_the_same_value_again(form: str, data: st.DataObject) -> None:
    field = Field("x", "X", form)  # type: ignore[arg-type]
    value = data.draw(VALUES[form])
    shown = boxes(field, value)
    if shown is not None:
        assert read(field, shown) == value


@given(TEXT)
def test_every_text_has_boxes(value: object) -> None:
    assert boxes(ASK, value) is not None


def test_one_box_alone_means_both_languages() -> None:
    assert read(ASK, Boxes("softmax")) == "softmax"
    assert read(ASK, Boxes("", "softmax")) == "softmax"
    assert read(ASK, Boxes("손실", "loss")) == {"ko": "손실", "en": "loss"}
    assert read(ASK, Boxes(" ", "\n")) is None


def test_a_reason_stands_behind_its_option() -> None:
    assert read(WRONG, Boxes("relu\nsoftmax :: 합이 1이에요", "relu\nsoftmax :: sums to 1")) == [
        "relu",
        {"text": "softmax", "why": {"ko": "합이 1이에요", "en": "sums to 1"}},
    ]


def test_alternatives_of_an_item_stand_behind_a_slash() -> None:
    assert read(ITEMS, Boxes("relu\nmse / mean_squared_error")) == [
        "relu",
        ["mse", "mean_squared_error"],
    ]


@given(st.lists(CODE, min_size=1, max_size=3))
def test_pieces_of_code_stand_below_each_other_with_a_line_between(pieces: list[str]) -> None:
    field = Field("accept", "Also right", "codes")
    shown = boxes(field, pieces)
    assert shown is not None
    assert shown.ko.splitlines().count("---") == len(pieces) - 1
    assert read(field, shown) == pieces


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (ASK, {"ko": "a", "fr": "b"}),
        (ASK, ["a"]),
        (WRONG, ["a", ["b"]]),
        (WRONG, ["two\nlines"]),
        (WRONG, ["one :: two"]),
        (ITEMS, ["one / two"]),
    ],
)
def test_what_boxes_cannot_hold_is_not_shown(field: Field, value: object) -> None:
    assert boxes(field, value) is None


@pytest.mark.parametrize("path", DECKS, ids=lambda path: path.stem)
def test_every_card_that_comes_with_quiz_can_be_edited_and_stays_as_it_is(path: Path) -> None:
    deck = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    for raw in deck.get("cards", []):
        draft = Draft.of(raw)
        assert not draft.strange
        assert draft.raw == raw
        assert not draft.is_changed
        assert draft.check("x").cards


def test_one_changed_box_changes_one_value() -> None:
    raw = {
        "id": "a",
        "ask": {"ko": "무엇?"},
        "answer": "x",
        "accept": "y",
        "odd": "kept",
        "why": "because\n",
    }
    draft = Draft.of(raw)
    draft.boxes["answer"] = Boxes("z")
    assert draft.raw == {**raw, "answer": "z"}
    assert draft.is_changed


def test_another_kind_keeps_what_both_kinds_have() -> None:
    draft = Draft.of({"id": "a", "ask": "What?", "answer": "x", "accept": ["y"]})
    draft.kind = "flip"
    assert draft.raw == {"id": "a", "ask": "What?", "answer": "x", "kind": "flip"}
    draft.kind = "typed"
    assert not draft.is_changed


def test_problems_are_named_at_their_field() -> None:
    draft = Draft()
    assert [field.key for field in draft.check("x").missing] == ["ask", "answer"]
    draft.boxes = {"ask": Boxes("Which?"), "answer": Boxes("a"), "type": Boxes("nomes")}
    checked = draft.check("x")
    assert list(checked.problems) == ["type"]
    assert checked.errors == ["type"]
    assert not checked.cards


@pytest.mark.parametrize("kind", sorted(kinds()))
def test_an_empty_form_of_every_kind_says_what_is_needed(kind: str) -> None:
    draft = Draft(kind=kind)
    needed = [field for field in draft.fields if field.required]
    assert draft.check("x").missing == needed
    assert not draft.is_changed


def test_the_next_card_keeps_kind_and_weak_spots_only() -> None:
    draft = Draft(kind="flip", boxes={"ask": Boxes("What?"), "weak": Boxes("one-hot")})
    following = draft.following(("weak",))
    assert following.raw == {"kind": "flip", "weak": ["one-hot"]}
    assert not following.is_changed
