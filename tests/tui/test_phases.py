"""Keys that come twice or too fast, and what each phase lets them do."""

from __future__ import annotations

import re

import pytest
from textual.events import Key

from quiz import i18n
from quiz.marking.mark import Rating
from quiz.tui.screens.quiz import QuizScreen
from quiz.tui.widgets.rating_bar import RatingBar
from tests.tui.desk import Desk, Learner, sit


def asked(learner: Learner) -> str:
    """Return the id of the card on the screen."""
    screen = learner.app.screen
    assert isinstance(screen, QuizScreen)
    assert screen.session.question
    return screen.session.question.card.id


async def burst(learner: Learner, *keys: str) -> None:
    """Let all keys arrive before the first of them is dealt with."""
    for key in keys:
        learner.app.post_message(Key(key, key if len(key) == 1 else None))
    await learner.pilot.pause()
    await learner.pilot.pause()


async def test_no_key_overtakes_enter(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await burst(learner, "a", "enter", "3", "b")
        assert [review.typed for review in desk.reviews("scaler")] == ["a"]


async def test_a_double_enter_does_not_answer_the_next_card(desk: Desk) -> None:
    async with sit(desk.app("scaler", "loss")) as learner:
        first = asked(learner)
        await learner.press("f3")
        await burst(learner, "enter", "enter", "enter")
        assert asked(learner) != first
        assert not desk.reviews(asked(learner))


async def test_a_double_rating_does_not_rate_the_next_card(desk: Desk) -> None:
    async with sit(desk.app("scaler", "loss")) as learner:
        await learner.press("f3")
        await burst(learner, "1", "1", "1")
        assert not desk.reviews(asked(learner))
        assert sum(len(desk.reviews(card)) for card in ("loss", "scaler", "flip")) <= 1


async def test_digits_are_letters_while_an_answer_is_typed(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.press("3", "u", "r")
        assert "3ur" in learner.screen
        assert not desk.reviews("scaler")


async def test_the_suggested_rating_is_marked_and_the_others_say_when(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.answer("RobustScaler")
        ratings = learner.row("Again")
        assert "▸3 Good" in ratings
        assert "1 Again <1d" in ratings
        assert re.search(r"2 Hard \dd .* 4 Easy \dd", ratings)


async def test_a_miss_cannot_be_rated_higher_until_it_is_overruled(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.answer("nonsense")
        await learner.press("3")
        assert learner.status.startswith("A miss cannot be rated higher.")
        assert desk.ratings("scaler") == [1]
        await learner.press("r")
        assert desk.ratings("scaler") == [3]
        await learner.press("4")
        assert desk.ratings("scaler") == [4]


@pytest.mark.parametrize(
    ("key", "answer", "rating"),
    [
        ("r", "nonsense", 3),
        ("ㄱ", "nonsense", 3),
        ("w", "RobustScaler", 1),
        ("ㅈ", "RobustScaler", 1),
    ],
)
async def test_the_learner_overrules_in_either_keyboard_layout(
    desk: Desk, key: str, answer: str, rating: int
) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.answer(answer)
        await learner.press(key)
        assert desk.ratings("scaler") == [rating]
        assert desk.reviews("scaler")[0].overruled


async def test_an_answer_can_be_right_from_now_on(desk: Desk) -> None:
    """Whatever else stands in the deck stays."""
    before = (desk.places.decks / "practice.yaml").read_text("utf-8")
    async with sit(desk.app("scaler")) as learner:
        await learner.answer("the sturdy one")
        await learner.press("ㅁ")
        assert "the sturdy one" in learner.status
        assert desk.ratings("scaler") == [3]
    after = (desk.places.decks / "practice.yaml").read_text("utf-8")
    assert "the sturdy one" in after
    assert [line for line in before.splitlines() if line not in after.splitlines()] == []


async def test_a_slip_can_be_right_too(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.answer("robustscaler")
        assert "F5 I was right" in learner.keys
        await learner.press("f6")
        assert desk.ratings("scaler") == [3]
        assert "✓ right" in learner.screen


@pytest.mark.parametrize("key", ["u", "ㅕ", "ctrl+z"])
async def test_undo_stands_before_the_question_again_and_says_so(desk: Desk, key: str) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.answer("nonsense")
        await learner.press(key)
        assert learner.status.startswith("Undone: Which scaler uses the median?")
        assert "nonsense" not in learner.screen
        assert not desk.reviews("scaler")
        await learner.answer("RobustScaler")
        assert desk.ratings("scaler") == [3]


async def test_undo_goes_back_over_cards_while_typing(desk: Desk) -> None:
    async with sit(desk.app("scaler", "loss")) as learner:
        first = asked(learner)
        await learner.press("f3", "enter")
        assert asked(learner) != first
        await learner.press("ctrl+z")
        assert asked(learner) == first
        assert not desk.reviews(first)


async def test_a_skipped_card_comes_last_unrated(desk: Desk) -> None:
    async with sit(desk.app("scaler", "loss")) as learner:
        first = asked(learner)
        await learner.press("f4")
        assert asked(learner) != first
        assert not desk.reviews(first)
        assert learner.status.startswith("Skipped")


@pytest.mark.parametrize("key", ["f8", "f10"])
async def test_a_card_can_be_put_away_and_brought_back(desk: Desk, key: str) -> None:
    async with sit(desk.app("scaler", "loss")) as learner:
        first = asked(learner)
        await learner.press(key)
        assert asked(learner) != first
        assert desk.store.counts().new == 7
        await learner.press("ctrl+z")
        assert asked(learner) == first
        assert desk.store.counts().new == 8


async def test_ratings_can_be_clicked(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.answer("RobustScaler")
        await learner.pilot.click(RatingBar, offset=(60, 0))
        assert desk.ratings("scaler") == [Rating.EASY]


async def test_keys_in_the_key_bar_can_be_clicked(desk: Desk) -> None:
    async with sit(desk.app("scaler")) as learner:
        await learner.pilot.click("KeyBar", offset=(learner.lines[-1].index("Don't"), 0))
        assert desk.ratings("scaler") == [1]


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("card", ["scaler", "flip", "choice", "order", "list"])
async def test_the_key_bar_has_at_most_six_keys_that_fit_in_every_phase(
    desk: Desk, card: str, language: str
) -> None:
    i18n.use(language)
    async with sit(desk.app(card)) as learner:
        bars = [learner.keys]
        if card == "scaler":
            await learner.answer("RobustScalar")
            bars.append(learner.keys)
        await learner.press("space" if card == "flip" else "f3")
        bars.append(learner.keys)
        assert len(set(bars)) == len(bars)
        for bar in bars:
            assert "F1 " in bar.split("  ")[-1]
            assert len(bar.split("  ")) <= 6


async def test_practice_says_that_the_schedule_is_not_touched(desk: Desk) -> None:
    async with sit(desk.app("scaler", cram=True)) as learner:
        assert "Practice: the schedule is not touched." in learner.screen
        await learner.answer("RobustScaler")
        assert "3 Good " in learner.row("Again") + " "
        assert "Good 2d" not in learner.screen
    assert desk.store.state("scaler") is None
