"""A desk with real decks, a real log and a clock that the test turns."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.config import Places, Settings
from quiz.memory.day import Clock
from quiz.memory.queue import Entry, plan
from quiz.memory.store import Store
from quiz.session import Session

DECK = """\
title: {ko: 연습, en: Practice}
cards:
  - id: loss-two
    ask: {ko: 이진분류 loss는?, en: Which loss for two classes?}
    answer: binary_crossentropy
    weak: [loss-spelling]
    why: {ko: 시그모이드 하나., en: One sigmoid.}
  - id: scaler-median
    ask: {ko: 중앙값을 쓰는 스케일러는?, en: Which scaler uses the median?}
    answer: RobustScaler
  - id: pool-size
    ask: {ko: MaxPooling2D의 pool_size 기본값은?, en: Default pool_size of MaxPooling2D?}
    answer: (2, 2)
  - id: think
    kind: flip
    ask: {ko: 원-핫은 왜?, en: Why one-hot?}
    answer: {ko: 순서가 없어서, en: There is no order}
  - id: which
    kind: choice
    ask: {ko: 희소 행렬에는?, en: Which one for sparse data?}
    answer: MaxAbsScaler
    wrong:
      - {text: StandardScaler, why: {ko: 평균을 빼면 0이 사라진다, en: Centring fills the zeros}}
      - MinMaxScaler
"""

WEAK_SPOTS = """\
weak-spots:
  - id: loss-spelling
    name: {ko: 손실 철자, en: Loss spelling}
    sentence: 로스값 스펠링
    spelling: true
"""

MONDAY_NOON = 1_795_402_800_000
"""2026-11-23 12:00 in Korea, in UTC milliseconds."""


class Desk:
    """A home folder, a deck, and a clock that stands until it is moved."""

    def __init__(self, folder: Path) -> None:
        self.at = MONDAY_NOON
        self.places = Places(folder / "home", folder / "decks")
        self.places.home.mkdir()
        self.places.decks.mkdir()
        (self.places.decks / "practice.yaml").write_text(DECK, "utf-8")
        (self.places.decks / "weak-spots.yaml").write_text(WEAK_SPOTS, "utf-8")
        self.clock = Clock(time=lambda: self.at, offset=lambda at: 540)
        self.store = self.open()

    def open(self) -> Store:
        return Store.open(self.places, Settings(), self.clock)

    def wait(self, *, days: int = 0, seconds: int = 0) -> None:
        self.at += (days * 86_400 + seconds) * 1000

    def session(self, *cards: str, scheduled: bool = True) -> Session:
        """Return a session over `cards`, or over what is planned for today."""
        rng = random.Random(7)
        entries = (
            [Entry(card, card, "", (), True) for card in cards]
            if cards
            else plan(self.store, rng=rng)
        )
        return Session(self.store, entries, clock=self.clock, rng=rng, scheduled=scheduled)

    def due_in(self, card: str) -> int | None:
        """Return in how many days the card is due; None where it was never answered."""
        state = self.store.state(card)
        return None if state is None else state.due_day - self.clock.now().day


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.store.close()
