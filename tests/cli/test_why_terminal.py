"""`quiz why` at a real terminal: it says how to end the paste, and asks before it makes a card."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import Terminal, quiz_command
from tests.terminal_room import Room

LOSS = "ValueError: Could not interpret loss identifier: binary_crosentropy"
PASTED = LOSS + "\n\x04"


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


@pytest.mark.parametrize(("answer", "cards"), [("y\r", 1), ("\r", 0), ("ㅛ\r", 1)])
def test_a_pasted_error_becomes_a_card_if_the_learner_agrees(
    room: Room, answer: str, cards: int
) -> None:
    with room.open("why", columns=120) as terminal:
        terminal.wait_for("Paste the text, then press Ctrl+D.")
        terminal.send(PASTED)
        terminal.wait_for("Make a card of it? [y/N]")
        terminal.send(answer)
        assert terminal.wait_for_end() == 0
    assert len(room.json("search", "crosentropy")) == cards


def test_behind_a_pipe_the_keyboard_is_asked_all_the_same(room: Room) -> None:
    program = quiz_command("why")[0]
    line = f"echo '{LOSS}' | {program} why"
    with Terminal(["sh", "-c", line], environment=room.environment, columns=120) as terminal:
        terminal.wait_for("Make a card of it? [y/N]")
        terminal.send("y\r")
        terminal.wait_for("Added")
        assert terminal.wait_for_end() == 0


def test_ctrl_c_while_pasting_ends_quietly(room: Room) -> None:
    with room.open("why") as terminal:
        terminal.wait_for("Ctrl+D")
        terminal.send("\x03")
        assert terminal.wait_for_end() == 130
        assert b"Traceback" not in terminal.seen
