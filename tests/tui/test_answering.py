"""What a learner meets when answering, kind by kind."""

from __future__ import annotations

import pytest

from tests.tui.desk import Desk, sit


async def test_a_right_answer_is_called_right_and_told_why(desk: Desk) -> None:
    async with sit(desk.app("loss")) as learner:
        await learner.answer("categorical_crossentropy")
        assert "✓ right" in learner.screen
        assert "Integer labels take the sparse one." in learner.screen
        assert "Source: study-notes.txt" in learner.screen
        assert desk.ratings("loss") == [3]


async def test_a_wrong_answer_shows_the_right_one_below_it(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.answer("the middle one")
        assert "✗ wrong" in learner.screen
        assert "RobustScaler" in learner.screen
        assert desk.ratings("scaler") == [1]


async def test_a_slip_is_named_and_may_be_mended_once_without_seeing_the_answer(
    desk: Desk,
) -> None:
    async with sit(desk.app("loss")) as learner:
        await learner.answer("categorical_crossentorpy")
        assert "≈ slip" in learner.screen
        assert "categorical_crossentropy" not in learner.screen
        await learner.press("backspace", "backspace", "backspace", "backspace")
        await learner.answer("ropy")
        assert "✓ right" in learner.screen
        assert [review.retry for review in desk.reviews("loss")] == ["categorical_crossentropy"]


async def test_a_slip_left_as_it_is_shows_where_it_differs(desk: Desk) -> None:
    async with sit(desk.app("loss")) as learner:
        await learner.answer("categorical_crossentorpy")
        await learner.press("f3")
        at = learner.lines.index(learner.row("yours"))
        yours, symbols, right = learner.lines[at : at + 3]
        place = symbols.index("~~")
        assert (yours[place : place + 2], right[place : place + 2]) == ("or", "ro")


async def test_a_hangul_answer_is_compared_by_its_letters(desk: Desk) -> None:
    async with sit(desk.app("korean")) as learner:
        await learner.answer("정학도")
        if "Mend it" in learner.screen:
            await learner.press("f3")
        assert "정ㅎㅗㅏㄱ도" in learner.row("right  ")


async def test_the_keyboard_left_in_hangul_is_noticed(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.answer("깨ㅠㄴㅅㄴㅊ미ㄷㄱ")
        assert "The keyboard was in Hangul" in learner.screen


async def test_nothing_typed_is_not_handed_in(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.press("enter")
        assert learner.status == "Nothing is typed yet. F3: I don't know."
        assert not desk.reviews("scaler")


async def test_not_knowing_is_a_blank_answer(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.press("f3")
        assert "∅ blank" in learner.screen
        assert desk.ratings("scaler") == [1]


async def test_hints_give_more_and_more_and_cap_the_rating(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.press("f2", "f2")
        assert "Begins with R…" in learner.screen
        await learner.answer("RobustScaler")
        assert desk.ratings("scaler") == [2]
        assert "- Good" in learner.screen


async def test_card_text_is_shown_as_it_stands_and_never_obeyed(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        assert "Which scaler uses the median? [/] [None, 28]" in learner.screen
    async with sit(desk.app("choice")) as learner:
        assert "[@click=app.quit]MinMaxScaler[/]" in learner.screen


async def test_a_card_to_think_about_is_revealed_and_rated_by_the_learner(desk: Desk) -> None:
    async with sit(desk.app("flip")) as learner:
        assert "There is no order" not in learner.screen
        await learner.press("space")
        assert "There is no order" in learner.screen
        assert not desk.reviews("flip")
        await learner.press("4")
        assert desk.ratings("flip") == [4]


async def test_a_choice_is_made_by_its_number_and_handed_in_by_enter(desk: Desk) -> None:
    async with sit(desk.app("choice")) as learner:
        number = learner.row("MaxAbsScaler").split()[0]
        await learner.press(number)
        assert "(x) MaxAbsScaler" in learner.screen
        assert not desk.reviews("choice")
        await learner.press("enter")
        assert "(✓) MaxAbsScaler" in learner.screen
        assert desk.ratings("choice") == [3]


async def test_a_wrong_choice_is_marked_and_explained(desk: Desk) -> None:
    async with sit(desk.app("choice")) as learner:
        await learner.press(learner.row("StandardScaler").split()[0], "enter")
        assert "(✗) StandardScaler" in learner.screen
        assert "(✓) MaxAbsScaler" in learner.screen
        assert "Centring fills the zeros." in learner.screen


async def test_several_options_are_ticked_with_arrows_and_space(desk: Desk) -> None:
    async with sit(desk.app("several")) as learner:
        for _row in range(3):
            await learner.press("down")
            if "Scaler" in learner.row("▸"):
                await learner.press("space")
        await learner.press("enter")
        assert desk.ratings("several") == [3]


async def test_options_can_be_clicked(desk: Desk) -> None:
    async with sit(desk.app("choice")) as learner:
        row = learner.lines.index(learner.row("MaxAbsScaler"))
        await learner.pilot.click(offset=(12, row))
        await learner.press("enter")
        assert desk.ratings("choice") == [3]


async def test_steps_move_up_in_the_order_they_are_picked(desk: Desk) -> None:
    async with sit(desk.app("order")) as learner:
        keys = {step: learner.row(step).split()[0].strip("[]") for step in ("split", "fit")}
        await learner.press(keys["fit"], "backspace", keys["split"], keys["fit"])
        steps = [learner.lines.index(learner.row(step)) for step in ("1. split", "2. fit")]
        assert steps[0] + 1 == steps[1]
        await learner.press("enter")
        assert desk.ratings("order") == [3]


async def test_an_order_is_not_handed_in_half_way(desk: Desk) -> None:
    async with sit(desk.app("order")) as learner:
        await learner.press("1", "enter")
        assert learner.status.startswith("Put all steps in order first.")


async def test_items_are_taken_down_one_by_one_and_handed_in_by_an_empty_line(
    desk: Desk,
) -> None:
    async with sit(desk.app("list")) as learner:
        await learner.answer("tanh")
        await learner.answer("relo")
        await learner.press("backspace", "backspace")
        await learner.answer("u")
        assert "1. tanh" in learner.screen
        assert "2. relu" in learner.screen
        await learner.answer("sigmoid")
        assert not desk.reviews("list")
        await learner.press("enter")
        assert desk.ratings("list") == [3]


async def test_several_pasted_lines_are_several_items(desk: Desk) -> None:
    async with sit(desk.app("list")) as learner:
        await learner.write("relu\nsigmoid\ntanh")
        assert "2. sigmoid" in learner.screen
        await learner.press("enter", "enter")
        assert desk.ratings("list") == [3]


@pytest.mark.parametrize("card", ["loss", "flip", "choice", "several", "order", "list"])
async def test_the_cursor_is_where_the_answer_goes(desk: Desk, card: str) -> None:
    async with sit(desk.app(card)) as learner:
        focused = learner.app.focused
        assert focused is not None
        assert learner.app.screen.query_one("Sheet") in focused.ancestors
