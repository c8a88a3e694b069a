"""What only training shows of losses: needs Keras on TensorFlow."""

from __future__ import annotations

from collections.abc import Callable
from itertools import permutations

import keras
import numpy as np
import pytest
from keras import layers

from tests.facts.proof import Fact, proves

X = np.repeat([[-1.0], [1.0]], 20, axis=0).astype("float32")
Y = (X > 0).astype("float32")


class Bench:
    """One model on its way; a step too early raises."""

    model: keras.Model
    score = 0.0

    def build(self) -> None:
        unit = layers.Dense(1, activation="sigmoid", kernel_initializer="zeros")
        self.model = keras.Sequential([keras.Input((1,)), unit])

    def compile(self) -> None:
        optimizer = keras.optimizers.SGD(5.0)
        self.model.compile(loss="binary_crossentropy", optimizer=optimizer, metrics=["accuracy"])

    def fit(self) -> None:
        self.model.fit(X, Y, epochs=3, verbose=0)

    def evaluate(self) -> None:
        self.score = self.model.evaluate(X, Y, verbose=0)[1]

    def take(self, steps: tuple[str, ...]) -> float:
        ways: dict[str, Callable[[], None]] = {
            "model = Sequential([...])": self.build,
            "model.compile(loss=..., optimizer=...)": self.compile,
            "model.fit(X_train, y_train)": self.fit,
            "model.evaluate(X_test, y_test)": self.evaluate,
        }
        try:
            for step in steps:
                ways[step]()
        except (AttributeError, ValueError):
            return 0.0
        return self.score


@pytest.mark.fit
@proves("keras-steps")
def test_only_this_order_learns_and_then_measures(fact: Fact) -> None:
    scores = {order: Bench().take(order) for order in permutations(fact.steps)}
    best = max(scores.values())
    assert best == 1.0
    assert [order for order, score in scores.items() if score == best] == [fact.steps]
