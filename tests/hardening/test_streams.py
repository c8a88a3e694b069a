"""Streams that are closed, full, broken or cannot show Korean."""

from __future__ import annotations

import shlex
import subprocess

import pytest

from tests.terminal import quiz_command
from tests.terminal_room import Room

ASCII = {"PYTHONIOENCODING": "ascii"}


def shell(room: Room, line: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a line of shell, in which QUIZ stands for the installed program."""
    return subprocess.run(
        ["sh", "-c", line.replace("QUIZ", shlex.join(quiz_command()))],
        env={**room.environment, **more},
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def test_a_closed_stdin_ends_a_session(room: Room) -> None:
    done = shell(room, "QUIZ study --plain <&-")
    assert (done.returncode, done.stderr) == (0, "")


def test_the_app_without_a_terminal_says_what_to_use(room: Room) -> None:
    for line in ("QUIZ <&-", "QUIZ >&-", "QUIZ </dev/null"):
        done = shell(room, line)
        assert done.returncode == 2
        assert "--plain" in done.stderr


def test_closed_streams_never_become_the_review_log(room: Room) -> None:
    """A file that is opened while stderr is closed would get its number, and its messages."""
    shell(room, "printf 'RobustScaler\\n:nonsense\\n' | QUIZ study --plain >&- 2>&-")
    shell(room, "QUIZ study --plain --limit many <&- >&- 2>&-")
    assert room.typed() == ["RobustScaler"]


@pytest.mark.parametrize("command", ["search what", "due --json", "check", "missed", "--help"])
def test_a_reader_that_has_gone_is_no_error(room: Room, command: str) -> None:
    done = shell(room, f"QUIZ {command} | head -c 1")
    assert done.stderr == ""


@pytest.mark.parametrize("command", ["due", "study --plain", "show scaler --json", "--version"])
def test_a_full_disk_behind_stdout_is_told(room: Room, command: str) -> None:
    done = shell(room, f"echo x | QUIZ {command} >/dev/full")
    assert done.returncode == 1
    assert "No space left" in done.stderr
    assert "Traceback" not in done.stderr
    assert "→" in done.stderr


def test_a_terminal_that_cannot_show_korean_is_told_so_in_english(room: Room) -> None:
    done = shell(room, "echo RobustScaler | QUIZ --lang ko study --plain", **ASCII)
    assert done.returncode == 1
    assert "cannot show Korean" in done.stderr
    assert "UTF-8" in done.stderr
    assert "Traceback" not in done.stderr


def test_json_comes_through_any_encoding(room: Room) -> None:
    plain, escaped = (shell(room, "QUIZ due --json", **more) for more in ({}, ASCII))
    assert "연습" in plain.stdout
    assert escaped.returncode == 0
    assert escaped.stdout.isascii()


def test_bytes_that_are_no_text_are_an_answer_like_any_other(room: Room) -> None:
    room.environment["LC_ALL"] = "en_US.UTF-8"
    done = shell(room, "printf '\\377\\376\\nRobustScaler\\n' | QUIZ study --plain")
    assert (done.returncode, done.stderr) == (0, "")
    assert "1 of 2 right" in done.stdout
    for line in ("QUIZ search \"$(printf '\\377')\"", "QUIZ mark scaler \"$(printf '\\377')\""):
        assert shell(room, line).returncode == 0
    lone = '{"expected":"a","answer":"\\\\ud800"}'
    done = shell(room, f"echo '{lone}' | QUIZ mark --jsonl")
    assert '"blank"' in done.stdout
