"""Which errors are known, and which are honestly not."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.clinic.explain import explain
from tests.clinic.material import ELSEWHERE, ERRORS, MESSAGES, NO_ERRORS, Real


@pytest.mark.parametrize("item", ERRORS, ids=lambda item: item.id)
def test_every_error_of_the_file_is_known_with_its_weak_spot(item: Real) -> None:
    for message in (item.message, f"{item.type}: {item.message}"):
        found = explain(message)
        assert found is not None
        assert found.weak == item.weak


@pytest.mark.parametrize(("message", "weak"), ELSEWHERE)
def test_the_wording_of_other_versions_is_known(message: str, weak: str) -> None:
    found = explain(message)
    assert found is not None
    assert found.weak == weak


@pytest.mark.parametrize("text", NO_ERRORS)
def test_what_is_none_of_these_errors_is_not_guessed_at(text: str) -> None:
    assert explain(text) is None


@pytest.mark.parametrize("message", MESSAGES)
def test_the_texts_stand_in_both_languages_with_every_place_filled(message: str) -> None:
    found = explain(message)
    assert found is not None
    for text in (found.cause, found.fix):
        assert any("가" <= letter <= "힣" for letter in text.ko)
        assert text.en
        assert not re.search(r"\{[a-z_]+\}", text.ko + text.en)


@given(st.text())
def test_any_text_is_met_without_an_error(text: str) -> None:
    explain(text)
    explain(f"ValueError: {text}")


@given(st.sampled_from(MESSAGES), st.data())
def test_a_damaged_message_is_met_without_an_error(message: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(message)))
    end = data.draw(st.integers(start, len(message)))
    explain(message[:start] + data.draw(st.text(max_size=5)) + message[end:])
