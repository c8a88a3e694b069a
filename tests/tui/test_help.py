"""Help: every key from the place where it is bound, the rating table, the places on disk."""

from __future__ import annotations

from quiz import i18n
from quiz.marking.mark import Verdict
from quiz.marking.mistakes import kinds
from quiz.tui.keys import bound_classes, sections
from quiz.tui.missed.mistake_names import NAMES, kind_name
from quiz.tui.screens.base import BaseScreen
from quiz.tui.screens.help import HelpPage, HelpScreen
from quiz.tui.screens.missed import MissedScreen
from quiz.tui.verdicts import rating_table
from tests.tui.desk import Desk, sit


def test_every_screen_that_binds_keys_has_a_name() -> None:
    screens = [cls for cls in bound_classes() if issubclass(cls, BaseScreen)]
    assert {"HomeScreen", "QuizScreen", "MissedScreen"} <= {cls.__name__ for cls in screens}
    assert all(cls.NAME for cls in screens)


async def test_every_bound_key_with_a_description_is_on_the_page(desk: Desk) -> None:
    async with sit(desk.app(), (100, 200)) as learner:
        await learner.press("f1")
        for section in sections(learner.app):
            assert section.title in learner.screen
            for keys, text in section.keys:
                assert keys
                assert text in learner.screen


async def test_the_keys_of_the_screen_below_come_first(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        learner.app.action_missed()
        await learner.pilot.pause()
        await learner.press("f1")
        assert isinstance(learner.app.screen, HelpScreen)
        titles = [section.title for section in sections(learner.app, MissedScreen())]
        assert titles[:2] == ["Missed answers", "Everywhere"]
        lines = learner.screen
        assert lines.index("Missed answers") < lines.index("Everywhere")


async def test_help_closes_with_any_of_its_keys(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        below = learner.app.screen
        for key in ("escape", "f1", "q", "ㅂ"):
            await learner.press("f1")
            assert isinstance(learner.app.screen, HelpScreen)
            await learner.press(key)
            assert learner.app.screen is below


async def test_the_page_scrolls_to_where_the_data_lies(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await learner.press("f1")
        learner.app.screen.query_one("#page").scroll_end(animate=False)
        await learner.pilot.pause()
        text = "".join(line.strip() for line in learner.lines)
        assert str(desk.places.decks) in text
        assert str(desk.places.home / "reviews") in text


async def test_the_page_is_wrapped_to_any_window(desk: Desk) -> None:
    async with sit(desk.app()) as learner:
        await learner.press("f1")
        for width in (40, 50, 80, 200):
            await learner.pilot.resize_terminal(width, 24)
            await learner.pilot.pause()
            page = learner.app.screen.query_one(HelpPage)
            assert page.size.width <= width
            assert learner.row("Everywhere")


def test_the_rating_table_names_every_verdict() -> None:
    rows = list(rating_table())
    assert [verdict for verdict, case, _rating in rows if not case] == list(Verdict)
    assert (Verdict.RIGHT, "after a hint or a retry", "Hard") in rows
    assert (Verdict.SLIP, "where the spelling is the point", "Again") in rows


def test_every_kind_of_mistake_has_a_short_name() -> None:
    for kind in kinds():
        assert kind in NAMES or kind_name(kind) != kind


async def test_help_speaks_korean(desk: Desk) -> None:
    i18n.use("ko")
    async with sit(desk.app(), (80, 60)) as learner:
        await learner.press("f1")
        assert learner.row("도움말")
