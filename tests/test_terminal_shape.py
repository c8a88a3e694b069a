"""A shape card in the installed `quiz` in a real pseudo-terminal."""

from __future__ import annotations

from pathlib import Path

from tests.terminal_room import JUDGED, OPEN, Room

DECK = """\
title: {ko: shape, en: Shapes}
cards:
  - id: conv
    kind: shape
    asked: shape
    ask: {ko: output_shape은?, en: Which output_shape?}
    draw:
      - size = 28
      - kernel = 3
    code: |
      model = Sequential()
      model.add(Conv2D(8, {kernel}, input_shape=({size}, {size}, 1)))
"""


def test_a_wrong_shape_is_explained_and_asked_again(tmp_path: Path) -> None:
    room = Room(tmp_path, DECK)
    with room.open() as terminal:
        terminal.wait_for("F1 Help")
        terminal.press("enter")
        terminal.wait_for("Which output_shape?", "input_shape=(28, 28, 1)")
        terminal.send("(26, 26, 8)\r")
        terminal.wait_for("✗ wrong", "The batch axis was dropped", JUDGED)
        terminal.press("enter")
        terminal.wait_for(OPEN)
        terminal.send("(None, 26, 26, 8)\r")
        terminal.wait_for("✓ right", JUDGED)
        terminal.press("enter")
        terminal.wait_for("Summary")
    wrong, right = room.log()
    assert wrong["mistake"]["kind"] == "misconception"
    assert wrong["mistake"]["values"]["ids"] == "batch-dropped"
    assert (wrong["rating"], right["rating"]) == (1, 3)
    assert wrong["seed"] != right["seed"]
