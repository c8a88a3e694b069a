"""Traps: code that runs and is wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.clinic.explain import explain
from quiz.clinic.traps import trap
from tests.clinic.material import REAL, TRAPS, Real

NOT_TO_BE_SEEN = {
    "E259",  # randint(1, 4) may be meant: only its author knows that 4 should be in
    "E286",  # how far outliers reach stands in the data, not in the code
    "E339",  # df[["a"]] and df["a"] are both right, each for something else
}


@pytest.mark.parametrize(
    "item", [item for item in TRAPS if item.id not in NOT_TO_BE_SEEN], ids=lambda item: item.id
)
def test_a_silent_trap_is_seen_in_the_code_with_its_weak_spot(item: Real) -> None:
    found = explain("", item.code)
    assert found is not None
    assert found.weak == item.weak
    assert found.line in item.code
    for text in (found.cause, found.fix):
        assert "{" not in text.ko + text.en


@pytest.mark.parametrize("item", REAL, ids=lambda item: item.id)
def test_mended_code_has_no_trap(item: Real) -> None:
    assert trap(item.fix_code) is None


@pytest.mark.parametrize("id", sorted(NOT_TO_BE_SEEN))
def test_what_code_alone_cannot_tell_is_not_guessed_at(id: str) -> None:
    (item,) = (item for item in TRAPS if item.id == id)
    assert trap(item.code) is None


def test_a_known_message_counts_before_a_trap() -> None:
    code = 'model = Sequential([Dense(1, activation="softmax")])'
    found = explain("ValueError: cannot reshape array of size 10 into shape (3)", code)
    assert found is not None
    assert found.family == "reshape-total"
    silent = explain("it runs, but learns nothing", code)
    assert silent is not None
    assert silent.family == "trap-softmax-one-unit"


@given(st.text())
def test_code_that_is_none_has_no_trap(code: str) -> None:
    trap(code)


@given(st.sampled_from(REAL), st.data())
def test_damaged_code_is_met_without_an_error(item: Real, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(item.code)))
    end = data.draw(st.integers(start, len(item.code)))
    trap(item.code[:start] + item.code[end:])
