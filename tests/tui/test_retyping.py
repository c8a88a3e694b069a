"""After a slip that stands, the name may be written once more; the log never sees it."""

from __future__ import annotations

from quiz.tui.wish import Wish
from tests.tui.desk import Desk, Learner, sit


async def slip(learner: Learner) -> None:
    """Answer with a slip, leave it, and go on."""
    await learner.answer("RobustScalar")
    await learner.press("f3", "enter")


async def test_the_right_name_written_once_more_goes_on(desk: Desk) -> None:
    async with sit(desk.app("scaler", "korean")) as learner:
        learner.app.action_study(Wish(tag="scaler"))
        await learner.pilot.pause()
        await slip(learner)
        before = desk.reviews("scaler")
        assert "Once more: RobustScaler. Enter alone goes on." in learner.screen
        await learner.answer("RobustScalar")
        assert "Not yet: RobustScaler" in learner.screen
        await learner.press(*["backspace"] * 2, "e", "r", "enter")
        assert "Summary" in learner.screen
        assert desk.reviews("scaler") == before


async def test_enter_alone_and_esc_skip_it(desk: Desk) -> None:
    for key in ("enter", "escape"):
        async with sit(desk.app("scaler")) as learner:
            await slip(learner)
            assert "Once more" in learner.screen
            await learner.press(key)
            assert "Summary" in learner.screen
        desk.wait(days=100)


async def test_an_undo_stands_before_the_question_again(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await slip(learner)
        await learner.press("ctrl+z")
        assert "Undone" in learner.screen
        await learner.answer("RobustScaler")
        assert "✓ right" in learner.screen
        assert desk.ratings("scaler") == [3]


async def test_it_is_not_offered_where_it_is_switched_off(desk: Desk) -> None:
    desk.settle(retype_after_slip="off")
    async with sit(desk.app("scaler")) as learner:
        await slip(learner)
        assert "Summary" in learner.screen


async def test_who_mended_it_at_the_second_try_is_not_asked_again(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.answer("RobustScalar")
        await learner.press(*["backspace"] * 2, "e", "r", "enter", "enter")
        assert "Summary" in learner.screen
