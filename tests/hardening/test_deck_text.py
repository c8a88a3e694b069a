"""What stands in a deck is shown as it stands: no markup of it is obeyed, no escape gets out."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import Shell
from tests.tui.desk import Desk, Learner, sit

MARKUP = "[/] [b]x[/b] [@click=app.quit]y[/] [None, 28, 28] list[int] {} $text [red"
"""Every program that draws it as markup drops or refuses a part of it."""
ESCAPES = r"\e[31mred\e]0;title\a\e[2J\x9b5m\x07\x08\u202e\x7f"
"""As a YAML text in double quotes; what is left of it is `red`."""
DECK = f"""\
title: "{MARKUP} {ESCAPES}"
cards:
  - id: "odd"
    ask: "{MARKUP} {ESCAPES}"
    answer: "{MARKUP} {ESCAPES}"
    why: "{MARKUP} {ESCAPES}"
    source: "{MARKUP} {ESCAPES}"
    weak: [spot]
    tags: [odd]
"""
SPOTS = f"""\
weak-spots:
  - id: spot
    name: "{MARKUP} {ESCAPES}"
    sentence: "{MARKUP} {ESCAPES}"
"""
NAME = "od\x1b[31md[@click=app.quit]\x07.yaml"
UNSAFE = {chr(code) for code in (*range(9), *range(11, 32), *range(127, 160), 0x202E)}


def lay(decks: Path) -> None:
    for file in decks.iterdir():
        file.unlink()
    (decks / NAME).write_text(DECK, "utf-8")
    (decks / "weak-spots.yaml").write_text(SPOTS, "utf-8")


@pytest.mark.parametrize(
    "command",
    [
        ["due"],
        ["due", "--json"],
        ["show", "odd"],
        ["search", "None"],
        ["weak"],
        ["check"],
        ["check", "--types"],
        ["doctor"],
        ["mark", "odd", "\x1b[31mred"],
        ["missed"],
        ["study", "--plain", "--deck", "nothing"],
    ],
    ids=" ".join,
)
def test_no_command_lets_an_escape_through(quiz: Shell, command: list[str]) -> None:
    lay(quiz.decks)
    quiz("study", "--plain", stdin="\x1b[31mno\n")
    done = quiz(*command)
    assert not UNSAFE & set(done.out + done.err)


def test_a_session_line_by_line_shows_markup_as_it_stands(quiz: Shell) -> None:
    lay(quiz.decks)
    out = quiz("study", "--plain", stdin="no\n").out
    assert out.count(f"{MARKUP} red") >= 3
    assert not UNSAFE & set(out)


async def test_the_screens_show_markup_as_it_stands(desk: Desk) -> None:
    lay(desk.places.decks)
    desk.store.refresh()
    begin = MARKUP[:20]
    async with sit(desk.app(), (160, 40)) as learner:
        assert learner.screen.count(begin) == 3  # the deck, the weak spot, the weakest
        await learner.press("enter")
        assert learner.screen.count(begin) >= 2  # the deck in the header, the question
        await learner.answer("no")
        assert MARKUP in learner.screen
        await learner.press("enter", "escape", "f4")
        assert begin in learner.screen


def seen(learner: Learner) -> None:
    """Fail if a control character is on the screen."""
    assert not UNSAFE & set(learner.screen)


async def test_no_screen_lets_an_escape_through(desk: Desk) -> None:
    lay(desk.places.decks)
    desk.store.refresh()
    async with sit(desk.app()) as learner:
        seen(learner)
        await learner.press("enter")
        seen(learner)
        await learner.answer("\x1b[31mno")
        seen(learner)
        await learner.press("e")
        seen(learner)
        await learner.press("escape", "enter", "escape", "f4")
        seen(learner)
        await learner.press("f5")
        seen(learner)
