"""Places and clocks that are missing, odd or wrong."""

from __future__ import annotations

import shutil

import pytest

from tests.cli.conftest import Shell
from tests.terminal_room import READY, Room


@pytest.mark.parametrize("make", ["missing", "a file"])
def test_a_decks_folder_that_is_none_is_named_with_what_to_do(quiz: Shell, make: str) -> None:
    shutil.rmtree(quiz.decks)
    if make == "a file":
        quiz.decks.write_text("cards: []")
    for command in (["due"], ["study", "--plain"]):
        done = quiz(*command)
        assert (done.code, done.err) == (0, "")
        assert str(quiz.decks) in done.out
        assert "quiz add" in done.out
    assert quiz("doctor").code == 1


def test_decks_that_went_away_come_back_with_their_history(quiz: Shell) -> None:
    quiz("study", "--plain", "--limit", "1", stdin="x\n")
    away = quiz.decks.with_name("away")
    quiz.decks.rename(away)
    assert quiz("due", "--json").json()["due"] == 0
    away.rename(quiz.decks)
    assert quiz("due", "--json").json()["due"] == 1


def test_a_missing_decks_folder_is_made_for_the_first_card(quiz: Shell) -> None:
    shutil.rmtree(quiz.decks)
    assert quiz("add", "first", "--ask", "What?", "--answer", "b").code == 0
    assert quiz("due", "--json").json()["new"] == 1


def test_the_app_without_decks_says_how_to_begin(room: Room) -> None:
    shutil.rmtree(room.decks)
    with room.open() as terminal:
        terminal.wait_for("no cards yet", "F5", str(room.decks)[:20], READY)


@pytest.mark.parametrize(
    "name", ["with space", "한글 폴더", "[b]x[/b]", "quo'te", "$HOME", "-rf", "%20"]
)
def test_a_home_on_an_odd_path_works(quiz: Shell, name: str) -> None:
    quiz.home = quiz.home.parent / name / "home"
    quiz.set("QUIZ_HOME", str(quiz.home))
    decks = quiz.home.parent / "decks"
    shutil.copytree(quiz.decks, decks)
    quiz.set("QUIZ_DECKS", str(decks))
    assert quiz("study", "--plain", "--limit", "1", stdin="x\n").code == 0
    assert quiz("due", "--json").json()["due"] == 1
    assert str(decks) in quiz("doctor").out


def test_a_clock_set_back_loses_no_answer_and_asks_on(quiz: Shell) -> None:
    quiz("study", "--plain", "--weak", "loss-spelling", stdin="x\n")
    quiz.at("2020-01-01T00:00:00+09:00")
    assert quiz("study", "--plain", "--weak", "loss-spelling", "--cram", stdin="y\n").code == 0
    assert quiz("due").code == 0
    quiz.at("2026-11-23T13:00:00+09:00")
    assert len(quiz("missed", "--json").json()) == 2
    assert quiz("due", "--json").json()["due"] == 1


def test_the_last_day_of_the_calendar_is_a_day(quiz: Shell) -> None:
    for moment in ("1970-01-02T00:00:00+00:00", "2099-12-31T23:59:59+14:00"):
        quiz.at(moment)
        done = quiz("study", "--plain", "--limit", "1", stdin="x\n")
        assert (done.code, done.err) == (0, "")


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "2026-11-23",
        "2026-13-01T00:00:00Z",
        "9999-12-31T23:59:59Z",
        "0001-01-01T00:00:00Z",
        "1e9",
    ],
)
def test_a_quiz_now_that_is_no_time_is_told_with_an_example(quiz: Shell, value: str) -> None:
    quiz.at(value)
    for command in (["due"], ["study", "--plain"], ["missed"]):
        done = quiz(*command)
        assert (done.code, done.out) == (2, "")
        assert value in done.err
        assert "2026-03-01T09:00:00+09:00" in done.err
