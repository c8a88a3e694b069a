"""A slip has a pattern: what it has in common with the same slip in other names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.marking.judge import judge
from quiz.marking.mark import Mistake
from quiz.marking.names_list import RealNames
from quiz.marking.patterns import Pattern, misspelled, patterns_of, places, said
from quiz.marking.spelling import KINDS, spelling

NAMES = RealNames()
REAL = sorted(name for name in NAMES if name.isascii() and len(name) > 7)


def made(given: str, right: str) -> list[Pattern]:
    mistake = judge([right], given, "names", NAMES).mistake
    assert mistake
    return patterns_of(mistake)


def test_the_same_slip_in_two_names_is_one_pattern() -> None:
    ar = Pattern("ending", "-ar", "-er")
    assert made("StandardScalar", "StandardScaler") == made("OneHotEncodar", "OneHotEncoder")
    assert made("StandardScalar", "StandardScaler") == [ar]
    assert said(ar).en == "-ar for -er"
    assert said(ar).ko == "-er 자리에 -ar"


def test_several_slips_at_once_are_taken_apart() -> None:
    found = made("categolical_crosentropy", "categorical_crossentropy")
    assert [said(pattern).en for pattern in found] == ["l for r", "s for ss"]


def test_letters_that_are_missing_or_too_many_are_named() -> None:
    assert [said(p).en for p in made("categorial_crossentropy", "categorical_crossentropy")] == [
        "‘c’ left out"
    ]


def test_a_name_for_another_is_a_confusion() -> None:
    (pattern,) = made("MinMaxScaler", "MaxAbsScaler")
    assert (pattern.kind, pattern.given) == ("confused", "MinMaxScaler")


def test_what_is_no_name_has_the_pattern_of_its_kind_alone() -> None:
    mistake = judge(["(None, 28, 28)"], "(28, 28)", "values", NAMES).mistake
    assert mistake
    (pattern,) = patterns_of(mistake)
    assert pattern == Pattern("batch missing")
    assert not pattern.is_slip


def test_a_word_ends_inside_a_name_too() -> None:
    ar = Pattern("ending", "-ar", "-er")
    assert [start for start, _end in places(ar, "StandardScaler")] == [12]
    assert places(ar, "learning_rate") == []
    assert places(ar, "layer_name") == [(3, 4)]
    assert places(ar, "verbose") == []


def test_mistakes_of_other_versions_have_a_pattern_all_the_same() -> None:
    for kind in (*KINDS, "never heard of"):
        assert patterns_of(Mistake(kind)) or kind == "several"


@given(st.sampled_from(REAL), st.data())
def test_who_makes_the_slip_again_shows_the_same_pattern(name: str, data: st.DataObject) -> None:
    pattern = data.draw(
        st.sampled_from(
            [Pattern("r/l", "r", "l"), Pattern("vowel", "a", "e"), Pattern("undoubled", "s", "ss")]
        )
    )
    for wrong in misspelled(pattern, name):
        slip = spelling(wrong, name)
        shown = patterns_of(slip) if slip else []
        assert not shown or pattern in shown or shown[0].kind in ("ending", "form", "word")


@pytest.mark.parametrize("kind", sorted(KINDS - {"several"}))
@given(name=st.sampled_from(REAL), letters=st.text("aelrs", max_size=2))
def test_places_lie_in_the_name(kind: str, name: str, letters: str) -> None:
    for start, end in places(Pattern(kind, "x", letters), name):
        assert 0 <= start < end <= len(name)
