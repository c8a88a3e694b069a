"""The summary: what a session came to."""

from __future__ import annotations

from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.quiz import QuizScreen
from quiz.tui.screens.summary import SummaryScreen
from tests.tui.desk import Desk, Learner, sit


async def miss_then_know(learner: Learner, desk: Desk) -> None:
    """Miss the loss once, then answer it right, 65 seconds later."""
    await learner.answer("mse")
    await learner.press("enter")
    desk.wait(seconds=65)
    await learner.answer("categorical_crossentropy")
    await learner.press("enter")


async def test_it_tells_score_time_misses_and_how_weak_spots_moved(desk: Desk) -> None:
    async with sit(desk.app("loss")) as learner:
        await miss_then_know(learner, desk)
        assert "1 of 2 right  ·  1:05" in learner.screen
        assert "mse  →  categorical_crossentropy" in learner.screen
        assert "0% → 100%" in learner.row("Loss spelling")
        assert "Still open today: 7 new cards" in learner.screen


async def test_enter_goes_home(desk: Desk) -> None:
    async with sit(desk.app("loss")) as learner:
        await miss_then_know(learner, desk)
        await learner.press("enter")
        assert isinstance(learner.app.screen, HomeScreen)


async def test_what_was_missed_can_be_drilled_without_the_schedule(desk: Desk) -> None:
    async with sit(desk.app("loss")) as learner:
        await miss_then_know(learner, desk)
        state = desk.store.state("loss")
        await learner.press("ㅡ")
        assert "Practice: the schedule is not touched." in learner.screen
        await learner.answer("categorical_crossentropy")
        await learner.press("enter")
        assert isinstance(learner.app.screen, SummaryScreen)
        assert "Practice" in learner.screen
        assert desk.store.state("loss") == state


async def test_undo_comes_back_from_the_summary(desk: Desk) -> None:
    async with sit(desk.app("loss")) as learner:
        await miss_then_know(learner, desk)
        await learner.press("u")
        assert isinstance(learner.app.screen, QuizScreen)
        assert desk.ratings("loss") == [1]
        assert "Which loss for one-hot labels?" in learner.screen


async def test_a_session_without_a_miss_offers_no_drill(desk: Desk) -> None:
    async with sit(desk.app("korean")) as learner:
        await learner.answer("정확도")
        await learner.press("enter")
        assert "Nothing was missed." in learner.screen
        assert "Drill" not in learner.keys
