"""Commands that need all decks say how far they are, to people who have waited a second."""

from __future__ import annotations

import io
import sys

import pytest

from quiz.cli.reading import Reading
from tests.cli.conftest import Shell


class Terminal(io.StringIO):
    """Somebody looks at it."""

    def isatty(self) -> bool:
        return True


class Watch:
    """A clock that stands until it is moved."""

    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


def told(stream: io.StringIO, *steps: tuple[float, int]) -> str:
    """Return what stands on `stream` after bytes of 1000 were read, each so many seconds later."""
    watch = Watch()
    with Reading(stream, watch) as reading:
        for seconds, read in steps:
            watch.seconds += seconds
            reading(read, 1000)
    return stream.getvalue()


def test_after_a_second_it_says_how_far_it_is_and_wipes_it_in_the_end() -> None:
    said = told(Terminal(), (0.9, 100), (0.2, 123), (0.01, 124), (0.2, 900))
    assert said.split("\r") == ["", "Reading decks: 12 %", "Reading decks: 90 %", " " * 19, ""]


def test_what_takes_less_is_not_spoken_of() -> None:
    assert told(Terminal(), (0.2, 100), (0.7, 1000)) == ""


def test_a_file_or_pipe_is_told_nothing() -> None:
    assert told(io.StringIO(), (5, 100), (5, 900)) == ""


def test_no_decks_are_no_progress() -> None:
    with Reading(Terminal(), Watch()) as reading:
        reading(0, 0)


def test_a_line_that_gets_shorter_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    said = told(Terminal(), (2, 1000), (1, 5))
    assert said.split("\r")[2] == "Reading decks: 0 %  "


def test_commands_read_all_decks_quietly_into_pipes(
    quiz: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("quiz.cli.reading.PATIENCE", 0.0)
    done = quiz("due", "--json")
    assert (done.json()["decks"]["practice"]["total"], done.err) == (5, "")


def test_commands_say_it_on_a_terminal(quiz: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("quiz.cli.reading.PATIENCE", 0.0)
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    assert quiz("due", "--json").json()["decks"]["practice"]["total"] == 5
    assert "Reading decks: 100 %" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r")
