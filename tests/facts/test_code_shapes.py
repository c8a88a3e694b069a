"""Code that gives data the shape a layer takes."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest
from keras import layers

from tests.facts.proof import Fact, proves
from tests.facts.tuples import tuples
from tests.facts.written import ran

TAKES: dict[str, tuple[str, tuple[int, ...], Any]] = {
    "code-reshape-conv2d": ("X_train", (28, 28, 1), lambda: layers.Conv2D(2, 3)),
    "code-reshape-dense": ("X_train", (784,), lambda: layers.Dense(2)),
    "code-reshape-lstm": ("X", (10, 1), lambda: layers.LSTM(2)),
    "code-reshape-steps": ("X", (4, 3), lambda: layers.LSTM(2)),
}
"""The array of each question, the shape of a sample that its layer takes, and that layer."""


def numbered(shape: tuple[int, ...]) -> Any:
    """Return an array whose values tell their place."""
    return np.arange(np.prod(shape), dtype="int32").reshape(shape)


@proves("code-reshape-conv2d", "code-reshape-dense", "code-reshape-lstm", "code-reshape-steps")
def test_a_layer_takes_the_shape(fact: Fact) -> None:
    name, sample, layer = TAKES[fact.id]
    before = numbered(tuples(fact)[0])
    for names in ran(fact, lambda: {name: before}):
        after = names[name]
        assert after.shape == (len(before), *sample)
        assert (after.reshape(len(before), -1) == before.reshape(len(before), -1)).all()
        layer()(keras.Input(after.shape[1:]))


class Counter:
    """A model that takes batches of pictures and says how bright each is."""

    def predict(self, x: Any) -> Any:
        assert x.shape[1:] == (28, 28, 1)
        return x.sum(axis=(1, 2, 3)).reshape(-1, 1)


@proves("code-one-picture")
def test_one_picture_is_a_batch_of_one(fact: Fact) -> None:
    img = numbered(tuples(fact)[0])
    for names in ran(fact, lambda: {"model": Counter(), "img": img}):
        assert names["prob"].tolist() == [[img.sum()]]


@proves("code-windows", "code-windows-target", "code-windows-function")
def test_each_window_stands_before_its_next_value(fact: Fact) -> None:
    data = numbered((100, 3)) if fact.id == "code-windows-target" else numbered((100,))
    target = data[:, 0] if data.ndim == 2 else data
    for names in ran(fact, lambda: {"data": data}):
        x, y = names["split"](data, 5) if "split" in names else (names["X"], names["y"])
        assert len(x) == len(y) == 95
        for start in (0, 40, 94):
            assert (x[start] == data[start : start + 5]).all()
            assert y[start] == target[start + 5]
        if "split" in names:
            assert [part.shape for part in names["split"](numbered((100, 3)), 7)] == [
                (93, 7, 3),
                (93, 3),
            ]


@proves("code-pad")
def test_short_lists_begin_with_zeros(fact: Fact) -> None:
    seqs = [[4, 5], [*range(1, 31)]]
    for names in ran(fact, lambda: {"seqs": seqs, "pad_sequences": keras.utils.pad_sequences}):
        assert names["X"].tolist() == [[0] * 18 + [4, 5], [*range(11, 31)]]


@proves("code-flat-predictions")
def test_predictions_lose_their_second_axis(fact: Fact) -> None:
    before, after = tuples(fact)[:2]
    y_test = np.ones(after)
    for names in ran(fact, lambda: {"pred": numbered(before)}):
        assert names["pred"].shape == after == (y_test - names["pred"]).shape
        assert names["pred"].tolist() == [*range(300)]
    assert (y_test - numbered(before)).shape == pytest.approx((300, 300))
