"""A pasted error is explained on the spot, trained, and made into a card."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz import i18n
from quiz.tui.screens.editor import EditorScreen
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.quiz import QuizScreen
from quiz.tui.screens.why import Pasted, WhyScreen
from tests.tui.desk import Desk, Learner, sit

LOSS = "ValueError: Could not interpret loss identifier: categorial_crossentropy"
TRACEBACK = f"""\
Traceback (most recent call last):
  File "train.py", line 14, in <module>
    model.compile(loss="categorial_crossentropy")
{LOSS}
"""
SMALL, LARGE = (80, 24), (120, 36)


async def paste(learner: Learner, text: str) -> None:
    await learner.press("f7")
    await learner.write(text)


async def test_a_pasted_traceback_is_explained_at_once(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await learner.press("f7")
        assert "Paste an error here" in learner.screen
        await learner.write(TRACEBACK)
        assert "misspelled" in learner.screen
        assert "categorical_crossentropy" in learner.row("misspelled")
        assert learner.row("Mend")
        await learner.press("pagedown")
        assert learner.row("Loss spelling")
        assert learner.row("Which loss for one-hot labels?")


async def test_lines_that_a_terminal_pastes_with_returns_stay_lines(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await paste(learner, TRACEBACK.replace("\n", "\r"))
        assert learner.app.screen.query_one(Pasted).text == TRACEBACK
        assert "misspelled" in learner.screen


async def test_enter_breaks_the_line_and_the_explanation_follows(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await paste(learner, "Traceback (most recent call last):")
        assert "not known" in learner.screen
        await learner.press("enter")
        await learner.write(LOSS)
        assert "misspelled" in learner.screen
        await learner.press("ctrl+enter", "ctrl+s")
        assert "misspelled" in learner.screen


async def test_what_is_not_known_is_said_and_makes_no_card(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await paste(learner, "fatal: not a git repository")
        assert "nothing is guessed" in learner.screen
        assert "Make a card" not in learner.keys
        await learner.press("f5", "f2")
        assert isinstance(learner.app.screen, WhyScreen)


async def test_the_form_opens_with_the_card_of_the_error(desk: Desk) -> None:
    async with sit(desk.app(), LARGE) as learner:
        await paste(learner, TRACEBACK)
        await learner.press("f5")
        assert isinstance(learner.app.screen, EditorScreen)
        assert learner.row("my-errors")
        await learner.press("ctrl+s")
        (found,) = desk.store.search("categorial_crossentropy")
        card = desk.store.card(found.id)
        assert (card.deck, card.KIND, card.weak) == ("my-errors", "flip", ("loss-spelling",))
        assert "categorical_crossentropy" in card.solution().ko


async def test_the_weak_spot_of_the_error_is_trained(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await paste(learner, TRACEBACK)
        await learner.press("f2")
        assert isinstance(learner.app.screen, QuizScreen)
        assert learner.row("Which loss for one-hot labels?")


async def test_the_field_is_cleared_and_left(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await paste(learner, TRACEBACK)
        await learner.press("f3")
        assert "Paste an error here" in learner.screen
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)


async def test_an_error_is_drawn_literally(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await paste(learner, "KeyError: '[red]price[/red]'")
        assert "[red]price[/red]" in learner.screen


@pytest.mark.parametrize(
    ("language", "size", "theme"),
    [("en", SMALL, "dark"), ("ko", SMALL, "light"), ("en", LARGE, "light"), ("ko", LARGE, "dark")],
    ids=["en-80", "ko-80", "en-120", "ko-120"],
)
def test_the_screen_looks_as_it_did(
    desk: Desk,
    snap_compare: Callable[..., bool],
    language: str,
    size: tuple[int, int],
    theme: str,
) -> None:
    i18n.use(language)
    desk.settle(theme=theme)
    app = desk.app()

    async def run_before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await paste(Learner(app, pilot), TRACEBACK)
        await pilot.pause()

    shown: App[None] = app
    assert snap_compare(shown, terminal_size=size, run_before=run_before)
