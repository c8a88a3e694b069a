"""However the installed `quiz` ends, the terminal is as it was and every answer is kept."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
from pathlib import Path

import pytest

from tests.terminal import Terminal, quiz_command
from tests.terminal_room import JUDGED, ONE_CARD, OPEN, READY, Room, asked

SCREEN_KILLS = 15
PLAIN_KILLS = 15
SHELL = 'trap : TERM HUP; stty -g; "$@"; echo "left $?"; stty -g'
"""What a login shell does: it outlives the program and goes on in its terminal."""
ON_BEFORE = {7: True, 25: True}
"""Modes that a terminal has from the start: long lines wrap, the cursor is shown."""


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path, ONE_CARD)


def in_shell(room: Room, *arguments: str) -> Terminal:
    command = ["sh", "-c", SHELL, "sh", *quiz_command(*arguments)]
    return Terminal(command, environment=room.environment)


def modes(seen: bytes) -> dict[int, bool]:
    """Return what was last said of each of the terminal's modes: set or not."""
    said: dict[int, bool] = {}
    for numbers, end in re.findall(rb"\x1b\[\?([0-9;]+)([hl])", seen):
        said.update({int(number): end == b"h" for number in numbers.split(b";")})
    return said


def is_as_it_was(seen: bytes) -> bool:
    """Whether modes, keyboard protocol and line discipline are those from before."""
    lines = seen.replace(b"\r", b"").split(b"\n")
    said = modes(seen)
    assert 1049 in said  # the alternate screen was entered, so there was something to undo
    return (
        said == {mode: ON_BEFORE.get(mode, False) for mode in said}
        and len(re.findall(rb"\x1b\[>\d+u", seen)) == seen.count(b"\x1b[<u")
        and lines[0] == lines[-2]
        and b":" in lines[0]
    )


@pytest.mark.parametrize(("signum", "code"), [(signal.SIGTERM, 143), (signal.SIGHUP, 129)])
@pytest.mark.parametrize("keys", [[], ["enter"], ["f1"], ["f5"], ["enter", "x", "enter"]], ids=str)
def test_a_signal_leaves_the_terminal_as_it_was(
    room: Room, keys: list[str], signum: int, code: int
) -> None:
    with in_shell(room) as terminal:
        terminal.wait_for("1 new card", READY)
        for key in keys:
            before = terminal.text
            terminal.press(key)
            terminal.wait_until(lambda screen, old=before: screen != old, "a change")  # type: ignore[misc]
        os.killpg(terminal.process.pid, signum)
        assert terminal.wait_for_end() == 0
        assert f"left {code}".encode() in terminal.seen
        assert is_as_it_was(terminal.seen)
        assert b"Traceback" not in terminal.seen


def test_quitting_leaves_the_terminal_as_it_was(room: Room) -> None:
    with in_shell(room) as terminal:
        terminal.wait_for("1 new card", READY)
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
        assert b"left 0" in terminal.seen
        assert is_as_it_was(terminal.seen)


@pytest.mark.parametrize("key", ["enter", "f4", "f5"])
def test_a_signal_while_a_screen_opens_ends_as_quietly(room: Room, key: str) -> None:
    with in_shell(room) as terminal:
        terminal.wait_for("1 new card", READY)
        terminal.press(key)
        os.killpg(terminal.process.pid, signal.SIGTERM)
        assert terminal.wait_for_end() == 0
        assert b"left 143" in terminal.seen
        assert b"Error" not in terminal.seen


def test_a_signal_before_the_first_paint_ends_the_program(room: Room) -> None:
    with room.open() as terminal:
        terminal.wait_until(lambda _: b"\x1b[?1049h" in terminal.seen, "the alternate screen")
        terminal.kill(signal.SIGTERM)
        assert terminal.wait_for_end() in (143, -signal.SIGTERM)


def test_closing_the_window_ends_the_program_and_keeps_the_answers(room: Room) -> None:
    with room.open("study") as terminal:
        terminal.wait_for(OPEN, READY)
        terminal.send("MinMaxScaler\r")
        terminal.wait_for(JUDGED)
        assert terminal.close_window() > 0  # by itself, and nobody is there to read the code
    assert room.typed() == ["MinMaxScaler"]


def test_an_interrupted_session_line_by_line_keeps_its_answers(room: Room) -> None:
    with room.open("study", "--plain") as terminal:
        terminal.wait_for("\n>")
        terminal.send("MinMaxScaler\r")
        terminal.wait_for("Answer: RobustScaler")
        terminal.send("\x03")
        assert terminal.wait_for_end() == 130
        assert b"Traceback" not in terminal.seen
    assert room.typed() == ["MinMaxScaler"]


def test_killing_the_app_under_a_verdict_loses_no_answer(room: Room) -> None:
    given = []
    for number in range(SCREEN_KILLS):
        with room.open("study") as terminal:
            asked(terminal)
            given.append(f"answer {number}")
            terminal.send(f"{given[-1]}\r")
            terminal.wait_for("wrong")
            terminal.kill(signal.SIGKILL)
            assert terminal.wait_for_end() == -signal.SIGKILL
    assert room.typed() == given
    assert room.json("due")["due"] == 1


def test_killing_a_session_line_by_line_at_any_moment_loses_no_answer_told(room: Room) -> None:
    draw = random.Random(3)
    command = quiz_command("study", "--plain", "--cram")
    for number in range(PLAIN_KILLS):
        room.deck.write_text(deck_of(12), "utf-8")
        kept = len(room.typed())
        told = told_before_death(room, command, [f"{number} {i}" for i in range(12)], draw)
        found = room.typed()[kept:]
        assert found == [f"{number} {i}" for i in range(len(found))]
        assert len(found) >= told
    assert {line["name"]: line["fine"] for line in room.json("doctor")}["review log"]


def deck_of(cards: int) -> str:
    return "cards:\n" + "".join(
        f"  - {{id: card-{n}, ask: Question {n}?, answer: RobustScaler}}\n" for n in range(cards)
    )


def told_before_death(
    room: Room, command: list[str], answers: list[str], draw: random.Random
) -> int:
    """Give `answers`, kill the program at some moment, return how many verdicts it had told."""
    pipe = subprocess.PIPE
    with subprocess.Popen(command, env=room.environment, stdin=pipe, stdout=pipe) as process:
        assert process.stdin
        assert process.stdout
        process.stdin.write("".join(f"{answer}\n" for answer in answers).encode())
        process.stdin.flush()
        told, wanted = 0, draw.randrange(len(answers))
        while told < wanted and (line := process.stdout.readline()):
            told += b"wrong" in line
        process.kill()
        return told + process.stdout.read().count("✗ wrong".encode())
