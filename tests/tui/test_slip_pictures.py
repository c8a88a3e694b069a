"""Pictures of slips by pattern, their drills, and the weak spot under the cursor at home."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz import i18n
from quiz.memory.ids import new_id
from quiz.memory.review import Review
from quiz.tui.screens.quiz import QuizScreen
from tests.tui.desk import Desk, Learner
from tests.tui.test_missed import OTHER, miss
from tests.tui.test_slips import open_slips, slip

Act = Callable[[Learner], Awaitable[None]]
SMALL, LARGE = (80, 24), (120, 36)


async def by_slip(learner: Learner) -> None:
    """The missed answers by slip."""
    await open_slips(learner)


async def drill(learner: Learner, form: str) -> None:
    """Drill the first slip, up to a drill of this form."""
    await open_slips(learner)
    await learner.press(*(["end"] if form == "contrast" else []), "enter")
    screen = learner.app.screen
    assert isinstance(screen, QuizScreen)
    while screen.session.question and form not in screen.session.question.card.id:
        await learner.press("f4")


async def letters(learner: Learner) -> None:
    """A name with holes."""
    await drill(learner, "letters")


async def spelling(learner: Learner) -> None:
    """Four spellings, the second chosen."""
    await drill(learner, "spelling")
    await learner.press("2", "enter")


async def contrast(learner: Learner) -> None:
    """Two names side by side, and what each is for."""
    await drill(learner, "contrast")
    await learner.press("1", "enter")


async def spot(learner: Learner) -> None:
    """Home, the weak spot under the cursor."""
    await learner.press("end")


LOOKS = [
    (act, language, size)
    for act in (by_slip, letters, spelling, contrast, spot)
    for language, size in (("en", SMALL), ("ko", LARGE), ("ko", SMALL), ("en", LARGE))
    if (act in (by_slip, spot)) or (language, size) in (("ko", SMALL), ("en", LARGE))
]


@pytest.mark.parametrize(
    ("act", "language", "size"),
    LOOKS,
    ids=[f"{act.__name__}-{language}-{size[0]}" for act, language, size in LOOKS],
)
def test_the_screen_looks_as_it_did(
    desk: Desk, snap_compare: Callable[..., bool], act: Act, language: str, size: tuple[int, int]
) -> None:
    slip(desk)
    slip(desk, "RobbustScalar", days=3)
    miss(desk, "scaler", "MinMaxScaler", "confused", OTHER, days=4)
    miss(desk, "loss", "x", days=20)
    for days in (15, 8, 1):
        now = desk.clock.now()
        desk.store.record(answered("loss", now.at - days * 86_400_000, now.day - days))
    i18n.use(language)
    app = desk.app()

    async def run_before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await act(Learner(app, pilot))
        await pilot.pause()

    shown: App[None] = app
    assert snap_compare(shown, terminal_size=size, run_before=run_before)


def answered(card: str, at: int, day: int) -> Review:
    """Return a right answer of that time."""
    return Review(id=new_id(at), card=card, at=at, offset=540, day=day, rating=3, verdict="right")
