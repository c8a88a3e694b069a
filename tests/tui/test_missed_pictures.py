"""Pictures of the missed answers, the form, its question before leaving, and the help."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz import i18n
from tests.tui.desk import Desk, Learner
from tests.tui.test_missed import open_list, some_misses

Act = Callable[[Learner], Awaitable[None]]
SMALL, LARGE = (80, 24), (120, 36)


async def missed(learner: Learner) -> None:
    """The list by day, the second answer under the cursor."""
    await open_list(learner)
    await learner.press("down")


async def by_mistake(learner: Learner) -> None:
    """The list by mistake, all days."""
    await open_list(learner)
    await learner.press("g", "g", "g", "g", "d", "d")


async def edit(learner: Learner) -> None:
    """A choice card in the form."""
    learner.app.action_edit("choice")
    await learner.pilot.pause()


async def add(learner: Learner) -> None:
    """A new card, refused because the answer is not written."""
    learner.app.action_add()
    await learner.pilot.pause()
    await learner.write("합이 1인 활성화 함수는?")
    await learner.press("ctrl+s")


async def leave(learner: Learner) -> None:
    """The question before what is written is thrown away."""
    await add(learner)
    await learner.press("escape")


async def help_page(learner: Learner) -> None:
    """The help over the missed answers."""
    await open_list(learner)
    await learner.press("f1")


LOOKS = [
    (missed, "en", SMALL, "dark"),
    (missed, "ko", LARGE, "light"),
    (by_mistake, "ko", SMALL, "dark"),
    (edit, "en", LARGE, "dark"),
    (add, "ko", SMALL, "light"),
    (leave, "ko", SMALL, "dark"),
    (help_page, "en", SMALL, "light"),
    (help_page, "ko", LARGE, "dark"),
]


@pytest.mark.parametrize(
    ("act", "language", "size", "theme"),
    LOOKS,
    ids=[f"{act.__name__}-{language}-{size[0]}" for act, language, size, _theme in LOOKS],
)
def test_the_screen_looks_as_it_did(
    desk: Desk,
    snap_compare: Callable[..., bool],
    act: Act,
    language: str,
    size: tuple[int, int],
    theme: str,
) -> None:
    some_misses(desk)
    i18n.use(language)
    desk.settle(theme=theme)
    app = desk.app()

    async def run_before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await act(Learner(app, pilot))
        await pilot.pause()

    shown: App[None] = app
    assert snap_compare(shown, terminal_size=size, run_before=run_before)
