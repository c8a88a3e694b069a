"""A desk to hold sessions at."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from quiz.memory.queue import Entry, plan
from quiz.session import Session
from tests.desk import Desk

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


class SessionDesk(Desk):
    """A desk with a small deck of five kinds of question."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder, DECK)

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
def desk(tmp_path: Path) -> Iterator[SessionDesk]:
    desk = SessionDesk(tmp_path)
    yield desk
    desk.store.close()
