"""Ten days of a learner who writes -ar for -er: found, drilled, and gone once he has learnt it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.terminal import Terminal
from tests.terminal_room import JUDGED, OPEN, READY, Room

ASKED = {
    "Which scaler uses the median?": "RobustScaler",
    "Which scaler gives mean 0?": "StandardScaler",
    "Which scaler gives 0 to 1?": "MinMaxScaler",
    "Which one makes columns of 0 and 1?": "OneHotEncoder",
}
DECK = "title: Scalers\nweak: [loss-spelling]\ncards:\n" + "".join(
    f"  - {{id: {name.lower()}, ask: '{ask}', answer: {name}}}\n" for ask, name in ASKED.items()
)
DRILL_DAY = 5
DAYS = 10


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path, DECK)


def question(terminal: Terminal) -> str:
    """Wait for the next question and return it, "" at the end of the session."""
    screen = terminal.wait_until(
        lambda text: (
            ("Summary" in text and READY in text)
            or (OPEN in text and "≈" not in text and "Once more" not in text)
        ),
        "a question",
    )
    return "" if "Summary" in screen else next((ask for ask in ASKED if ask in screen), "")


def study(room: Room, *, knows: bool) -> None:
    """Study what is due. Who does not know writes -ar, and copies it right in the same hour."""
    copied: set[str] = set()
    with room.open() as terminal:
        if "Done for today" in terminal.wait_for("Everything due", READY):
            return
        terminal.press("enter")
        while ask := question(terminal):
            name = ASKED[ask]
            if knows or name in copied:
                terminal.send(f"{name}\r")
                terminal.wait_for("✓ right", JUDGED)
            else:
                copied.add(name)
                terminal.send(f"{name[:-2]}ar\r")
                terminal.wait_for("≈ slip", "‘-ar’ for ‘-er’ at the end", "F3: leave it")
                terminal.press("f3")
                terminal.wait_for(JUDGED)
                terminal.press("enter")
                terminal.wait_for(f"Once more: {name}")
            terminal.press("enter")


def drill(room: Room) -> set[str]:
    """Open the missed answers by slip, drill what stands there, and return what was asked."""
    asked: set[str] = set()
    with room.open() as terminal:
        terminal.wait_for("Everything due", READY)
        terminal.press("f4")
        terminal.wait_for("Missed answers", "by day")
        terminal.press(*"ggggg")
        terminal.wait_for("by slip", "-ar for -er: ")
        terminal.press("enter")
        while ask := question(terminal):
            screen, name = terminal.text, ASKED[ask]
            if "Which spelling is right?" in screen:
                asked.add("spelling")
                right = re.search(rf"(\d) \( \) {name}$", screen, re.MULTILINE)
                assert right
                terminal.send(f"{right[1]}\r")
            else:
                assert f"Write it whole: {name[:-2]}_r" in screen
                asked.add("letters")
                terminal.send(f"{name}\r")
            terminal.wait_for("✓", JUDGED)
            terminal.press("enter")
    return asked


def wait_for_an_empty_list(room: Room) -> None:
    """Open the missed answers by slip and wait until they say that there is none."""
    with room.open() as terminal:
        terminal.wait_for("Everything due", READY)
        terminal.press("f4")
        terminal.wait_for("Missed answers", "by day")
        terminal.press(*"ggggg")
        terminal.wait_for("by slip", "No slip of your own is on the list.", READY)


def test_in_ten_days_a_slip_is_found_drilled_and_gone(room: Room) -> None:
    for day in range(1, DAYS + 1):
        room.environment["QUIZ_NOW"] = f"2026-12-{day:02}T12:00:00+09:00"
        study(room, knows=day > DRILL_DAY)
        (slip,) = room.json("weak", "--slips")
        assert slip["text"]["en"] == "-ar for -er"
        if day <= DRILL_DAY:
            assert not slip["gone"]
            assert slip["made"] * 2 == slip["occasions"] == 8 * day
        if day == DRILL_DAY:
            assert drill(room) == {"letters", "spelling"}
            assert room.json("weak", "--slips") == [slip]
    assert slip["gone"]
    assert slip["made"] == 4 * DRILL_DAY
    wait_for_an_empty_list(room)
    assert "No longer made: -ar for -er" in room.run("weak", "--slips").stdout


def test_line_by_line_a_slip_may_be_written_once_more(room: Room) -> None:
    with room.open("study", "--plain", "--limit", "1") as terminal:
        screen = terminal.wait_until(lambda text: text.rstrip().endswith(">"), "the prompt")
        name = next(name for ask, name in ASKED.items() if ask in screen)
        terminal.send(f"{name[:-2]}ar\r")
        terminal.wait_for("≈ slip", "Enter alone shows the answer")
        terminal.send("\r")
        terminal.wait_for(f"Once more: {name}")
        terminal.send(f"{name}\r")
        terminal.wait_for(f"✓ {name}")
    assert len(room.typed()) == 1
