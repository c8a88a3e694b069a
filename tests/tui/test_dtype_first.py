"""The dtype of a card's data is asked first, as it looks and as the keys have it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from quiz import i18n
from tests.tui.desk import Desk, Learner, sit

DECK = """\
title: {ko: 이미지, en: Images}
cards:
  - id: flat
    ask:
      ko: mnist의 x_train은 (60000, 28, 28)이다. 한 장을 한 줄로 펴면 열은 몇 개인가?
      en: x_train of mnist is (60000, 28, 28). How many columns has it with each image in one row?
    answer: "784"
    weak: [dtype-check]
    tags: [flat]
    dtype_first:
      of: x_train
      is: uint8
      must: float32
      mend: x_train = x_train.astype('float32')
  - id: short
    ask: {ko: mnist의 클래스 수는?, en: How many classes has mnist?}
    answer: "10"
    weak: [dtype-check]
    tags: [short]
    dtype_first: {of: y_train, is: uint8}
"""
SPOTS = """\
weak-spots:
  - {id: dtype-check, name: {ko: 데이터 타입 확인, en: Checking data types}, dtype_first: 10}
"""
SMALL, LARGE = (80, 24), (120, 36)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    (tmp_path / "dtype").mkdir()
    desk = Desk(tmp_path / "dtype", DECK)
    (desk.places.decks / "weak-spots.yaml").write_text(SPOTS, "utf-8")
    desk.store.refresh()
    yield desk
    desk.store.close()


async def test_it_is_judged_like_a_card_but_rates_nothing(desk: Desk) -> None:
    async with sit(desk.app("short")) as learner:
        assert "First the dtype: what is y_train.dtype?" in learner.screen
        assert "How many classes has mnist?" in learner.screen
        await learner.answer("float64")
        assert "uint8" in learner.screen
        assert "Again" not in learner.screen
        assert "Accept" not in learner.keys
        await learner.press("enter")
        assert "First the dtype" not in learner.screen
        await learner.answer("10")
        assert "Good" in learner.screen
    assert desk.ratings("short") == [3]


async def test_undo_brings_it_back(desk: Desk) -> None:
    async with sit(desk.app("short")) as learner:
        await learner.answer("float64")
        await learner.press("enter", "ctrl+z")
        assert "First the dtype" in learner.screen
    assert desk.store.misses() == []


async def test_a_missed_one_stands_among_the_missed_answers(desk: Desk) -> None:
    async with sit(desk.app("short")) as learner:
        await learner.answer("float64")
        await learner.press("enter", "escape", "f4")
        assert "First the dtype: what is y_train.dtype?" in learner.screen
        assert "float64" in learner.screen


async def asked(learner: Learner) -> None:
    """The question, nothing answered."""


async def wrong(learner: Learner) -> None:
    """A wrong line or dtype."""
    await learner.answer("float64")


async def right(learner: Learner) -> None:
    """All there is to say is said."""
    session = learner.app.screen.session  # type: ignore[attr-defined]
    await learner.answer(str(session.question.card.solution()))


Act = Callable[[Learner], Awaitable[None]]
LOOKS = [
    (asked, "flat", "ko", SMALL),
    (asked, "flat", "en", LARGE),
    (wrong, "short", "ko", SMALL),
    (right, "flat", "en", SMALL),
    (right, "flat", "ko", LARGE),
]


@pytest.mark.parametrize(
    ("act", "card", "language", "size"),
    LOOKS,
    ids=[f"{act.__name__}-{language}-{size[0]}" for act, _, language, size in LOOKS],
)
def test_the_screen_looks_as_it_did(
    desk: Desk,
    snap_compare: Callable[..., bool],
    act: Act,
    card: str,
    language: str,
    size: tuple[int, int],
) -> None:
    i18n.use(language)
    app = desk.app(card)

    async def run_before(pilot: Pilot[Any]) -> None:
        await pilot.pause()
        await act(Learner(app, pilot))
        await pilot.pause()

    shown: App[None] = app
    assert snap_compare(shown, terminal_size=size, run_before=run_before)
