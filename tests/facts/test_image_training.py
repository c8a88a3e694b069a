"""Training on folders of pictures, step by step: needs Keras on TensorFlow."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest
from keras import Sequential
from keras.layers import Dense, Flatten, Input
from keras.src.legacy.preprocessing.image import ImageDataGenerator

from tests.facts.outcome import outcome
from tests.facts.pictures import paint
from tests.facts.proof import Fact, proves


class Bench:
    """One training on its way; a step too early raises."""

    gen: Any
    train: Any
    model: Any

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def make(self) -> None:
        self.gen = ImageDataGenerator(rescale=1 / 255)

    def flow(self) -> None:
        self.train = self.gen.flow_from_directory(self.folder, class_mode="binary")

    def build(self) -> None:
        begin = [Input(self.train.image_shape), Flatten()]
        self.model = Sequential([*begin, Dense(1, "sigmoid")])

    def compile(self) -> None:
        self.model.compile(loss="binary_crossentropy")

    def fit(self) -> None:
        self.model.fit(self.train, verbose=0)

    def take(self, steps: tuple[str, ...]) -> None:
        ways: dict[str, Callable[[], None]] = {
            "gen = ": self.make,
            "train = ": self.flow,
            "model = ": self.build,
            "model.compile": self.compile,
            "model.fit": self.fit,
        }
        for step in steps:
            (way,) = (way for start, way in ways.items() if step.startswith(start))
            way()


@pytest.mark.fit
@proves("img-reading-steps")
def test_only_this_order_of_steps_trains(fact: Fact, tmp_path: Path) -> None:
    paint(tmp_path, "cat dog", 2)
    orders = permutations(fact.steps)
    trained = [
        order for order in orders if outcome(lambda o=order: Bench(tmp_path).take(o)) == "runs"
    ]
    assert trained == [fact.steps]
