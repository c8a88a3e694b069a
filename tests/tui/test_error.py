"""What a learner meets who looks for the cause of an error and mends it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz import i18n
from quiz.tui.app import QuizApp
from quiz.tui.wish import Wish
from tests.tui.desk import Desk, Learner, sit
from tests.tui.erring import RIGHT, error_desk

Act = Callable[[Learner], Awaitable[None]]
SMALL, LARGE = (80, 24), (120, 36)


@pytest.fixture
def erring(tmp_path: Path) -> Iterator[Desk]:
    desk = error_desk(tmp_path / "erring")
    yield desk
    desk.store.close()


def drill(desk: Desk, card: str) -> QuizApp:
    """Return the app with this one card to practise."""
    return desk.app(wish=Wish(cards=(card,)))


async def choose(learner: Learner, option: str) -> None:
    await learner.press(learner.row(option).split()[0], "enter")


async def test_the_cause_is_chosen_and_the_line_waits_until_it_holds(erring: Desk) -> None:
    async with sit(erring.app("stack"), LARGE) as learner:
        assert "Why does this fail?" in learner.screen
        await choose(learner, "the steps are gone")
        assert "✓ right" in learner.screen
        await learner.press("enter")
        assert "← read" not in learner.screen
        assert erring.ratings("stack-cause") == [3]
        assert not erring.reviews("stack-fix")


async def test_a_wrong_cause_says_why_and_can_be_taken_back(erring: Desk) -> None:
    async with sit(erring.app("stack"), LARGE) as learner:
        await choose(learner, "fewer units")
        assert "Any number will do." in learner.screen
        assert erring.ratings("stack-cause") == [1]
        await learner.press("u")
        assert "Why does this fail?" in learner.screen
        assert not erring.ratings("stack-cause")


async def asked(learner: Learner) -> None:
    """The question alone."""


async def wrong_cause(learner: Learner) -> None:
    """A cause that it is not."""
    await learner.press("1", "enter")


async def wrong_line(learner: Learner) -> None:
    """A line that still fails."""
    await learner.answer(RIGHT.replace("16", "8"))


async def missed(learner: Learner) -> None:
    """A cause among the missed answers."""
    await choose(learner, "fewer units")
    await learner.press("enter", "escape", "f4")


LOOKS = [
    (asked, "stack-cause", "ko", SMALL, "dark"),
    (asked, "brighter-cause", "en", SMALL, "light"),
    (wrong_cause, "stack-cause", "ko", LARGE, "dark"),
    (wrong_cause, "brighter-cause", "en", LARGE, "dark"),
    (asked, "stack-fix", "en", SMALL, "dark"),
    (asked, "brighter-fix", "ko", LARGE, "light"),
    (wrong_line, "stack-fix", "ko", SMALL, "dark"),
    (wrong_line, "stack-fix", "en", LARGE, "dark"),
    (missed, "stack", "en", LARGE, "dark"),
]


@pytest.mark.parametrize(
    ("act", "card", "language", "size", "theme"),
    LOOKS,
    ids=[f"{act.__name__}-{card}-{language}-{size[0]}" for act, card, language, size, _ in LOOKS],
)
def test_the_screen_looks_as_it_did(
    erring: Desk,
    snap_compare: Callable[..., bool],
    act: Act,
    card: str,
    language: str,
    size: tuple[int, int],
    theme: str,
) -> None:
    i18n.use(language)
    erring.settle(theme=theme)
    app = drill(erring, card) if "-" in card else erring.app(card)

    async def run_before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await act(Learner(app, pilot))
        await pilot.pause()

    shown: App[None] = app
    assert snap_compare(shown, terminal_size=size, run_before=run_before)
