"""What every card has, and what is said when its mapping is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cards.card import Card
from quiz.cards.fields import UNSEEN
from quiz.cards.kinds import kinds, read_card
from quiz.decks.yaml import Map, read
from quiz.text import Text
from tests.cards.making import NAMES, card, codes, problems


def raw_of(text: str) -> Map:
    return read(text, "a-deck.yaml")


def test_a_card_carries_what_its_deck_says() -> None:
    made = card(
        ask={"ko": "무엇?", "en": "What?"},
        answer="relu",
        why="because",
        source="notes:3",
        weak=["loss-spelling"],
        tags="keras",
    )
    assert (made.id, made.note, made.deck, made.line) == ("a-card", "a-card", "a-deck", 7)
    assert made.ask == Text("무엇?", "What?")
    assert made.why == Text("because", "because")
    assert (made.source, made.weak, made.tags) == ("notes:3", ("loss-spelling",), ("keras",))


def test_a_card_without_weak_spots_and_tags_takes_the_decks() -> None:
    raw = {"ask": "?", "answer": "a"}
    (plain,), _ = read_card(raw, deck="d", weak=("one-hot",), tags=("keras",))
    assert (plain.weak, plain.tags) == (("one-hot",), ("keras",))
    (own,), _ = read_card({**raw, "weak": [], "tags": ["mine"]}, deck="d", weak=("one-hot",))
    assert (own.weak, own.tags) == ((), ("mine",))


def test_a_card_without_an_id_works() -> None:
    (made,), wrong = read_card({"ask": "?", "answer": "relu"}, deck="d")
    assert made.id == made.note == ""
    assert not wrong


def test_a_card_is_typed_where_it_names_no_kind() -> None:
    assert card(ask="?", answer="relu").KIND == "typed"


@pytest.mark.parametrize("text", ["[/]", "[@click=app.quit]x[/]", "[None, 28, 28]", "{}", "a{b}"])
def test_markup_in_a_card_stays_the_text_it_is(text: str) -> None:
    made = card(ask=text, answer=text, why=text)
    assert {made.ask.en, made.why.ko, made.solution().en} == {text}


def test_terminal_escapes_are_taken_out_of_every_text() -> None:
    made = card(ask="\x1b[31mred\x1b[0m", answer="\x1b]0;title\x07relu", tags=["\x07loud"])
    assert made.ask.en == "red"
    assert made.solution().en == "relu"
    assert made.tags == ("loud",)


def test_hangul_in_pieces_and_whole_are_one_text() -> None:
    pieces = "\u1112\u1161\u11ab"
    assert card(ask=pieces, answer="x", id=pieces).ask.ko == "한"
    assert card(ask="?", answer="x", id=pieces).id == "한"


def test_a_missing_key_is_named() -> None:
    (found,) = problems(id="x", ask="?")
    assert (found.code, found.card, found.line, found.level) == ("missing-key", "x", 7, "error")
    assert "answer" in found.message.en
    assert "answer" in found.hint.ko


@pytest.mark.parametrize("empty", ["", " ", [], {}, None, {"ko": "", "en": " "}])
def test_an_empty_value_is_as_good_as_none(empty: Any) -> None:
    made, (found,) = read_card({"ask": "?", "answer": empty}, deck="d")
    assert not made
    assert found.code in ("missing-key", "empty")


def test_an_unknown_key_is_told_with_the_one_that_was_meant_and_the_card_works() -> None:
    raw = raw_of("ask: what\nanswer: relu\nacept: [ReLU]\n")
    made, (found,) = read_card(raw, deck="d", file="d.yaml", line=1)
    assert len(made) == 1
    assert (found.code, found.line, found.column) == ("unknown-key", 3, 1)
    assert "accept" in found.hint.en


def test_an_unknown_key_like_none_that_is_known_gets_the_list() -> None:
    (found,) = problems(ask="?", answer="a", zzz="1")
    assert "accept, answer, ask" in found.hint.en


def test_an_unknown_kind_is_told_with_the_one_that_was_meant() -> None:
    (found,) = problems(kind="tpyed", ask="?", answer="a")
    assert found.code == "unknown-kind"
    assert "typed" in found.hint.en


@pytest.mark.parametrize("kind", ["os", "card", "..os", "__init__", "kinds", ["typed"], {"a": "b"}])
def test_only_kinds_of_card_are_kinds(kind: Any) -> None:
    assert codes(kind=kind, ask="?", answer="a") == ["unknown-kind"]


def test_a_list_where_a_text_belongs_is_told_with_its_place_and_how_to_quote() -> None:
    raw = raw_of("ask: what shape?\nanswer: [None, 28, 28]\n")
    made, (found,) = read_card(raw, deck="d", file="d.yaml", line=1)
    assert not made
    assert (found.code, found.file, found.line, found.column) == ("wrong-type", "d.yaml", 2, 9)
    assert "quotes" in found.hint.en


@pytest.mark.parametrize(
    "wrong",
    [
        {"why": ["x"]},
        {"source": {"ko": "x"}},
        {"weak": {"a": "b"}},
        {"tags": [["x"]]},
        {"accept": [{"ko": "x"}]},
        {"id": ["x"]},
        {"ask": {"ko": ["x"]}},
        {"type": ["names"]},
    ],
)
def test_a_value_of_the_wrong_type_is_told(wrong: dict[str, Any]) -> None:
    assert codes(**{"ask": "?", "answer": "a", **wrong}) == ["wrong-type"]


def test_a_third_language_is_an_unknown_key() -> None:
    (found,) = problems(ask={"kr": "무엇", "en": "what"}, answer="a")
    assert found.code == "unknown-key"
    assert "ko" in found.hint.en


@pytest.mark.parametrize("bad", ["two words", "tab\there", "zero\u200bwidth"])
def test_an_id_is_one_word(bad: str) -> None:
    assert codes(id=bad, ask="?", answer="a") == ["bad-id"]


def test_an_unknown_value_is_told_with_the_one_that_was_meant() -> None:
    (found,) = problems(ask="?", answer="a", type="name")
    assert found.code == "unknown-value"
    assert "names" in found.hint.en


@pytest.mark.parametrize("value", ["text", ["list"], None, 3])
def test_what_is_no_mapping_is_no_card(value: Any) -> None:
    made, (found,) = read_card(value, deck="d", line=4)
    assert not made
    assert (found.code, found.line) == ("not-a-card", 4)


def test_every_problem_is_said_in_both_languages() -> None:
    for found in problems(kind="typed", id="a b", ask=["x"], answr="y"):
        assert found.message.ko
        assert found.message.en
        assert found.hint.en


def test_a_card_made_of_mistakes_is_told_in_few_of_them() -> None:
    assert len(problems(**{f"key{n}": "x" for n in range(5000)})) <= 100


def test_every_kind_names_itself_and_its_fields() -> None:
    assert set(kinds()) >= {"flip", "typed", "choice", "cloze", "order", "list"}
    for name, kind in kinds().items():
        assert kind.name == name
        assert kind.label
        keys = [field.key for field in kind.fields]
        assert len(keys) == len(set(keys))
        assert kind.keys == {*keys, *UNSEEN}


JSON = st.recursive(
    st.text(max_size=8) | st.sampled_from(["{{c1::a}}", "{{c0::}}", "names", "1"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["ko", "en", "text", "why", "1"]), inner, max_size=3)
    ),
    max_leaves=6,
)
KEYS = sorted({key for kind in kinds().values() for key in kind.keys} - {"kind"})


@given(
    st.sampled_from(sorted(kinds())),
    st.dictionaries(st.sampled_from(KEYS), JSON, max_size=7),
    st.integers(0, 2**32),
    st.text(max_size=12),
)
def test_whatever_a_card_says_it_is_a_card_that_can_be_asked_and_marked_or_a_problem(
    kind: str, raw: dict[str, object], seed: int, answer: str
) -> None:
    made, wrong = read_card({**raw, "kind": kind}, deck="d")
    assert made or wrong
    for one in made:
        _can_be_asked(one, seed, answer)
    again, _ = read_card(json.loads(json.dumps({**raw, "kind": kind})), deck="d")
    assert again == made


def _can_be_asked(made: Card, seed: int, answer: str) -> None:
    question = made.question(seed)
    assert question == made.question(seed)
    assert question.ask
    assert made.solution()
    made.mark(question, answer, NAMES)
    made.hints()
    assert made.answer_type in ("", "names", "values", "prose")
