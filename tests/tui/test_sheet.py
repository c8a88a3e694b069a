"""What stands still on the quiz screen, and what can always be reached."""

from __future__ import annotations

from pathlib import Path

import pytest

from quiz import i18n
from quiz.tui.widgets.answer_input import AnswerInput
from tests.tui.desk import Desk, Learner, sit

SENTENCES = " ".join(f"Sentence {n} of many." for n in range(1, 41))
LONG = f"""\
title: Long
cards:
  - id: why
    ask: Short question?
    answer: RobustScaler
    tags: [why]
    why: {SENTENCES} Fin.
  - id: ask
    ask: {SENTENCES} What is asked?
    answer: RobustScaler
    tags: [ask]
    why: {SENTENCES} Fin.
"""
SIZES = [(50, 20), (80, 24), (120, 36)]


@pytest.fixture
def long(tmp_path: Path) -> Desk:
    (tmp_path / "long").mkdir()
    return Desk(tmp_path / "long", LONG)


async def read_down(learner: Learner) -> str:
    """Scroll down as far as it goes and return all that was on the screen on the way."""
    seen = [learner.screen]
    while True:
        await learner.press("down")
        if learner.screen == seen[-1]:
            return "\n".join(seen)
        seen.append(learner.screen)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("card", ["scaler", "choice", "several", "order"])
async def test_nothing_moves_when_the_verdict_comes(
    desk: Desk, card: str, size: tuple[int, int], language: str
) -> None:
    i18n.use(language)
    async with sit(desk.app(card), size) as learner:
        screen = learner.app.screen
        before = {widget: widget.region for widget in screen.query("*") if widget.region}
        await learner.press("f3")
        assert {widget: widget.region for widget in before} == before


async def test_a_verdict_lays_nothing_out_anew(desk: Desk) -> None:
    laid_out: list[object] = []
    async with sit(desk.app("loss", "scaler")) as learner:
        screen = learner.app.screen
        await learner.write("nonsense")
        screen.screen_layout_refresh_signal.subscribe(screen, laid_out.append)
        await learner.press("enter")
        assert "✗ wrong" in learner.screen
        assert laid_out == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("card", ["why", "ask"])
async def test_all_of_a_long_feedback_can_be_read(
    long: Desk, card: str, size: tuple[int, int]
) -> None:
    async with sit(long.app(card), size) as learner:
        await learner.answer("RobustScalar")
        await learner.press("f3")
        seen = await read_down(learner)
        assert "yours" in seen
        assert "Fin." in seen


async def test_a_long_feedback_begins_with_the_verdict_on_the_screen(long: Desk) -> None:
    async with sit(long.app("ask"), (50, 20)) as learner:
        await learner.answer("nonsense")
        assert "✗ wrong" in learner.screen


async def test_the_next_question_begins_at_its_top_with_nothing_left_of_the_last(
    long: Desk,
) -> None:
    async with sit(long.app("why", "ask"), (50, 20)) as learner:
        for _card in range(2):
            await learner.press("f3")
            await read_down(learner)
            await learner.press("enter")
            assert "Fin." not in learner.screen
            assert "question?" in learner.screen or "Sentence 1 of many." in learner.screen


async def test_a_window_made_smaller_after_the_verdict_loses_nothing(long: Desk) -> None:
    async with sit(long.app("why"), (120, 36)) as learner:
        await learner.press("f3")
        await learner.pilot.resize_terminal(50, 20)
        assert "Fin." in await read_down(learner)


async def test_a_judged_answer_stays_as_it_is(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.answer("nonsense")
        field = learner.app.screen.query_one(AnswerInput)
        await learner.press("backspace", "delete", "ctrl+u", "x", "ctrl+x")
        await learner.write("more")
        await learner.pilot.click(AnswerInput, offset=(4, 1))
        assert field.value == "nonsense"


async def test_a_hint_stays_while_a_slip_is_mended(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.press("f2")
        await learner.answer("RobustScalar")
        assert "≈ slip" in learner.screen
        assert "Length: 12" in learner.screen
