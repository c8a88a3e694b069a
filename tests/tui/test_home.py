"""Home: what waits, what to do where nothing does, and the ways on."""

from __future__ import annotations

from pathlib import Path

from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.quiz import QuizScreen
from tests.tui.desk import Desk, Learner, sit


def cards_to_come(learner: Learner) -> int:
    """Return how many cards the session on the screen has."""
    screen = learner.app.screen
    assert isinstance(screen, QuizScreen)
    return screen.session.progress[1]


async def test_the_counts_are_there_at_the_first_paint(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        assert "8 new cards" in learner.screen
        assert learner.row("Practice").split()[-1] == "8"
        assert learner.row("Loss spelling").split()[-1] == "1"


async def test_enter_starts_with_everything(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await learner.press("enter")
        assert cards_to_come(learner) == 8


async def test_a_weak_spot_is_studied_alone(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await learner.press("end", "enter")
        assert cards_to_come(learner) == 1
        assert "Which loss for one-hot labels?" in learner.screen


async def test_a_line_is_studied_by_a_click(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        row = learner.lines.index(learner.row("Loss spelling"))
        await learner.pilot.click(offset=(10, row))
        await learner.pilot.pause()
        assert cards_to_come(learner) == 1


async def test_mastery_grows_with_what_is_known(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        assert "━" not in learner.row("Loss spelling")
        await learner.press("end", "enter")
        await learner.answer("categorical_crossentropy")
        await learner.press("enter", "enter")
        assert isinstance(learner.app.screen, HomeScreen)
        assert "100%" in learner.row("Loss spelling")
        assert "7 new cards" in learner.screen


async def test_a_pause_keeps_the_session_to_go_on_with(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await learner.press("enter")
        await learner.press("f4", "escape")
        assert learner.row("Go on where you paused").split()[-2:] == ["8", "-"]
        await learner.press("home", "enter")
        assert cards_to_come(learner) == 8
        await learner.press("escape", "down", "enter", "escape")
        assert "Go on where you paused" in learner.screen


async def test_when_all_is_done_it_says_when_the_next_card_comes(desk: Desk) -> None:
    async with sit(desk.app("korean")) as learner:
        await learner.answer("정확도")
        await learner.press("enter")
        for card in ("loss", "scaler", "flip", "choice", "several", "order", "list"):
            desk.put_away(card)
        await learner.press("enter")
        assert "Done for today!" in learner.screen
        assert "Next: in 2 days, 1 card" in learner.screen
        assert "F3: cram" in learner.screen
        await learner.press("enter")
        assert learner.status.startswith("Nothing to ask here now.")
        await learner.press("f3")
        assert "Practice: the schedule is not touched." in learner.screen


async def test_without_decks_it_shows_how_to_make_one(tmp_path: Path) -> None:
    desk = Desk(tmp_path, deck="")
    for path in desk.places.decks.glob("*.yaml"):
        path.unlink()
    desk.store.refresh()
    async with sit(desk.app(), (120, 24)) as learner:
        assert "There are no cards yet." in learner.screen
        assert "  - ask: What does ReLU do below 0?" in learner.screen
        await learner.press("enter")
        assert learner.status.startswith("Nothing to ask here now.")
    desk.store.close()


async def test_problems_in_the_decks_are_counted(desk: Desk) -> None:
    (desk.places.decks / "broken.yaml").write_text("cards:\n  - ask: no answer\n", "utf-8")
    desk.store.refresh()
    async with sit(desk.app()) as learner:
        assert "! 1 problem in the decks: quiz check" in learner.screen


async def test_new_cards_can_be_had_beyond_todays(desk: Desk) -> None:
    desk.settle(new_per_day=2)
    async with sit(desk.app()) as learner:
        assert "2 new cards" in learner.screen
        await learner.press("ㅜ")
        assert cards_to_come(learner) == 8
