"""Home says more of the weak spot under the cursor, and starts the two weakest with one key."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from quiz.tui.screens.quiz import QuizScreen
from quiz.tui.screens.summary import SummaryScreen
from quiz.tui.wish import Wish
from tests.tui.desk import Desk, sit

DECK = """\
title: Two habits
cards:
  - {id: loss, ask: Which loss for two classes?, answer: binary_crossentropy, weak: [losses]}
  - {id: mse, ask: Which loss for a number?, answer: mse, weak: [losses]}
  - {id: robust, ask: Which scaler uses the median?, answer: RobustScaler, weak: [scalers]}
  - {id: standard, ask: Which scaler has mean 0?, answer: StandardScaler, weak: [scalers]}
  - {id: easy, ask: What is 1 + 1?, answer: 2, weak: [sums]}
"""
SPOTS = "weak-spots:\n" + "".join(
    f"  - {{id: {spot}, name: {spot.title()}, sentence: hm}}\n"
    for spot in ("losses", "scalers", "sums")
)


def desk_with_spots(folder: Path) -> Desk:
    desk = Desk(folder, DECK)
    (desk.places.decks / "weak-spots.yaml").write_text(SPOTS, "utf-8")
    desk.store.refresh()
    return desk


async def test_a_weak_spot_shows_its_trend_and_its_commonest_mistakes(desk: Desk) -> None:
    async with sit(desk.app("loss")) as learner:
        await learner.answer("categorical_crosentropy")
        await learner.press("f3", "enter", "enter")
        await learner.answer("categorical_crossentropy")
        await learner.press("enter", "enter", "end")
        assert "0% ▁▁▁▁▁█ 100%  +100 over 6 weeks" in learner.screen
        assert "mistakes  s for ss ×1" in learner.screen


async def test_a_weak_spot_never_asked_has_no_numbers(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await learner.press("end")
        assert "not asked yet" in learner.screen


async def test_f6_asks_the_two_weakest_by_turns(tmp_path: Path) -> None:
    desk = desk_with_spots(tmp_path)
    async with sit(desk.app(wish=Wish(weak="sums"))) as learner:
        await learner.answer("2")
        await learner.press("enter", "enter")
        assert "Losses + Scalers" in learner.screen
        await learner.press("f6")
        screen = learner.app.screen
        assert isinstance(screen, QuizScreen)
        asked = []
        while screen.session.question:
            asked.append(screen.session.question.card.weak[0])
            await learner.write("no idea")
            await learner.press("enter", "r", "enter")
        assert sorted(asked) == ["losses", "losses", "scalers", "scalers"]
        assert all(one != other for one, other in pairwise(asked))
    desk.store.close()


async def test_it_ends_after_the_card_on_screen_when_the_time_is_up(tmp_path: Path) -> None:
    desk = desk_with_spots(tmp_path)
    async with sit(desk.app()) as learner:
        await learner.press("f6")
        assert "15 min" in learner.screen
        desk.wait(seconds=10 * 60)
        await learner.answer("nothing")
        await learner.press("enter")
        assert "5 min" in learner.screen
        desk.wait(seconds=6 * 60)
        await learner.answer("nothing")
        assert "✗ wrong" in learner.screen
        await learner.press("enter")
        assert isinstance(learner.app.screen, SummaryScreen)
        await learner.press("u")
        assert "Undone" in learner.screen
    desk.store.close()


async def test_where_nothing_waits_the_two_weakest_are_practised(tmp_path: Path) -> None:
    desk = desk_with_spots(tmp_path)
    desk.settle(new_per_day=0)
    async with sit(desk.app()) as learner:
        assert "15 minutes of practice" in learner.screen
        await learner.press("f6")
        screen = learner.app.screen
        assert isinstance(screen, QuizScreen)
        assert not screen.session.scheduled
    desk.store.close()
