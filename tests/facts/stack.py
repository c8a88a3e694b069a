"""Layers as a question writes them, stacked on the input it names."""

from __future__ import annotations

import re
from typing import Any

import keras
from keras import layers

from tests.facts.code import calls
from tests.facts.proof import Fact, literal

_SHAPE = re.compile(r"\(\d+(?:, \d+){2,}\)")


def shape(fact: Fact) -> tuple[int, ...]:
    """Return the first shape in the question of `fact`; both languages must show the same."""
    ask = fact.cards[0].ask
    found, korean = (_SHAPE.search(text) for text in (ask.en, ask.ko))
    assert found and korean and found[0] == korean[0]
    return tuple(literal(found[0]))


def stacked(fact: Fact) -> tuple[tuple[int, ...], list[Any]]:
    """Return the shape that comes out of the layers in the question, without batch, and them."""
    flow = keras.Input(shape(fact))
    made = [call.of(layers) for call in calls(fact)]
    for layer in made:
        flow = layer(flow)
    return tuple(flow.shape[1:]), made
