"""The learner's own slips: grouped over the missed answers, and drilled from there."""

from __future__ import annotations

from quiz.cards.drills.ids import read_id
from quiz.marking.judge import judge
from quiz.marking.mark import Mistake
from quiz.memory.slips import AVOIDED, slips_of
from quiz.tui.screens.quiz import QuizScreen
from quiz.tui.wish import Wish
from tests.tui.desk import Desk, Learner, sit
from tests.tui.test_missed import headings, miss, open_list


def slip(desk: Desk, typed: str = "RobustScalar", *, days: int = 0) -> None:
    """Write into the log that this stood for RobustScaler."""
    mark = judge(["RobustScaler"], typed, "names", desk.store.names)
    miss(desk, "scaler", typed, str(mark.verdict), mark.mistake, days=days)


async def open_slips(learner: Learner) -> None:
    await open_list(learner)
    await learner.press("g", "g", "g", "g", "g")


async def drill(learner: Learner) -> None:
    """Drill the slip under the cursor until names with holes are asked."""
    await open_slips(learner)
    await learner.press("enter")
    screen = learner.app.screen
    assert isinstance(screen, QuizScreen)
    while screen.session.question and "letters" not in screen.session.question.card.id:
        await learner.press("f4")


async def test_a_slip_is_named_with_how_often_it_was_made(desk: Desk) -> None:
    slip(desk)
    slip(desk, "RobbustScalar", days=3)
    async with sit(desk.app()) as learner:
        await open_slips(learner)
        assert headings(learner) == ["-ar for -er: 2 of 2", "bb for b: 1 of 2"]
        assert "RobustScalar" in learner.screen


async def test_what_is_no_slip_is_not_among_them(desk: Desk) -> None:
    miss(desk, "korean", "정밀도")
    async with sit(desk.app()) as learner:
        await open_slips(learner)
        assert "No slip of your own is on the list." in learner.screen


async def test_enter_drills_the_slip_with_holes_where_it_falls(desk: Desk) -> None:
    slip(desk)
    async with sit(desk.app()) as learner:
        await drill(learner)
        assert "RobustScal_r" in learner.screen
        assert "the schedule is not touched" in learner.screen
        await learner.answer("RobustScaler")
        assert "✓ right" in learner.screen


async def test_the_missing_letters_alone_are_enough(desk: Desk) -> None:
    slip(desk)
    async with sit(desk.app()) as learner:
        await drill(learner)
        await learner.answer("e")
        assert "✓ right" in learner.screen


async def test_a_drill_leaves_the_schedule_and_the_slip_as_they_are(desk: Desk) -> None:
    slip(desk)
    before = desk.store.state("scaler")
    async with sit(desk.app()) as learner:
        await drill(learner)
        await learner.answer("RobustScaler")
        await learner.press("enter")
    assert desk.store.state("scaler") == before
    (found,) = slips_of(desk.store)
    assert (found.made, found.occasions) == (1, 1)


async def test_a_missed_drill_is_shown_again_just_as_it_was(desk: Desk) -> None:
    slip(desk)
    async with sit(desk.app(), (100, 36)) as learner:
        await open_slips(learner)
        await learner.press("enter")
        screen = learner.app.screen
        assert isinstance(screen, QuizScreen)
        while screen.session.question and "spelling" not in screen.session.question.card.id:
            await learner.press("f4")
        question = screen.session.question
        assert question
        wrong = next(n for n, text in enumerate(question.options, 1) if "Scalar" in str(text))
        await learner.press(str(wrong), "enter")
        assert "‘-ar’ for ‘-er’" in learner.screen
        assert len(question.options) == 4
        await learner.press("escape")
        await open_list(learner)
        for number, option in enumerate(question.options, 1):
            assert f"{number}  {option}" in learner.screen
        assert "in a drill" in learner.screen


async def test_the_card_behind_a_drill_can_be_edited(desk: Desk) -> None:
    slip(desk)
    async with sit(desk.app(), (100, 36)) as learner:
        await drill(learner)
        await learner.press("f7")
        assert "Edit a card" in learner.screen
        assert "RobustScaler" in learner.screen


async def test_two_confused_names_are_asked_side_by_side(desk: Desk) -> None:
    mistake = Mistake("other name", {"name": "StandardScaler"})
    miss(desk, "scaler", "StandardScaler", "confused", mistake)
    async with sit(desk.app(), (80, 30)) as learner:
        await open_slips(learner)
        assert headings(learner) == ["RobustScaler ↔ StandardScaler: 1 of 1"]
        await learner.press("enter")
        screen = learner.app.screen
        assert isinstance(screen, QuizScreen)
        question = screen.session.question
        assert question
        parts = read_id(question.card.id)
        assert parts
        assert (parts.form, parts.detail) == ("contrast", "StandardScaler")
        assert {str(option) for option in question.options} == {"RobustScaler", "StandardScaler"}
        wrong = [str(option) for option in question.options].index("StandardScaler") + 1
        await learner.press(str(wrong), "enter")
        assert "scales by median" in learner.screen
        assert "mean 0 and" in learner.screen


async def test_a_slip_that_was_avoided_is_off_the_list(desk: Desk) -> None:
    slip(desk)
    async with sit(desk.app()) as learner:
        for _time in range(AVOIDED):
            await learner.press("home")
            learner.app.action_study(tag_only())
            await learner.pilot.pause()
            await learner.answer("RobustScaler")
            await learner.press("escape")
            desk.wait(days=40)
        await open_slips(learner)
        assert headings(learner) == []


def tag_only() -> Wish:

    return Wish(tag="scaler", cram=True)


async def test_the_summary_says_which_slip_was_made_and_which_is_gone(desk: Desk) -> None:
    for day in range(AVOIDED):
        typed = "RobustScaler" if day else "RobustScalar"
        async with sit(desk.app("scaler", cram=True)) as learner:
            await learner.answer(typed)
            await learner.press(*([] if day else ["f3"]), "enter", "enter")
            screen = learner.screen
        assert ("-ar for -er: 1 of 1" in screen) is (day == 0)
        desk.wait(days=1)
    async with sit(desk.app("scaler", cram=True)) as learner:
        await learner.answer("RobustScaler")
        await learner.press("enter")
        assert "✓ No longer made: -ar for -er" in learner.screen
