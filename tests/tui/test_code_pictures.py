"""Pictures of a code card asked, broken, wrong and missed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz import i18n
from tests.tui.coding import BROKEN, NET, WRONG, code_desk, hand_in
from tests.tui.desk import Desk, Learner

Act = Callable[[Learner], Awaitable[None]]
SMALL, LARGE = (80, 24), (120, 36)


@pytest.fixture
def coding(tmp_path: Path) -> Iterator[Desk]:
    desk = code_desk(tmp_path / "coding")
    yield desk
    desk.store.close()


async def asked(learner: Learner) -> None:
    """Half of the code is written."""
    await learner.write("\n".join(NET.splitlines()[:4]))


async def token(learner: Learner) -> None:
    """The first level: a hole in the code."""


async def retry(learner: Learner) -> None:
    """Code that Python cannot read."""
    await hand_in(learner, BROKEN)


async def wrong(learner: Learner) -> None:
    """Two differences."""
    await hand_in(learner, WRONG)


async def missed(learner: Learner) -> None:
    """The answer among the missed ones."""
    await hand_in(learner, WRONG)
    await learner.press("enter", "escape", "f4")


LOOKS = [
    (asked, "net", "ko", SMALL, "dark"),
    (asked, "net", "en", LARGE, "light"),
    (token, "scale", "ko", SMALL, "light"),
    (retry, "net", "ko", SMALL, "dark"),
    (retry, "net", "en", LARGE, "dark"),
    (wrong, "net", "en", SMALL, "light"),
    (wrong, "net", "ko", LARGE, "dark"),
    (missed, "net", "en", LARGE, "dark"),
]


@pytest.mark.parametrize(
    ("act", "card", "language", "size", "theme"),
    LOOKS,
    ids=[f"{act.__name__}-{language}-{size[0]}" for act, _, language, size, _ in LOOKS],
)
def test_the_screen_looks_as_it_did(
    coding: Desk,
    snap_compare: Callable[..., bool],
    act: Act,
    card: str,
    language: str,
    size: tuple[int, int],
    theme: str,
) -> None:
    i18n.use(language)
    coding.settle(theme=theme)
    app = coding.app(card)

    async def run_before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await act(Learner(app, pilot))
        await pilot.pause()

    shown: App[None] = app
    assert snap_compare(shown, terminal_size=size, run_before=run_before)
