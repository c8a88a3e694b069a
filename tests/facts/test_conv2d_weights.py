"""What Conv2D's regularizers and constraints do to its weights, asked of Keras."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
from keras import layers

from tests.facts.choices import only_the_answer
from tests.facts.proof import Fact, arguments, default, literal, proves

ONES: Any = np.ones((2, 6, 6, 1), "float32")


def layer_with(**keywords: Any) -> Any:
    """Return a Conv2D whose weights and biases are all 5, built and called on ONES."""
    fives = keras.initializers.Constant(5.0)
    layer = layers.Conv2D(
        1, 2, **({"kernel_initializer": fives, "bias_initializer": fives} | keywords)
    )
    layer(ONES)
    return layer


def trained(layer: Any) -> Any:
    """Return the kernel after an update that leaves the weights as they are."""
    still = [np.zeros(weight.shape, "float32") for weight in layer.trainable_weights]
    keras.optimizers.SGD(1.0).apply(still, layer.trainable_weights)
    return np.asarray(layer.kernel)


@proves("conv-kernel-regularizer")
def test_the_argument_that_punishes_large_weights(fact: Fact) -> None:
    (penalty,) = layer_with(**{fact.answer: keras.regularizers.L2(0.1)}).losses
    assert np.isclose(penalty, 0.1 * 4 * 5**2)
    assert not layer_with().losses


@proves("conv-kernel-constraint")
def test_the_argument_that_holds_weights_within_a_limit(fact: Fact) -> None:
    layer = layer_with(**{fact.answer: keras.constraints.MaxNorm(1.0, axis=(0, 1, 2))})
    assert np.isclose(np.linalg.norm(trained(layer)), 1)
    assert not layer.losses


@proves("conv-bias-regularizer")
def test_what_a_bias_regularizer_does(fact: Fact) -> None:
    layer = layer_with(bias_regularizer=keras.regularizers.L2(0.1))
    trained(layer)
    bias = float(np.asarray(layer.bias).item())
    said = {
        "It adds a penalty to the loss for large biases": np.allclose(layer.losses, 0.1 * 5**2),
        "It normalises biases to mean 0 and variance 1": bias == 0,
        "It makes biases start at 0": bias == 0,
        "It cuts biases off at a limit": bias < 5,
    }
    only_the_answer(fact, said.__getitem__)


@proves("conv-activity-regularizer")
def test_what_an_activity_regularizer_does(fact: Fact) -> None:
    layer = layer_with(activity_regularizer=keras.regularizers.L2(0.1))
    before, after = (np.asarray(one(ONES)) for one in (layer_with(), layer))
    penalties = [float(penalty) for penalty in layer.losses]
    said = {
        "It adds a penalty computed from the layer's output to the loss": sum(penalties) > 0,
        "It changes the output to mean 0 and variance 1": bool(abs(after.mean()) < 1e-3),
        "It chooses the activation function": layer.activation is not layer_with().activation,
        "It sets part of the output to 0 at random": bool((after == 0).any()),
    }
    assert np.array_equal(before, after)
    only_the_answer(fact, said.__getitem__)


@proves("conv-five-defaults")
def test_the_default_of_regularizers_and_constraints(fact: Fact) -> None:
    five = [
        name for name in arguments(layers.Conv2D) if name.endswith(("regularizer", "constraint"))
    ]
    assert len(five) == 5
    assert {default(layers.Conv2D, name) for name in five} == {literal(fact.answer)}


@proves("conv-weights-life")
def test_when_each_argument_first_acts(fact: Fact) -> None:
    acted: list[str] = []
    watched = {name: _Watch(name, acted) for name in sorted(fact.steps)}
    layer = layers.Conv2D(1, 2, **watched)
    layer.build(ONES.shape)
    sum(layer.losses)
    trained(layer)
    assert tuple(dict.fromkeys(acted)) == fact.steps


class _Watch:
    """An initializer, regularizer or constraint that notes in `acted` when it is asked."""

    def __init__(self, name: str, acted: list[str]) -> None:
        self.name, self.acted = name, acted

    def __call__(self, value: Any, dtype: Any = None) -> Any:
        self.acted.append(self.name)
        shape_asked = isinstance(value, tuple)
        return keras.ops.ones(value, dtype) if shape_asked else keras.ops.convert_to_tensor(value)
