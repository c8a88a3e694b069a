"""What is written is read as the very same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.decks.emit import Style, Value, after_colon, flow, item, pairs
from quiz.decks.scalar import inline
from quiz.decks.yaml import read
from tests.decks.values import NASTY, cards, styles, texts, values


@given(values, styles, st.booleans())
def test_any_value_is_read_back_as_it_was(value: Value, style: Style, more: bool) -> None:
    after = "\nlast: x" if more else ""
    written = "  first: x\n  value:" + after_colon(value, 2, style).removesuffix("\n" * more)
    assert read(written + after.replace("\n", "\n  "))["value"] == value


@given(values)
def test_any_value_is_read_back_from_between_brackets(value: Value) -> None:
    assert read(f"{{a: [{flow(value)}, x]}}")["a"] == [value, "x"]


@given(st.lists(cards.filter(bool), min_size=1, max_size=3), styles)
def test_any_cards_are_read_back_as_they_were(raws: list[dict[str, Value]], style: Style) -> None:
    lines = "".join("\n  " + item(raw, 2, style).removesuffix("\n") for raw in raws[:-1])
    assert read("cards:" + lines + "\n  " + item(raws[-1], 2, style))["cards"] == raws


@pytest.mark.parametrize("text", NASTY)
def test_no_text_is_written_so_that_it_reads_as_another(text: str) -> None:
    assert read(f"a: {inline(text)}\nb: x") == {"a": text, "b": "x"}
    assert read(f"{{a: {inline(text, flow=True)}, b: x}}") == {"a": text, "b": "x"}


@given(texts)
def test_other_yaml_programs_read_the_same_text(text: str) -> None:
    import yaml

    assert yaml.safe_load(f"a: {inline(text)}") == {"a": text}


@pytest.mark.parametrize(
    "text",
    ["softmax", "padding=same", "원-핫 인코딩", "a, b", "(28, 28, 1)", "it's", "-x", "What is x?"],
)
def test_a_simple_text_stands_without_quotes(text: str) -> None:
    assert inline(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("no", '"no"'),
        ("3.10", '"3.10"'),
        ("", '""'),
        ("a: b", '"a: b"'),
        ('say: "hi"', "'say: \"hi\"'"),
        ('it\'s: "b"', "'it''s: \"b\"'"),
        ("[None, 28]", '"[None, 28]"'),
        ("a\tb", '"a\\tb"'),
        ("a\u2028b", '"a\\u2028b"'),
    ],
)
def test_other_texts_are_quoted_in_the_plainest_way(text: str, written: str) -> None:
    assert inline(text) == written


CARD: dict[str, Value] = {
    "id": "one",
    "ask": {"ko": "무엇?", "en": "What?"},
    "answer": "softmax",
    "accept": ["a", "b, c"],
    "wrong": [{"text": "relu", "why": "No."}, "tanh"],
    "why": "One.\n\nTwo.",
    "tags": [],
}


def test_a_card_looks_as_a_person_would_write_it() -> None:
    assert (
        pairs(CARD, 0, Style())
        == """\
id: one
ask:
  ko: 무엇?
  en: What?
answer: softmax
accept: [a, "b, c"]
wrong:
  - text: relu
    why: No.
  - tanh
why: |-
  One.

  Two.
tags: []"""
    )


def test_texts_in_two_languages_stand_on_one_line_where_the_file_has_them_so() -> None:
    style = Style(flow_texts=True)
    assert after_colon(CARD["ask"], 0, style) == ' {ko: "무엇?", en: "What?"}'
    long: Any = {"ko": "가" * 60, "en": "a" * 60}
    assert after_colon(long, 0, style).startswith("\n  ko: 가")
