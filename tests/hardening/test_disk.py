"""A disk that is full or may not be written: told at once, and what was typed is still there."""

from __future__ import annotations

import os
import resource
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from quiz.memory.due import FILE
from tests.cli.conftest import Shell
from tests.terminal_room import Room
from tests.tui.desk import Desk, sit


@contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """Let every write fail that would make a file longer than `size` bytes, as a full disk does."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, limits[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def log_of(home: Path) -> Path:
    return next((home / "reviews").glob("*.jsonl"))


async def test_an_answer_that_cannot_be_kept_stays_to_be_handed_in_again(desk: Desk) -> None:
    async with sit(desk.app("scaler", "korean")) as learner:
        await learner.answer("nothing of the kind")
        await learner.press("enter")
        size = log_of(desk.places.home).stat().st_size
        with no_file_beyond(size + 10):
            await learner.answer("RobustScaler")
            assert "Free some space" in learner.row("Free some space")
            assert learner.row("RobustScaler")
        assert log_of(desk.places.home).stat().st_size == size
        await learner.press("enter")
        assert learner.keys.startswith("Enter Next")
    lines = log_of(desk.places.home).read_text("utf-8").splitlines()
    assert [line.count("RobustScaler") for line in lines] == [0, 1]


def test_a_session_line_by_line_ends_with_the_reason(room: Room) -> None:
    room.run("study", "--plain", stdin="no\n")
    kept = log_of(room.home).read_bytes()
    with no_file_beyond(len(kept) + 10):
        done = room.run("study", "--plain", stdin="RobustScaler\n")
    assert done.returncode == 1
    assert "→" in done.stderr
    assert "Traceback" not in done.stderr
    assert log_of(room.home).read_bytes() == kept
    assert room.json("due")["due"] == 1


def test_an_index_that_cannot_be_written_is_not_thrown_away(room: Room) -> None:
    room.run("due")
    before = os.stat(room.home / FILE).st_ino
    with no_file_beyond(0):
        done = room.run("search", "what")
    assert (done.returncode, done.stdout) == (1, "")
    assert "disk" in done.stderr
    assert os.stat(room.home / FILE).st_ino == before
    assert room.run("search", "what").returncode == 0


@pytest.mark.parametrize(
    "command",
    [
        ["add", "practice", "--ask", "What?", "--answer", "b"],
        ["add", "new", "--ask", "What?", "--answer", "b"],
        ["check", "--fix"],
        ["config", "new_per_day", "3"],
    ],
    ids=" ".join,
)
def test_what_cannot_be_written_is_left_as_it_was(room: Room, command: list[str]) -> None:
    room.deck.write_text("cards:\n  - {ask: What?, answer: RobustScaler}\n")
    room.run("config", "new_per_day", "7")
    before = {path: path.read_bytes() for path in files_of(room)}
    with no_file_beyond(10):
        done = room.run(*command)
    assert done.returncode == 1
    assert "File too large" in done.stderr
    assert "→" in done.stderr
    assert {path: path.read_bytes() for path in files_of(room)} == before


def files_of(room: Room) -> list[Path]:
    return [*room.decks.iterdir(), room.home / "config.toml"]


def test_a_first_run_on_a_full_disk_is_told(room: Room) -> None:
    del room.environment["QUIZ_DECKS"]
    with no_file_beyond(0):
        done = room.run("due")
    assert done.returncode == 1
    assert "quiz: " in done.stderr
    assert "→" in done.stderr
    assert "Traceback" not in done.stderr
    assert room.run("due").returncode == 0


def test_a_folder_that_may_not_be_written_is_told(quiz: Shell) -> None:
    quiz("due")
    quiz.home.chmod(0o500)
    try:
        if os.access(quiz.home, os.W_OK):
            pytest.skip("this user may write everywhere")
        done = quiz("study", "--plain", stdin="x\n")
    finally:
        quiz.home.chmod(0o700)
    assert done.code == 1
    assert "QUIZ_HOME" in done.err


def test_a_read_only_deck_is_told_and_not_replaced(quiz: Shell) -> None:
    before = quiz.deck.read_bytes()
    quiz.deck.chmod(0o400)
    done = quiz("add", "practice", "--ask", "What?", "--answer", "b")
    assert done.code == 1
    assert "practice.yaml" in done.err
    assert quiz.deck.read_bytes() == before
    assert quiz("study", "--plain", "--limit", "1", stdin="x\n").code == 0


def test_another_terminal_that_holds_the_index_is_waited_for_and_then_told(quiz: Shell) -> None:
    quiz("due")
    with sqlite3.connect(quiz.home / FILE, isolation_level=None) as other:
        other.execute("begin immediate")
        assert quiz("due", "--json").json()["new"] == 5
        other.execute("rollback")
    other.close()
