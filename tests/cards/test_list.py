"""list cards."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.cards.card import Input
from quiz.marking.mark import Mark, Mistake, Verdict
from quiz.marking.mistakes import sentence
from tests.cards.making import NAMES, card, codes

SCALERS = ["StandardScaler", "MinMaxScaler", "RobustScaler", "MaxAbsScaler"]
LIST = card(kind="list", ask="Name the four scalers.", answer=SCALERS)


def marked(answer: str) -> Mark:
    return LIST.mark(LIST.question(0), answer, NAMES)


@given(st.permutations(SCALERS), st.sampled_from(["\n", ", ", ",", "\r\n", "\n\n"]))
def test_all_items_in_any_order_are_right(items: list[str], between: str) -> None:
    assert marked(between.join(items)).verdict is Verdict.RIGHT


@given(
    st.permutations(SCALERS),
    st.sampled_from([" ", "/", " / ", "; ", "·", " & ", " and ", "과 ", "와 ", " 그리고 ", "、"]),
)
def test_items_may_stand_with_what_people_write_between_them(
    items: list[str], between: str
) -> None:
    assert marked(between.join(items)).verdict is Verdict.RIGHT


PADDING = card(kind="list", ask="?", answer=["valid", "same"])
TWO = card(
    kind="list",
    ask="?",
    answer=[[{"ko": "중앙값", "en": "median"}, "중위수"], ["IQR", "사분위 범위"]],
)


@pytest.mark.parametrize(
    "answer",
    [
        *("same valid", "same/valid", "valid and same", "same과 valid", "valid, and same"),
        *("['valid', 'same']", "('same', \"valid\")", "[valid,\n same]", "{'valid', 'same'}"),
        *("same과valid", "valid랑 same", "valid; same;", "'valid' 'same'", "valid\nsame,"),
    ],
)
def test_two_strings_may_be_named_in_any_of_the_usual_ways(answer: str) -> None:
    assert PADDING.mark(PADDING.question(0), answer, NAMES).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    "answer", ["중앙값과 IQR", "median and IQR", "중위수, 사분위 범위", "IQR 중앙값"]
)
def test_items_in_prose_may_be_joined_by_a_particle(answer: str) -> None:
    assert TWO.mark(TWO.question(0), answer, NAMES).verdict is Verdict.RIGHT


@pytest.mark.parametrize("answer", ["not same valid", "same valid causal", "samevalid", "same"])
def test_what_stands_between_items_excuses_no_other_word(answer: str) -> None:
    assert PADDING.mark(PADDING.question(0), answer, NAMES).verdict is Verdict.WRONG


def test_what_is_wrong_among_words_with_spaces_is_named_alone() -> None:
    mark = PADDING.mark(PADDING.question(0), "same causal", NAMES)
    assert mark.mistake
    assert sentence(mark.mistake).en == "Missing: valid; Too many: causal"


@given(st.sets(st.sampled_from(SCALERS), min_size=1, max_size=3))
def test_missing_items_are_named(items: set[str]) -> None:
    mark = marked("\n".join(sorted(items)))
    missing = ", ".join(item for item in SCALERS if item not in items)
    assert (mark.verdict, mark.mistake) == (
        Verdict.WRONG,
        Mistake("words missing", {"words": missing}),
    )


def test_items_too_many_are_named() -> None:
    mark = marked("\n".join([*SCALERS, "Normalizer"]))
    assert mark.mistake == Mistake("words extra", {"words": "Normalizer"})


def test_missing_and_extra_items_are_both_named() -> None:
    mark = marked("StandardScaler, MinMaxScaler, RobustScaler, Normalizer")
    assert mark.mistake
    assert sentence(mark.mistake).en == "Missing: MaxAbsScaler; Too many: Normalizer"


def test_all_items_with_a_misspelled_one_are_a_slip_that_is_named() -> None:
    mark = marked("StandardScaler, MinMaxScaler, RobustScalar, MaxAbsScaler")
    assert mark.verdict is Verdict.SLIP
    assert mark.mistake
    assert mark.note.en == "RobustScalar → RobustScaler"


def test_a_misspelled_item_is_named_beside_a_missing_one() -> None:
    mark = marked("StandardScaler, MinMaxScaler, RobustScalar")
    assert mark.mistake == Mistake("words missing", {"words": "MaxAbsScaler"})
    assert mark.note.en == "RobustScalar → RobustScaler"


def test_one_item_twice_counts_once() -> None:
    assert marked("\n".join([*SCALERS, SCALERS[0]])).verdict is Verdict.RIGHT


def test_an_item_may_have_alternatives_and_two_languages() -> None:
    answer = [["Dense", "fully connected"], {"ko": "합성곱", "en": "convolution"}]
    made = card(kind="list", ask="?", answer=answer, type="prose")
    for said in ("Dense, convolution", "fully connected, 합성곱"):
        assert made.mark(made.question(0), said, NAMES).verdict is Verdict.RIGHT
    assert made.solution().ko == "Dense\n합성곱"


def test_commas_within_brackets_belong_to_the_item() -> None:
    made = card(kind="list", ask="?", answer=["(28, 28)", "(32, 32)"])
    assert made.mark(made.question(0), "(32, 32), (28, 28)", NAMES).verdict is Verdict.RIGHT


@pytest.mark.parametrize("answer", ["", " ", "\n,\n"])
def test_no_item_is_blank(answer: str) -> None:
    assert marked(answer).verdict is Verdict.BLANK


def test_a_flood_of_items_is_wrong_and_no_more() -> None:
    assert marked(",".join(map(str, range(50_000)))).verdict is Verdict.WRONG
    assert marked("," * 100_000 + "(").verdict is not Verdict.RIGHT


def test_the_items_are_names_for_other_cards() -> None:
    assert LIST.question(0).input is Input.LINES
    assert LIST.answer_names == tuple(SCALERS)
    assert card(kind="list", ask="?", answer=["1", "2"]).answer_names == ()


def test_an_item_that_stands_twice_and_an_empty_one_are_told() -> None:
    assert codes(kind="list", ask="?", answer=["a", "b", "a"]) == ["same-item"]
    assert codes(kind="list", ask="?", answer=["a", []]) == ["empty"]
