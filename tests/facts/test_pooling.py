"""Pooling, asked of Keras."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
from keras import layers

from tests.facts.proof import Fact, arguments, default, literal, proves


@proves("pool-class-name")
def test_every_right_name_is_the_layer(fact: Fact) -> None:
    assert {getattr(layers, name) for name in fact.right} == {layers.MaxPooling2D}


@proves("pool-what-stays")
def test_a_window_leaves_its_largest_value(fact: Fact) -> None:
    window = np.array([[1.0, 2.0], [3.0, 8.0]]).reshape(1, 2, 2, 1)
    kept = float(np.asarray(layers.MaxPooling2D()(window)).item())
    said: dict[str, Any] = {
        "the largest value": window.max(),
        "the average": window.mean(),
        "the sum": window.sum(),
    }
    assert kept == said[fact.answer]
    assert all(kept != said[wrong] for wrong in fact.wrong if wrong in said)


@proves("pool-size-name")
def test_the_window_s_argument(fact: Fact) -> None:
    assert fact.answer in arguments(layers.MaxPooling2D)
    assert layers.MaxPooling2D(**{fact.answer: 3}).pool_size == (3, 3)


@proves("pool-size-default")
def test_pool_size_by_default(fact: Fact) -> None:
    assert default(layers.MaxPooling2D, "pool_size") == fact.value


@proves("pool-strides-default")
def test_strides_by_default(fact: Fact) -> None:
    assert default(layers.MaxPooling2D, "strides") is literal(fact.answer)
    assert keras.layers.MaxPooling2D(3).strides == (3, 3)
