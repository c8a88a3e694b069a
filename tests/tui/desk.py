"""A desk to try the screens at, and the learner who sits there."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from textual.events import Paste
from textual.pilot import Pilot

import tests.desk
from quiz.config import Settings
from quiz.memory.ids import new_id
from quiz.memory.review import Deed, Review
from quiz.tui.app import QuizApp
from quiz.tui.screens.base import BaseScreen
from quiz.tui.widgets.status_line import StatusLine
from quiz.tui.wish import EVERYTHING, Wish

DECK = """\
title: {ko: 연습, en: Practice}
cards:
  - id: loss
    ask: {ko: 라벨이 원-핫일 때 손실은?, en: Which loss for one-hot labels?}
    answer: categorical_crossentropy
    weak: [loss-spelling]
    tags: [loss]
    why: {ko: 정수 라벨이면 sparse가 붙습니다., en: Integer labels take the sparse one.}
    source: study-notes.txt
  - id: scaler
    ask:
      ko: "중앙값을 쓰는 스케일러는? [/] [None, 28]"
      en: "Which scaler uses the median? [/] [None, 28]"
    answer: RobustScaler
    tags: [scaler]
  - id: korean
    ask: {ko: accuracy는 우리말로?, en: What is accuracy in Korean?}
    answer: 정확도
    tags: [korean]
  - id: flip
    kind: flip
    ask: {ko: 원-핫은 왜?, en: Why one-hot?}
    answer: {ko: 순서가 없어서, en: There is no order}
    tags: [flip]
  - id: choice
    kind: choice
    ask: {ko: 희소 행렬에는?, en: Which one for sparse data?}
    answer: MaxAbsScaler
    wrong:
      - {text: StandardScaler, why: {ko: 평균을 빼면 0이 사라져요., en: Centring fills the zeros.}}
      - "[@click=app.quit]MinMaxScaler[/]"
    tags: [choice]
  - id: several
    kind: choice
    ask: {ko: 스케일러를 모두 고르세요., en: Choose all scalers.}
    answer: [MaxAbsScaler, StandardScaler]
    wrong: [OneHotEncoder]
    tags: [several]
  - id: order
    kind: order
    ask: {ko: 전처리 순서는?, en: In which order?}
    steps: [split, fit, transform]
    tags: [order]
  - id: list
    kind: list
    ask: {ko: 세 가지를 쓰세요., en: Name three.}
    answer: [relu, sigmoid, tanh]
    tags: [list]
"""


class Desk(tests.desk.Desk):
    """A desk with the app on it."""

    def __init__(self, folder: Path, deck: str = DECK) -> None:
        super().__init__(folder, deck)

    def app(self, *cards: str, cram: bool = False, wish: Wish = EVERYTHING) -> QuizApp:
        """Return the app at home, or asking the one card that is named (all of them if two are)."""
        if cards:
            wish = Wish(tag=cards[0] if len(cards) == 1 else None, cram=cram)
        start = "home" if wish == EVERYTHING and not cards else "study"
        rng = random.Random(7)
        return QuizApp(self.store, self.settings, self.clock, start=start, wish=wish, rng=rng)

    def settle(self, **settings: Any) -> None:
        """Open the store anew with other settings."""
        self.store.close()
        self.settings = Settings(**settings)
        self.store = self.open()

    def put_away(self, card: str) -> None:
        """Suspend a card."""
        now = self.clock.now()
        line = Review(
            id=new_id(now.at),
            deed=Deed.SUSPEND,
            card=card,
            at=now.at,
            offset=now.offset,
            day=now.day,
        )
        self.store.record(line)

    def reviews(self, card: str) -> list[Review]:
        """Return the answers of a card that stand, as the log has them."""
        lines = self.store.history(card)
        undone = {line.undoes for line in lines}
        return [line for line in lines if line.deed is Deed.ANSWER and line.id not in undone]

    def ratings(self, card: str) -> list[int]:
        """Return the ratings of a card that stand."""
        return [review.rating for review in self.reviews(card)]


class Learner:
    """Presses keys at an app and reads its screen."""

    def __init__(self, app: QuizApp, pilot: Pilot[None]) -> None:
        self.app = app
        self.pilot = pilot

    async def press(self, *keys: str) -> None:
        """Press keys one after the other, each when the screen has come to rest."""
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def write(self, text: str) -> None:
        """Put `text` into the field at once, as a paste does."""
        self.app.post_message(Paste(text))
        await self.pilot.pause()
        await self.pilot.pause()

    async def answer(self, text: str) -> None:
        """Write `text` and hand it in."""
        await self.write(text)
        await self.press("enter")

    @property
    def lines(self) -> list[str]:
        """The rows of the screen."""
        strips = self.app.screen._compositor.render_strips()
        return [strip.text.rstrip() for strip in strips]

    @property
    def screen(self) -> str:
        """What stands on the screen."""
        return "\n".join(self.lines)

    def row(self, text: str) -> str:
        """Return the first row with this text; AssertionError if there is none."""
        rows = [line for line in self.lines if text in line]
        assert rows, f"{text!r} is not on the screen:\n{self.screen}"
        return rows[0]

    @property
    def status(self) -> str:
        """What the status line says."""
        assert isinstance(self.app.screen, BaseScreen)
        return self.app.screen.query_one(StatusLine).message

    @property
    def keys(self) -> str:
        """The key bar."""
        return self.lines[-1].strip()


@asynccontextmanager
async def sit(app: QuizApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Learner]:
    """Sit down at `app` in a window of `size` columns and rows."""
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        yield Learner(app, pilot)
