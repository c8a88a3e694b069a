"""An error card in the installed `quiz` in a real pseudo-terminal, and line by line."""

from __future__ import annotations

from pathlib import Path

from tests.terminal_room import JUDGED, Room
from tests.tui.erring import DECK


def test_the_cause_of_an_error_is_chosen_by_its_number(tmp_path: Path) -> None:
    room = Room(tmp_path, DECK)
    with room.open() as terminal:
        terminal.wait_for("F1 Help")
        terminal.press("enter")
        terminal.wait_for("Why does this fail?", "layers.LSTM(16),")
        terminal.send("1\r")
        terminal.wait_for(JUDGED)
    (line,) = room.log()
    assert line["card"] == "stack-cause"
    assert line["typed"] in DECK
