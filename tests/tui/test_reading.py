"""The app opens before all decks are read: what is there can be studied, the rest follows."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

import pytest

from quiz.memory.store import Store
from quiz.tui.screens.home import HomeScreen
from quiz.tui.screens.quiz import QuizScreen
from quiz.tui.wish import Wish
from tests.tui.desk import Desk, Learner, sit


class Hurried(NamedTuple):
    """A desk whose store was opened without any patience, and who keeps it from reading on."""

    desk: Desk
    other: Store
    """Another terminal, whose turn it is to read until it is closed."""


@pytest.fixture
def hurried(desk: Desk) -> Hurried:
    """A desk with big decks of which only the first cards are in."""
    for name in ("big", "more"):
        cards = (
            f"  - {{id: {name}-{number}, ask: Which?, answer: a{number}}}\n"
            for number in range(1500)
        )
        path = desk.places.decks / f"{name}.yaml"
        path.write_text(f"title: {name.title()}\ncards:\n{''.join(cards)}", "utf-8")
    desk.store.close()
    (desk.places.home / "index.db").unlink()
    other = Store.open(desk.places, desk.settings, desk.clock, patience=0)
    desk.store = Store.open(desk.places, desk.settings, desk.clock, patience=0)
    return Hurried(desk, other)


async def read_all(learner: Learner, hurried: Hurried) -> None:
    """Let the app read on, and wait until all decks are in."""
    hurried.other.close()
    while not learner.app.store.is_complete:
        await learner.pilot.pause(0.01)
    await learner.pilot.pause()


async def test_home_says_how_far_the_decks_are_read_and_counts_them_in_the_end(
    hurried: Hurried,
) -> None:
    async with sit(hurried.desk.app()) as learner:
        assert "Reading decks: " in learner.row("quiz")
        assert "20 new cards" in learner.screen
        assert "More" not in learner.screen
        await read_all(learner, hurried)
        assert "Reading" not in learner.screen
        assert learner.row("More").split()[-1] == "20"
        assert hurried.desk.store.counts().decks["more"].total == 1500


async def test_studying_begins_with_the_cards_that_are_there(hurried: Hurried) -> None:
    async with sit(hurried.desk.app(wish=Wish(new=5))) as learner:
        assert isinstance(learner.app.screen, QuizScreen)
        assert not hurried.desk.store.is_complete
        await learner.answer("a0")
        await read_all(learner, hurried)
        assert isinstance(learner.app.screen, QuizScreen)
        await learner.press("enter", "escape")
        assert learner.row("More").split()[-1] == "19"


async def test_a_session_begins_by_itself_when_the_first_card_for_it_is_in(
    hurried: Hurried,
) -> None:
    async with sit(hurried.desk.app(wish=Wish(deck="more"))) as learner:
        assert isinstance(learner.app.screen, HomeScreen)
        await read_all(learner, hurried)
        assert isinstance(learner.app.screen, QuizScreen)


async def test_nothing_to_ask_is_said_when_all_is_read(hurried: Hurried) -> None:
    async with sit(hurried.desk.app(wish=Wish(tag="nobody's"))) as learner:
        assert learner.status == ""
        await read_all(learner, hurried)
        assert "Nothing to ask" in learner.status


async def test_the_cursor_stays_on_its_deck_while_others_come_in(hurried: Hurried) -> None:
    path = hurried.desk.places.decks / "more.yaml"
    path.write_text(path.read_text().replace("More", "A new one"))
    async with sit(hurried.desk.app()) as learner:
        home = learner.app.screen
        assert isinstance(home, HomeScreen)
        await learner.press("down")
        assert home.line.name == "Big"
        await read_all(learner, hurried)
        assert "A new one" in learner.screen
        assert home.line.name == "Big"


async def test_the_app_can_be_left_before_all_is_read(hurried: Hurried) -> None:
    async with sit(hurried.desk.app()) as learner:
        await learner.press("ctrl+q")
    assert not hurried.desk.store.is_complete
    hurried.other.close()
    hurried.desk.store.refresh()
    assert hurried.desk.store.counts().decks["more"].total == 1500


async def test_damage_met_while_reading_is_said_and_the_reading_stops(hurried: Hurried) -> None:
    async with sit(hurried.desk.app()) as learner:
        with sqlite3.connect(hurried.desk.places.home / "index.db") as other:
            other.execute("drop table pages")
        hurried.other.close()
        while not learner.status:
            await learner.pilot.pause(0.01)
        assert "Start quiz again" in learner.status
        await learner.press("down")
        assert isinstance(learner.app.screen, HomeScreen)
