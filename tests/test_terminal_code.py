"""Code typed into the installed `quiz` in a real pseudo-terminal, key by key."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal_room import JUDGED, Room

DECK = """\
title: {ko: 코드, en: Code}
cards:
  - id: fit
    kind: code
    ask: {ko: 정의하고 부르세요., en: Define and call it.}
    answer: |
      def scaled(x):
          return x / 255
      X = scaled(X)
"""
OPEN = "^S Hand in"


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path, DECK)


def test_a_broken_line_is_pointed_at_and_mended_where_it_is(room: Room) -> None:
    with room.open() as terminal:
        terminal.wait_for("F1 Help")
        terminal.press("enter")
        terminal.wait_for("Define and call it.", OPEN)
        # What an input method and a slow line send: all keys in one go.
        terminal.send("def scaled(x):\rreturn x / 255\r\x1b[ZX = scaled(X")
        terminal.wait_for("return x / 255", "X = scaled(X")
        terminal.send("\x13")
        terminal.wait_for("≈ slip", "Line 3: ‘(’ is never closed", "Ctrl+S")
        terminal.send(")\x13")
        terminal.wait_for("✓ right", JUDGED)
        terminal.press("enter")
        terminal.wait_for("Summary")
    written = "def scaled(x):\n    return x / 255\nX = scaled(X"
    assert [line["typed"] for line in room.log()] == [written, written]
    assert [line["rating"] for line in room.log()] == [1, 2]
    assert room.log()[-1]["retry"] == written + ")"


def test_the_cursor_stands_where_the_next_character_goes(room: Room) -> None:
    with room.open() as terminal:
        terminal.wait_for("F1 Help")
        terminal.press("enter")
        terminal.wait_for(OPEN)
        terminal.send("x = 1  # 한국어\r다음")
        terminal.wait_until(
            lambda screen: (
                screen.split("\n")[terminal.cursor[1]].startswith("  │ 다음")
                and terminal.cursor[0] == len("  │ ") + 4
            ),
            "the cursor behind 다음, of two cells a syllable",
        )


def test_hangul_left_on_is_taken_for_the_keys_that_were_pressed(room: Room) -> None:
    with room.open() as terminal:
        terminal.wait_for("F1 Help")
        terminal.press("enter")
        terminal.wait_for(OPEN)
        terminal.send("def scaled(x):\rreturn x / 255\r\x1b[ZX = ㄴㅊ미ㄷㅇ(X)\x13")
        terminal.wait_for("✓ right", "Hangul")
