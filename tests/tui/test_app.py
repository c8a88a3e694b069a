"""What holds on every screen: size, colours, languages, errors."""

from __future__ import annotations

import os
import resource
import signal
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from textual.events import Key

from quiz.config import load
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.quiz import QuizScreen
from quiz.tui.signals import end_on_signals
from quiz.tui.widgets.answer_input import AnswerInput
from tests.tui.desk import Desk, sit


async def test_a_window_too_small_says_so_and_loses_nothing(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.press("R", "o")
        await learner.pilot.resize_terminal(39, 24)
        await learner.pilot.pause()
        assert "at least 40x12" in " ".join(learner.screen.split())
        assert "Which scaler" not in learner.screen
        await learner.press("b")
        await learner.pilot.resize_terminal(40, 12)
        await learner.pilot.pause()
        assert "Rob" in learner.screen


@pytest.mark.parametrize("size", [(40, 12), (50, 20), (80, 24), (120, 36), (200, 60)])
async def test_question_verdict_ratings_and_keys_are_seen_at_every_size(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with sit(desk.app("loss"), size) as learner:
        assert "Which loss for one-hot labels?" in learner.screen
        assert learner.keys.startswith("Enter Hand in  F2 Hint")
        await learner.answer("categorical_crossentorpy")
        await learner.press("f3")
        assert "≈ slip" in learner.screen
        assert "▸1 Again" in learner.screen
        assert "Enter Next" in learner.keys
        assert all(len(line) <= size[0] for line in learner.lines)


async def test_a_long_explanation_scrolls_by_arrow_keys(desk: Desk) -> None:
    path = desk.places.decks / "practice.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("Integer labels", "Much to say. " * 60 + "At last"), "utf-8")
    desk.store.refresh()
    async with sit(desk.app("loss"), (50, 20)) as learner:
        await learner.press("f3")
        assert "At last" not in learner.screen
        await learner.press("pagedown", "pagedown", "down")
        assert "At last" in learner.screen


async def test_dark_and_light_swap_with_one_key_and_stay_so(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        assert learner.app.current_theme.dark
        await learner.press("f9")
        assert not learner.app.current_theme.dark
    desk.settings, _complaints = load(desk.places.home)
    async with sit(desk.app()) as learner:
        assert not learner.app.current_theme.dark


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file grow, as on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


async def test_an_answer_that_cannot_be_saved_is_not_acknowledged(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        with full_disk():
            await learner.answer("RobustScaler")
        assert learner.row("! ")
        assert "✓" not in learner.screen
        assert learner.app.screen.query_one(AnswerInput).value == "RobustScaler"
        await learner.press("enter")
        assert learner.status == ""
        assert "✓ right" in learner.screen
        assert desk.ratings("scaler") == [3]


async def test_the_palette_speaks_of_this_program(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await learner.press("ctrl+p")
        await learner.pilot.pause(0.1)
        assert "What is due today" in learner.screen
        await learner.press("escape")
        assert isinstance(learner.app.screen, HomeScreen)


async def test_ctrl_c_says_how_to_quit(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await learner.press("ctrl+c")
        assert "Ctrl+Q quits" in learner.status


async def test_help_opens_over_a_typed_answer_and_closes_again(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.press("R", "f1")
        assert "Don't know" in learner.screen
        await learner.press("escape")
        assert isinstance(learner.app.screen, QuizScreen)
        assert learner.app.screen.query_one(AnswerInput).value == "R"


@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP"])
async def test_a_signal_ends_the_app_in_order(desk: Desk, name: str) -> None:
    number = getattr(signal, name)
    async with sit(desk.app("scaler")) as learner:
        end_on_signals(learner.app)
        os.kill(os.getpid(), number)
        await learner.pilot.pause()
        await learner.pilot.pause()
    assert learner.app.return_code == 128 + number


async def test_hangul_typed_after_a_verdict_does_not_reach_the_next_card(desk: Desk) -> None:
    async with sit(desk.app("scaler", "loss")) as learner:
        await learner.press("f3")
        learner.app.post_message(Key("ㅋ", "ㅋ"))
        await learner.press("enter")
        assert "ㅋ" not in learner.screen
