"""Shape cards on the screens: the trace scrolls, numbers stay, the form keeps the template."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.cards.shape import Shape
from tests.tui.desk import Desk, sit
from tests.tui.shaping import DECK, STEPPED_BY_ONE, shape_desk
from tests.tui.test_editor import open_form


@pytest.fixture
def shaping(tmp_path: Path) -> Iterator[Desk]:
    desk = shape_desk(tmp_path / "shaping")
    yield desk
    desk.store.close()


async def test_the_end_of_the_trace_can_be_scrolled_to_in_a_small_window(shaping: Desk) -> None:
    async with sit(shaping.app("stack")) as learner:
        await learner.answer(STEPPED_BY_ONE)
        assert "Pooling steps by its pool_size" in learner.screen
        await learner.press("pagedown", "pagedown", "pagedown")
        assert "3  Conv2D(24, 3, strides=2)" in learner.screen
        assert "Source: study-notes.txt:57" in learner.screen


async def test_undo_asks_with_the_same_numbers_again(tmp_path: Path) -> None:
    deck = DECK.replace("size = 50", "size = " + ", ".join(map(str, range(50, 99))))
    desk = Desk(tmp_path, deck)
    async with sit(desk.app("stack")) as learner:
        before = next(line for line in learner.lines if "input_shape=" in line)
        await learner.answer("(1, 2)")
        await learner.press("u")
        assert before in learner.lines
    desk.store.close()


async def test_an_answer_to_numbers_of_one_visit_cannot_be_accepted_for_all(shaping: Desk) -> None:
    async with sit(shaping.app("stack")) as learner:
        await learner.answer(STEPPED_BY_ONE)
        assert "Accept" not in learner.screen


async def test_the_form_leaves_the_template_as_it_is(shaping: Desk) -> None:
    before = shaping.store.card("stack")
    async with sit(shaping.app()) as learner:
        await open_form(learner, "stack")
        await learner.press("end")
        await learner.write("?")
        await learner.press("ctrl+s")
        await learner.pilot.pause()
    after = shaping.store.card("stack")
    assert isinstance(before, Shape)
    assert isinstance(after, Shape)
    assert after.ask != before.ask
    assert after.template == before.template
