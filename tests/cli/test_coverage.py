"""`quiz check --coverage NOTES`: on 80 columns, in both languages, and as JSON."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz.cli.screen import width
from tests.cli.conftest import Shell

NOTES = """\
Scalers

StandardScaler  평균 0, 표준편차 1로 변환 (Z-score)\t딥러닝, 선형 모델, 그리고 아주 긴 설명
MinMaxScaler
RobustScaler
"""
DECK = "cards:\n" + "".join(
    f"  - {{id: a-rather-long-name-{n}, ask: x{n}, answer: y, source: 'notes.txt:3'}}\n"
    for n in range(30)
)
PAIR = "  - {id: pair, ask: z, answer: y, source: 'notes.txt:4-5', tags: [advice]}\n"
REASONS = "not-asked:\n  - {lines: notes.txt:1, reason: {ko: 제목, en: a heading}}\n"


@pytest.fixture
def notes(quiz: Shell, tmp_path: Path) -> str:
    quiz.deck.write_text(DECK + PAIR, "utf-8")
    (quiz.decks / "_not-asked.yaml").write_text(REASONS, "utf-8")
    path = tmp_path / "notes.txt"
    path.write_text(NOTES, "utf-8")
    quiz.set("COLUMNS", "80")
    return str(path)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_table_fits_on_80_columns(quiz: Shell, notes: str, language: str) -> None:
    done = quiz("check", "--coverage", notes, "--lang", language)
    assert done.code == 0, done.out
    assert max(map(width, done.out.splitlines())) <= 80


def test_a_row_tells_the_line_and_its_cards_or_how_many_more(quiz: Shell, notes: str) -> None:
    heading, standard, pair, *_rest = quiz("check", "--coverage", notes).out.splitlines()
    assert heading.split()[:2] == ["1", "Scalers"] and "a heading" in heading
    assert "a-rather-long-name-0" in standard and standard.endswith(" +29")
    assert pair.split() == ["4–5", "MinMaxScaler", "pair"]


def test_advice_is_listed_as_such(quiz: Shell, notes: str) -> None:
    out = quiz("check", "--coverage", notes).out
    assert "Advice or opinion, and the card says so (1):\npair\n" in out
    assert "4 lines: 3 asked by 31 cards, 1 not asked for a reason" in out


def test_a_line_left_out_is_told_with_what_to_do(quiz: Shell, notes: str) -> None:
    quiz.deck.write_text(DECK, "utf-8")
    done = quiz("check", "--coverage", notes)
    assert done.code == 1
    assert "2 lines have neither a card nor a reason: 4–5" in done.out
    assert "source: notes.txt:4" in done.out


def test_a_source_beyond_the_notes_is_told_with_its_place(quiz: Shell, notes: str) -> None:
    quiz.deck.write_text(DECK + PAIR.replace("4-5", "4-6"), "utf-8")
    done = quiz("check", "--coverage", notes)
    assert done.code == 1
    assert f"{quiz.deck}:32: notes.txt:4-6 names a line that is not there" in done.out


def test_json_has_every_line_with_all_its_cards(quiz: Shell, notes: str) -> None:
    done = quiz("check", "--coverage", notes, "--json").json()
    assert [line["line"] for line in done["lines"]] == [1, 3, 4, 5]
    assert len(done["lines"][1]["cards"]) == 30
    assert done["lines"][0]["reason"] == {"ko": "제목", "en": "a heading"}
    assert done["advice"] == ["pair"]
    assert done["missed"] == done["problems"] == []


def test_decks_can_be_named(quiz: Shell, notes: str, tmp_path: Path) -> None:
    other = tmp_path / "other.yaml"
    other.write_text("cards:\n" + PAIR, "utf-8")
    done = quiz("check", str(other), "--coverage", notes, "--json").json()
    assert done["missed"] == [1, 3]


def test_notes_that_are_not_there_are_wrong_usage(quiz: Shell, tmp_path: Path) -> None:
    done = quiz("check", "--coverage", str(tmp_path / "gone.txt"))
    assert done.code == 2
    assert "there is no such file" in done.err


def test_empty_notes_leave_nothing_to_ask(quiz: Shell, tmp_path: Path) -> None:
    (tmp_path / "notes.txt").touch()
    assert quiz("check", "--coverage", str(tmp_path / "notes.txt")).code == 0
