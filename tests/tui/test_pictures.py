"""Pictures of the screens, in both languages, two sizes and both looks."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz import i18n
from quiz.session import Session
from quiz.tui.app import QuizApp
from quiz.tui.wish import Wish
from tests.tui.desk import Desk, Learner

SLIP = "categorical_crossentorpy"
Scene = Callable[[Desk], tuple[QuizApp, Callable[[Learner], Awaitable[None]]]]
Compare = Callable[..., bool]


def days_of_study(desk: Desk) -> None:
    """Answer some cards on two days, so that there is something to show."""
    for card, answer in (("loss", "mse"), ("loss", "categorical_crossentropy"), ("list", "relu")):
        entries = Wish(tag=card).entries(desk.store, random.Random(1))
        session = Session(desk.store, entries, clock=desk.clock, rng=random.Random(1))
        session.answer(answer)
        session.proceed()
        desk.wait(days=1)


async def nothing(learner: Learner) -> None:
    """Leave the screen as it comes."""


def home(desk: Desk) -> tuple[QuizApp, Callable[[Learner], Awaitable[None]]]:
    """Home on the third day."""
    days_of_study(desk)
    (desk.places.decks / "broken.yaml").write_text("cards:\n  - ask: no answer\n", "utf-8")
    desk.store.refresh()
    return desk.app(), nothing


def question(desk: Desk) -> tuple[QuizApp, Callable[[Learner], Awaitable[None]]]:
    """A typed answer, half written, with a hint."""

    async def do(learner: Learner) -> None:
        await learner.press("f2")
        await learner.write("categorical")

    return desk.app("loss"), do


def slip(desk: Desk) -> tuple[QuizApp, Callable[[Learner], Awaitable[None]]]:
    """A slip that was left: verdict, diff, why, ratings."""

    async def do(learner: Learner) -> None:
        await learner.answer(SLIP)
        await learner.press("f3")

    return desk.app("loss"), do


def choice(desk: Desk) -> tuple[QuizApp, Callable[[Learner], Awaitable[None]]]:
    """A wrong choice in practice."""

    async def do(learner: Learner) -> None:
        await learner.press(learner.row("StandardScaler").split()[0], "enter")

    return desk.app("choice", cram=True), do


def summary(desk: Desk) -> tuple[QuizApp, Callable[[Learner], Awaitable[None]]]:
    """The summary after a miss."""

    async def do(learner: Learner) -> None:
        await learner.answer("mse")
        await learner.press("enter")
        desk.wait(seconds=65)
        await learner.answer("categorical_crossentropy")
        await learner.press("enter")

    return desk.app("loss"), do


LOOKS = [
    ("en", (80, 24), "dark"),
    ("ko", (80, 24), "light"),
    ("en", (120, 36), "light"),
    ("ko", (120, 36), "dark"),
]


@pytest.mark.parametrize("scene", [home, question, slip, choice, summary])
@pytest.mark.parametrize(
    ("language", "size", "theme"), LOOKS, ids=[f"{look[0]}-{look[1][0]}" for look in LOOKS]
)
def test_the_screen_looks_as_it_did(
    desk: Desk,
    snap_compare: Compare,
    scene: Scene,
    language: str,
    size: tuple[int, int],
    theme: str,
) -> None:
    i18n.use(language)
    desk.settle(theme=theme)
    app, act = scene(desk)

    async def run_before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await act(Learner(app, pilot))
        await pilot.pause()

    shown: App[None] = app
    assert snap_compare(shown, terminal_size=size, run_before=run_before)
