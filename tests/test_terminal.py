"""The installed `quiz` in a real pseudo-terminal, from the first key to the last."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from quiz import i18n
from tests.terminal import Terminal
from tests.terminal_room import JUDGED, ONE_CARD, OPEN, READY, Room, asked

HANGUL_SOFTMAX = "낼슴ㅌ"
"""What the keys of softmax write while the keyboard is in Hangul."""
RIGHT = {
    "softmax": "softmax",
    "loss": "binary_crossentropy",
    "scaler": "RobustScaler",
    "pool": "(2,2)",
}


@pytest.fixture
def room(tmp_path: Path) -> Room:
    return Room(tmp_path)


@pytest.fixture
def small(tmp_path: Path) -> Room:
    return Room(tmp_path, ONE_CARD)


def answer(terminal: Terminal, text: str, *told: str) -> str:
    """Hand in `text` and wait for the verdict and whatever else is `told`."""
    terminal.send(text + "\r")
    return terminal.wait_for(*told)


def fill_in(terminal: Terminal, label: str, text: str) -> None:
    """Wait until the cursor is in the field with this label, and write there."""
    terminal.wait_until(
        lambda screen: f" {label} " in screen.split("\n")[terminal.cursor[1]],
        f"the cursor at {label}",
    )
    terminal.send(text)
    terminal.wait_for(text)


def first_try(terminal: Terminal, card: str) -> None:
    """Answer each card in the way this test wants it."""
    if card == "softmax":
        screen = answer(terminal, HANGUL_SOFTMAX, "✓ right", JUDGED)
        assert "Hangul" in screen
        assert "sum to one" in screen
    elif card == "loss":
        answer(terminal, "binary_crosentropy", "≈ slip", "‘s’ must be doubled", "F3: leave it")
        # The field keeps what was written: only the missing letter is put in.
        terminal.press(*["left"] * len("entropy"), "s", "enter")
        terminal.wait_for("✓ right", JUDGED)
    elif card == "scaler":
        screen = answer(terminal, "StandardScaler", "another real name", JUDGED)
        assert "Robust" in screen
    else:
        answer(terminal, "(3,3)", "✗ wrong", "(2, 2)", JUDGED)
    terminal.press("enter")


def test_a_session_from_home_to_the_missed_answers(room: Room) -> None:
    seen: list[str] = []
    with room.open() as terminal:
        home = terminal.wait_for("0 cards due", "4 new cards", "Practice", "Loss spelling", READY)
        assert "Start" in home
        terminal.press("enter")
        while card := asked(terminal):
            if card in seen:
                answer(terminal, RIGHT[card], "✓ right", JUDGED)
                terminal.press("enter")
            else:
                first_try(terminal, card)
            seen.append(card)
        terminal.wait_for("StandardScaler", "(3,3)")
        terminal.press("enter")
        terminal.wait_for("Done for today!", "Next: tomorrow", READY)
        terminal.press("f4")
        terminal.wait_for("Missed answers", "StandardScaler", "RobustScaler", "(3,3)", "(2, 2)")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert sorted(seen) == ["loss", "pool", "pool", "scaler", "scaler", "softmax"]
    kept = {line["typed"]: line["verdict"] for line in room.log() if line["rating"] == 1}
    assert kept["StandardScaler"] == "confused"
    assert kept["(3,3)"] == "wrong"
    assert room.json("due")["due"] == 0


def test_a_hint_is_shown_and_caps_the_rating(small: Room) -> None:
    with small.open("study") as terminal:
        terminal.wait_for(OPEN, READY)
        terminal.press("f2")
        terminal.wait_for("Length: 12")
        terminal.press("f2")
        terminal.wait_for("R")
        answer(terminal, "RobustScaler", "✓ right", "▸2 Hard", JUDGED)
    assert [line["hints"] for line in small.log()] == [2]


def test_keys_that_arrive_in_one_go_are_taken_in_their_order(small: Room) -> None:
    with small.open("study") as terminal:
        terminal.wait_for(OPEN, READY)
        terminal.press(*"Robusx", "backspace", *"tScalr", "left", "e", "enter")
        terminal.wait_for("✓ right", JUDGED)
    assert small.typed() == ["RobustScaler"]


def test_undo_asks_the_card_again_and_forgets_the_answer(small: Room) -> None:
    with small.open("study") as terminal:
        terminal.wait_for(OPEN, READY)
        answer(terminal, "MinMaxScaler", "RobustScaler", JUDGED)
        terminal.press("u")
        terminal.wait_for("Undone", OPEN)
        answer(terminal, "RobustScaler", "✓ right", JUDGED)
        terminal.press("enter")
        terminal.wait_for("Summary", READY)
    assert small.json("missed") == []
    assert len(small.log()) == 3


def test_the_window_may_change_its_size_while_an_answer_is_written(small: Room) -> None:
    with small.open("study") as terminal:
        terminal.wait_for(OPEN, READY)
        terminal.send("Robust")
        terminal.wait_for("Robust")
        for columns, rows in ((120, 36), (50, 20)):
            terminal.resize(columns, rows)
            terminal.wait_until(
                lambda screen, rows=rows: (
                    "Robust" in screen and OPEN in screen.split("\n")[rows - 1]
                ),  # type: ignore[misc]
                f"the field and the key bar at {columns}×{rows}",
            )
        terminal.resize(30, 8)
        terminal.wait_for("at least 40x12")
        terminal.resize(80, 24)
        terminal.wait_for("Robust", "Your answer", READY)
        answer(terminal, "Scaler", "✓ right", JUDGED)
    assert small.typed() == ["RobustScaler"]


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_card_added_in_the_form_is_then_asked(small: Room, language: str) -> None:
    said = partial(i18n.in_language, language)
    with small.open("add", "practice", "--lang", language) as terminal:
        terminal.wait_for(said("Add a card"), said("Not a card yet."))
        fill_in(terminal, said("Question"), "손실 함수 이름은?")
        terminal.press("tab", "tab")
        fill_in(terminal, said("Answer"), "mse")
        terminal.press("ctrl+s")
        terminal.wait_until(lambda screen: "mse" not in screen, "an empty form for the next card")
        terminal.press("ctrl+q")
        assert terminal.wait_for_end() == 0
    assert small.deck.read_text("utf-8").startswith(ONE_CARD)
    with small.open("study", "--lang", language, "--new", "9") as terminal:
        for _ in range(2):
            screen = terminal.wait_until(
                lambda screen: said("Hand in") in screen and "?" in screen, "a question"
            )
            text = "mse" if "손실 함수 이름은?" in screen else "RobustScaler"
            answer(terminal, text, f"✓ {said('right')}")
            terminal.press("enter")
            terminal.wait_until(
                lambda screen: f"✓ {said('right')}" not in screen, "what comes next"
            )
    assert sorted(small.typed()) == ["RobustScaler", "mse"]


def test_a_session_line_by_line_in_a_terminal_waits_after_each_verdict(small: Room) -> None:
    with small.open("study", "--plain") as terminal:
        terminal.wait_for("Which scaler uses the median?", "\n>")
        answer(terminal, "MinMaxScaler", "Answer: RobustScaler", "Enter: Again")
        terminal.press("enter")
        answer(terminal, "RobustScaler", "✓ right", "3 Good")
        terminal.press("3", "enter")
        terminal.wait_for("1 of 2 right.")
        assert terminal.wait_for_end() == 0
    assert small.typed() == ["MinMaxScaler", "RobustScaler"]


def test_a_folder_with_decks_is_opened_with_these_decks(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    del room.environment["QUIZ_DECKS"]
    monkeypatch.chdir(room.folder)
    with room.open() as terminal:
        terminal.wait_for("4 new cards", "Practice", READY)


def test_the_first_run_in_an_empty_folder_brings_the_starter_decks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(tmp_path / "unused")
    del room.environment["QUIZ_DECKS"]
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with room.open() as terminal:
        terminal.wait_for("20 new cards", "Enter Start", READY)
        terminal.press("enter")
        terminal.wait_for("0/20")
    assert list((room.home / "decks").glob("*.yaml"))
    assert list((tmp_path / "empty").iterdir()) == []


def test_two_terminals_on_one_home_both_keep_their_answers(room: Room) -> None:
    with room.open("study") as one, room.open("study", columns=120, rows=36) as two:
        given = []
        for number in range(4):
            for terminal, name in ((one, "one"), (two, "two")):
                asked(terminal)
                given.append(f"{name} {number}")
                terminal.send(f"{given[-1]}\r")
            for terminal in (one, two):
                terminal.wait_for(JUDGED)
                terminal.press("enter")
        assert sorted(room.typed()) == sorted(given)
    assert {line["name"]: line["fine"] for line in room.json("doctor")}["review log"]
    assert len(room.json("missed")) == len(given)
