"""Texts in cells: cut, padded, compared, drawn as bars."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from quiz.marking.diff import diff
from quiz.memory.day import Clock
from quiz.tui.widgets.bars import bar, mastery_bar
from quiz.tui.widgets.cells import centre, fit
from quiz.tui.widgets.diff_rows import rows
from quiz.tui.widgets.diff_view import diff_content
from quiz.tui.widgets.key_bar import key_name
from quiz.tui.widgets.span import span
from quiz.tui.widgets.when import when
from tests.desk import MONDAY_NOON

WORDS = st.text("ab_한글정확닭 ", max_size=30)


@given(WORDS, st.integers(0, 40))
def test_a_fitted_text_takes_exactly_its_cells(text: str, width: int) -> None:
    assert cell_len(fit(text, width)) == width
    assert cell_len(fit(text, width, right=True)) == width
    assert cell_len(centre(text, width)) == width


def test_a_text_that_is_cut_says_so() -> None:
    assert fit("한국어", 4) == "한 …"
    assert fit("한국어", 8) == "한국어  "
    assert fit("한국어", 8, right=True) == "  한국어"


@given(WORDS, WORDS, st.integers(2, 60))
def test_the_lines_of_a_diff_stand_letter_over_letter_at_any_width(
    ours: str, theirs: str, width: int
) -> None:
    for row in rows(diff(ours, theirs), width):
        assert sum(cell_len(column.given) for column in row) <= width
        for column in row:
            cells = {cell_len(part) for part in (column.given, column.symbol, column.expected)}
            assert len(cells) == 1


def test_a_diff_marks_with_symbols_and_underline_not_only_with_colour() -> None:
    shown = diff_content(diff("RobustScalar", "RobustScaler"), 60)
    yours, symbols, right = shown.plain.splitlines()
    place = symbols.index("~")
    assert (yours[place], right[place]) == ("a", "e")
    underlined = [span for span in shown.spans if "underline" in str(span.style)]
    assert [shown.plain[span.start : span.end] for span in underlined] == ["a", "e"]


def test_a_long_diff_goes_on_below_in_pairs() -> None:
    lines = diff_content(diff("x" * 30 + "a", "x" * 30 + "b"), 27).plain.splitlines()
    assert len(lines) == 6
    assert lines[3].endswith("a")
    assert lines[5].endswith("b")


@pytest.mark.parametrize(
    ("days", "said"),
    [(0, "<1d"), (1, "1d"), (60, "60d"), (61, "2mo"), (100, "3.3mo"), (366, "1y"), (900, "2.5y")],
)
def test_waits_are_said_shortly(days: int, said: str) -> None:
    assert span(days) == said


def test_bars_are_full_as_far_as_the_share_goes() -> None:
    assert bar(0.5, 10).plain == "━━━━━─────"
    assert bar(7.0, 4).plain == "━━━━"
    assert mastery_bar(0.97, 3, 4).plain == "━━━━  97%"
    assert "%" not in mastery_bar(0.0, 0, 4).plain


def test_a_coming_day_is_said_as_people_say_it() -> None:
    clock = Clock(time=lambda: MONDAY_NOON, offset=lambda at: 540)
    today = clock.now().day
    assert when(MONDAY_NOON + 3_600_000, clock) == "today 13:00"
    assert when(clock.day_start(today + 1), clock) == "tomorrow 04:00"
    assert when(clock.day_start(today + 12), clock) == "in 12 days"


@pytest.mark.parametrize(
    ("key", "name"),
    [("ctrl+z", "^Z"), ("f10", "F10"), ("f", "f"), ("space", "Space"), ("ㅕ", "ㅕ"), ("up", "↑")],
)
def test_keys_have_the_names_people_know(key: str, name: str) -> None:
    assert key_name(key) == name
