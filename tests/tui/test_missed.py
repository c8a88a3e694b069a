"""The missed answers: what was written beside what was right, and drilling them."""

from __future__ import annotations

from rich.cells import cell_len

from quiz import i18n
from quiz.marking.mark import Mistake
from quiz.memory.ids import new_id
from quiz.memory.review import Review
from quiz.tui.missed.detail import Detail
from quiz.tui.missed.groups import Heading
from quiz.tui.screens.missed import MissedScreen
from tests.tui.desk import Desk, Learner, sit

DROPPED = Mistake("dropped", {"letters": "l"})
OTHER = Mistake("other name", {"name": "MinMaxScaler"})


def miss(
    desk: Desk,
    card: str,
    typed: str,
    verdict: str = "wrong",
    mistake: Mistake | None = None,
    *,
    days: int = 0,
    seed: int = 1,
) -> None:
    """Write into the log that `card` was missed, `days` ago."""
    now = desk.clock.now()
    at = now.at - days * 86_400_000
    desk.store.record(
        Review(
            id=new_id(at),
            card=card,
            at=at,
            offset=540,
            day=now.day - days,
            rating=1,
            verdict=verdict,
            mistake=mistake,
            typed=typed,
            seed=seed,
        )
    )


def some_misses(desk: Desk) -> None:
    miss(desk, "scaler", "MinMaxScaler", "confused", OTHER, days=20)
    miss(desk, "loss", "categorica_crossentropy", "slip", DROPPED, days=8)
    miss(desk, "korean", "정밀도", days=1)
    miss(desk, "loss", "categorical_crossentrop", "slip", DROPPED)


async def open_list(learner: Learner) -> None:
    learner.app.action_missed()
    await learner.pilot.pause()
    await learner.pilot.pause()


def headings(learner: Learner) -> list[str]:
    """Return the texts of the group headings on the screen."""
    screen = learner.app.screen
    assert isinstance(screen, MissedScreen)
    return [row.text for row in screen.rows.rows if isinstance(row, Heading)]


async def test_what_was_written_stands_beside_what_was_right(desk: Desk) -> None:
    some_misses(desk)
    async with sit(desk.app(), (160, 30)) as learner:
        await open_list(learner)
        row = learner.row("✗ wrong")
        assert "정밀도" in row
        assert "정확도" in row
        assert "‘l’ is missing" in learner.row("≈ slip")
        assert "MinMaxScaler" in learner.row("⇄ confused")


async def test_columns_stay_aligned_with_hangul_in_them(desk: Desk) -> None:
    miss(desk, "korean", "정밀도를 우리말로 길게 풀어 쓴 아주 긴 답")
    miss(desk, "korean", "")
    miss(desk, "korean", "precision")
    async with sit(desk.app()) as learner:
        await open_list(learner)
        rows = [line for line in learner.lines if line.endswith("12:00") and "정확도" in line]
        assert len(rows) == 3
        assert len({cell_len(row[: row.index("정확도")]) for row in rows}) == 1
        assert len({cell_len(row) for row in rows}) == 1


async def test_newest_come_first_and_thirty_days_are_shown(desk: Desk) -> None:
    some_misses(desk)
    miss(desk, "flip", "", "", days=40)
    async with sit(desk.app()) as learner:
        await open_list(learner)
        assert headings(learner) == ["today", "yesterday", "2026-11-15", "2026-11-03"]
        assert "last 30 days" in learner.row("Missed answers")
        await learner.press("d")
        assert headings(learner) == ["today", "yesterday"]
        assert "last 7 days" in learner.row("Missed answers")
        await learner.press("ㅇ")
        assert len(headings(learner)) == 5
        assert "all days" in learner.row("Missed answers")


async def test_groups_go_by_card_deck_weak_spot_and_mistake(desk: Desk) -> None:
    some_misses(desk)
    async with sit(desk.app()) as learner:
        await open_list(learner)
        await learner.press("g")
        assert headings(learner)[0] == "Which loss for one-hot labels?"
        assert learner.row("Which loss for one-hot labels? 2")
        await learner.press("f2")
        assert headings(learner) == ["Practice"]
        await learner.press("ㅎ")
        assert headings(learner) == ["Loss spelling", "no weak spot"]
        await learner.press("g")
        assert headings(learner)[0] == "letter missing"
        await learner.press("g", "g")
        assert headings(learner)[0] == "today"


async def test_the_detail_shows_the_question_as_it_was_asked(desk: Desk) -> None:
    card = desk.store.card("choice")
    shown = [str(option) for option in card.question(5).options]
    miss(desk, "choice", "StandardScaler", seed=5)
    async with sit(desk.app(), (80, 36)) as learner:
        await open_list(learner)
        assert learner.row("Which one for sparse data?")
        places = [learner.screen.index(f"{n}  {text}") for n, text in enumerate(shown, 1)]
        assert places == sorted(places)
        assert learner.row("Centring fills the zeros.")


async def test_the_detail_follows_the_cursor_and_draws_the_difference(desk: Desk) -> None:
    some_misses(desk)
    async with sit(desk.app(), (100, 36)) as learner:
        await open_list(learner)
        assert learner.row("Which loss for one-hot labels?")
        assert learner.row("+ missing")
        await learner.press("down")
        assert learner.row("What is accuracy in Korean?")


async def test_markup_in_cards_is_shown_as_it_stands(desk: Desk) -> None:
    miss(desk, "scaler", "[/] [None, 28] [@click=app.quit]x[/]")
    async with sit(desk.app(), (80, 36)) as learner:
        await open_list(learner)
        assert learner.row("Which scaler uses the median? [/] [None, 28]")
        assert learner.row("wrote  [/] [None, 28] [@click=app.quit]x[/]")


async def test_a_drill_asks_the_cards_shown_and_leaves_the_schedule_alone(desk: Desk) -> None:
    some_misses(desk)
    before = desk.store.state("korean")
    async with sit(desk.app()) as learner:
        await open_list(learner)
        await learner.press("d", "enter")
        assert learner.row("schedule")
        await learner.press("f3", "enter", "f3", "enter")
        assert desk.store.state("korean") == before
        drilled = {review.card for card in ("loss", "korean") for review in desk.reviews(card)}
        assert drilled == {"loss", "korean"}
        assert not desk.reviews("scaler")[1:]


async def test_after_the_drill_the_new_misses_are_there(desk: Desk) -> None:
    miss(desk, "korean", "정밀도")
    async with sit(desk.app()) as learner:
        await open_list(learner)
        await learner.press("enter", "f3", "enter")
        learner.app.action_home()
        await open_list(learner)
        assert "2 · last 30 days" in learner.screen


async def test_the_card_of_a_miss_can_be_edited_from_here(desk: Desk) -> None:
    some_misses(desk)
    async with sit(desk.app()) as learner:
        await open_list(learner)
        await learner.press("e")
        assert learner.row("Edit a card").endswith("loss")
        await learner.press("escape")
        assert isinstance(learner.app.screen, MissedScreen)


async def test_a_card_that_left_its_deck_keeps_its_misses(desk: Desk) -> None:
    some_misses(desk)
    path = desk.places.decks / "practice.yaml"
    path.write_text("title: x\ncards: []\n", "utf-8")
    desk.store.refresh()
    async with sit(desk.app()) as learner:
        await open_list(learner)
        assert "4 · last 30 days" in learner.screen
        assert "정밀도" in learner.screen
        await learner.press("e")
        assert learner.status == "This card is in no deck any more."
        await learner.press("enter")
        assert learner.status == "None of these cards is in a deck any more."


async def test_an_empty_list_says_what_it_is_for(desk: Desk) -> None:
    async with sit(desk.app(), (50, 20)) as learner:
        await open_list(learner)
        assert learner.row("Nothing missed in the last 30 days.")
        assert learner.row("F3 or d looks further back.")
        await learner.press("f3", "f3")
        assert learner.row("Nothing missed yet.")
        await learner.press("enter", "e", "g", "down")
        assert isinstance(learner.app.screen, MissedScreen)


async def test_every_window_from_small_to_large_shows_the_list(desk: Desk) -> None:
    some_misses(desk)
    i18n.use("ko")
    async with sit(desk.app()) as learner:
        await open_list(learner)
        for size in ((40, 12), (50, 20), (80, 24), (120, 36), (200, 60)):
            await learner.pilot.resize_terminal(*size)
            await learner.pilot.pause()
            assert learner.row("정밀도")
            assert (
                max(strip.cell_length for strip in learner.app.screen._compositor.render_strips())
                == size[0]
            )
            assert learner.app.screen.query_one(Detail).display
