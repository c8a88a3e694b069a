"""Pictures of a shape card asked, explained by its misconception, and missed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz import i18n
from tests.tui.desk import Desk, Learner
from tests.tui.shaping import STEPPED_BY_ONE, shape_desk

Act = Callable[[Learner], Awaitable[None]]
SMALL, LARGE = (80, 24), (120, 36)


@pytest.fixture
def shaping(tmp_path: Path) -> Iterator[Desk]:
    desk = shape_desk(tmp_path / "shaping")
    yield desk
    desk.store.close()


async def asked(learner: Learner) -> None:
    """The question with its code."""


async def wrong(learner: Learner) -> None:
    """The misconception is named, and the trace says where it parts."""
    await learner.answer(STEPPED_BY_ONE)


async def line(learner: Learner) -> None:
    """The lines of the code as options, a wrong one chosen."""
    await learner.press("5", "enter")


async def missed(learner: Learner) -> None:
    """The question as it was asked, among the missed answers."""
    await learner.answer(STEPPED_BY_ONE)
    await learner.press("enter", "escape", "f4")


LOOKS = [
    (asked, "stack", "ko", SMALL, "dark"),
    (asked, "stack", "en", LARGE, "light"),
    (wrong, "stack", "ko", SMALL, "dark"),
    (wrong, "stack", "en", SMALL, "light"),
    (wrong, "stack", "ko", LARGE, "dark"),
    (line, "error", "en", SMALL, "dark"),
    (missed, "stack", "ko", LARGE, "dark"),
]


@pytest.mark.parametrize(
    ("act", "card", "language", "size", "theme"),
    LOOKS,
    ids=[f"{act.__name__}-{language}-{size[0]}" for act, _, language, size, _ in LOOKS],
)
def test_the_screen_looks_as_it_did(
    shaping: Desk,
    snap_compare: Callable[..., bool],
    act: Act,
    card: str,
    language: str,
    size: tuple[int, int],
    theme: str,
) -> None:
    i18n.use(language)
    shaping.settle(theme=theme)
    app = shaping.app(card)

    async def run_before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await act(Learner(app, pilot))
        await pilot.pause()

    shown: App[None] = app
    assert snap_compare(shown, terminal_size=size, run_before=run_before)
