"""A desk with shape cards whose numbers are fixed: an output shape, a line that raises, an end."""

from __future__ import annotations

from pathlib import Path

from tests.tui.desk import Desk

DECK = """\
title: {ko: shape, en: Shapes}
cards:
  - id: stack
    kind: shape
    skill: stack
    asked: shape
    ask: {ko: 이 모델의 output_shape은?, en: What is this model's output_shape?}
    draw:
      - size = 50
    code: |
      model = Sequential()
      model.add(Conv2D(16, 3, input_shape=({size}, {size}, 3)))
      model.add(MaxPooling2D())
      model.add(Conv2D(24, 3, strides=2))
    why: {ko: 나눌 때마다 내림해요., en: Each division rounds down.}
    source: study-notes.txt:57
  - id: error
    kind: shape
    skill: error
    asked: error
    ask: {ko: 어느 줄에서 오류가 나나요?, en: Which line raises an error?}
    code: |
      model = Sequential()
      model.add(Input(shape=(20, 3)))
      model.add(LSTM(64))
      model.add(LSTM(16))
    why: {ko: 두 번째 LSTM은 3차원이 필요해요., en: The second LSTM needs three axes.}
    source: study-notes.txt:106
"""
STEPPED_BY_ONE = "(None, 23, 23, 24)"
"""What one answers who steps by 1 in pooling."""


def shape_desk(folder: Path) -> Desk:
    """Return a desk with the cards `stack` and `error`."""
    return Desk(folder, DECK)
