"""Code that builds, compiles and asks models; what trains is in test_code_training.py."""

from __future__ import annotations

import random
from functools import partial
from typing import Any

import keras
import numpy as np
import pytest
from keras import layers

from tests.facts.counts import counts
from tests.facts.proof import Fact, proves
from tests.facts.written import Names, ran

KERAS = {"keras": keras, "layers": layers}
X = np.random.default_rng(0).normal(size=(6, 4)).astype("float32")


def starting(*begin: Any, **more: Any) -> Names:
    """Return a model of the layers `begin`, and names `more`."""
    return {**KERAS, **more, "model": keras.Sequential(list(begin))}


def linear(layer: Any, x: Any) -> Any:
    """Return what a Dense layer computes before its activation."""
    kernel, bias = (keras.ops.convert_to_numpy(one.value) for one in layer.weights)
    return x @ kernel + bias


def softmax(x: Any) -> Any:
    powers = np.exp(x)
    return powers / powers.sum(axis=1, keepdims=True)


def shapes(model: Any) -> list[tuple[int | None, ...]]:
    return [tuple(layer.output.shape) for layer in model.layers]


@proves("code-output-binary", "code-output-multi", "code-output-regression")
def test_an_output_layer_says_what_the_task_needs(fact: Fact) -> None:
    wanted: dict[str, tuple[int, Any]] = {
        "code-output-binary": (1, lambda x: 1 / (1 + np.exp(-x))),
        "code-output-multi": (10, softmax),
        "code-output-regression": (1, lambda x: x),
    }
    neurons, activation = wanted[fact.id]
    for names in ran(fact, lambda: starting(keras.Input((4,)))):
        model = names["model"]
        assert shapes(model) == [(None, neurons)]
        said = activation(linear(model.layers[0], X))
        np.testing.assert_allclose(model.predict(X, verbose=0), said, atol=0.02)


LABELS = np.array([0, 1, 1, 2, 0, 1])
TASKS: dict[str, tuple[int, str | None, Any, Any]] = {
    "code-compile-binary": (
        1,
        "sigmoid",
        LABELS % 2,
        lambda y, p: -np.mean(y * np.log(p[:, 0]) + (1 - y) * np.log(1 - p[:, 0])),
    ),
    "code-compile-onehot": (
        3,
        "softmax",
        np.eye(3)[LABELS],
        lambda y, p: -np.mean(np.log((y * p).sum(axis=1))),
    ),
    "code-compile-sparse": (
        3,
        "softmax",
        LABELS,
        lambda y, p: -np.mean(np.log(p[np.arange(6), y])),
    ),
    "code-compile-regression": (1, None, LABELS, lambda y, p: np.mean((y - p[:, 0]) ** 2)),
}


@proves(
    "code-compile-binary", "code-compile-onehot", "code-compile-sparse", "code-compile-regression"
)
def test_a_loss_fits_the_output_and_the_labels(fact: Fact) -> None:
    neurons, activation, y, loss = TASKS[fact.id]
    start = (keras.Input((4,)), layers.Dense(neurons, activation))
    for names in ran(fact, lambda: starting(*start)):
        model = names["model"]
        assert isinstance(model.optimizer, keras.optimizers.Adam)
        scores = model.evaluate(X, y, verbose=0, return_dict=True)
        p = model.predict(X, verbose=0)
        assert scores.pop("loss") == pytest.approx(loss(y, p), rel=1e-4)
        ((metric, score),) = scores.items()
        if fact.id == "code-compile-regression":
            assert score == pytest.approx(np.mean(abs(y - p[:, 0])), rel=1e-4)
        else:
            assert metric == "accuracy"


@proves("code-compile-learning-rate")
def test_the_rate_is_another_one_than_adams_own(fact: Fact) -> None:
    for names in ran(fact, lambda: starting(keras.Input((4,)), layers.Dense(1))):
        optimizer = names["model"].optimizer
        assert isinstance(optimizer, keras.optimizers.Adam)
        assert float(optimizer.learning_rate) == pytest.approx(0.0005)
        p = names["model"].predict(X, verbose=0)[:, 0]
        loss = names["model"].evaluate(X, LABELS, verbose=0)
        assert loss == pytest.approx(np.mean((LABELS - p) ** 2), rel=1e-4)
        assert float(keras.optimizers.Adam().learning_rate) != pytest.approx(0.0005)
    with pytest.raises(ValueError, match="lr"):
        keras.optimizers.Adam(lr=0.1)


@proves("code-evaluate")
def test_loss_comes_before_accuracy(fact: Fact) -> None:
    model = starting(keras.Input((4,)), layers.Dense(3, "softmax"))["model"]
    model.compile(loss="sparse_categorical_crossentropy", metrics=["accuracy"])
    for names in ran(fact, lambda: {"model": model, "X_test": X, "y_test": LABELS}):
        p = model.predict(X, verbose=0)
        assert names["loss"] == pytest.approx(-np.mean(np.log(p[np.arange(6), LABELS])), rel=1e-4)
        assert names["acc"] == pytest.approx(np.mean(p.argmax(axis=1) == LABELS))


class Model:
    """A model that always predicts the same."""

    def __init__(self, prediction: object) -> None:
        self.prediction = np.array(prediction)

    def predict(self, x: object) -> Any:
        return self.prediction


@proves("code-predict-argmax")
def test_classes_of_softmax(fact: Fact) -> None:
    model = Model([[0.1, 0.7, 0.2], [0.5, 0.2, 0.3], [0.2, 0.2, 0.6]])
    for names in ran(fact, lambda: {"model": model, "X_test": X}):
        assert names["pred"].tolist() == [1, 0, 2]


@proves("code-predict-threshold")
def test_classes_of_sigmoid(fact: Fact) -> None:
    for names in ran(fact, lambda: {"model": Model([[0.2], [0.8], [0.51]]), "X_test": X}):
        assert names["pred"].tolist() == [[0], [1], [1]]
        assert np.issubdtype(names["pred"].dtype, np.integer)


BUILT: dict[str, tuple[tuple[int, ...], list[str], list[tuple[int | None, ...]], str]] = {
    "code-mlp-binary": ((8,), ["Dense", "Dense"], [(None, 64), (None, 1)], "sigmoid"),
    "code-mlp-dropout": (
        (20,),
        ["Dense", "Dropout", "Dense"],
        [(None, 64), (None, 64), (None, 3)],
        "softmax",
    ),
    "code-cnn": (
        (28, 28, 1),
        ["Conv2D", "MaxPooling2D", "Flatten", "Dense"],
        [(None, 26, 26, 32), (None, 13, 13, 32), (None, 13 * 13 * 32), (None, 10)],
        "softmax",
    ),
    "code-lstm": ((10, 3), ["LSTM", "Dense"], [(None, 32), (None, 1)], "linear"),
    "code-lstm-stacked": (
        (10, 3),
        ["LSTM", "LSTM", "Dense"],
        [(None, 10, 64), (None, 32), (None, 1)],
        "linear",
    ),
    "code-conv1d": (
        (50, 4),
        ["Conv1D", "GlobalMaxPooling1D", "Dense"],
        [(None, 48, 32), (None, 32), (None, 1)],
        "sigmoid",
    ),
}


@proves(
    "code-mlp-binary",
    "code-mlp-dropout",
    "code-cnn",
    "code-lstm",
    "code-lstm-stacked",
    "code-conv1d",
)
def test_a_model_has_the_layers_and_shapes_asked_for(fact: Fact) -> None:
    start, kinds, outputs, last = BUILT[fact.id]
    for names in ran(fact, KERAS):
        model = names["model"]
        assert model.input_shape == (None, *start)
        assert [type(layer).__name__ for layer in model.layers] == kinds
        assert shapes(model) == outputs
        assert model.layers[-1].activation.__name__ == last
        inner = [one for one in model.layers[:-1] if isinstance(one, layers.Dense)]
        inner += [one for one in model.layers if "Conv" in type(one).__name__]
        assert all(layer.activation.__name__ == "relu" for layer in inner)
        rates = [one.rate for one in model.layers if isinstance(one, layers.Dropout)]
        assert rates in ([], [0.3])


@proves("code-conv-pool")
def test_same_padding_leaves_shrinking_to_the_pool(fact: Fact) -> None:
    for names in ran(fact, lambda: starting(keras.Input((32, 32, 3)))):
        assert shapes(names["model"]) == [(None, 32, 32, 64), (None, 16, 16, 64)]
        conv = names["model"].layers[0]
        assert conv.kernel_size == (3, 3) and conv.activation.__name__ == "relu"


@proves("code-input-from-data")
def test_an_input_as_the_data_is(fact: Fact) -> None:
    for shape in ((6, 4), (6, 10, 3), (6, 28, 28, 1)):
        for names in ran(fact, partial(starting, X_train=np.zeros(shape))):
            names["model"].add(layers.Dense(1))
            assert names["model"].input_shape == (None, *shape[1:])


@proves("code-seed")
def test_one_seed_for_all_chance(fact: Fact) -> None:
    def drawn() -> list[float]:
        weight = keras.ops.convert_to_numpy(keras.initializers.RandomNormal()((1, 1))).item()
        return [random.random(), float(np.random.random()), float(weight)]

    keras.utils.set_random_seed(counts(fact)[0])
    wanted = drawn()
    for _ in ran(fact, KERAS):
        assert drawn() == wanted
    np.random.seed(42)
    one = keras.ops.convert_to_numpy(keras.initializers.RandomNormal()((1, 1))).item()
    np.random.seed(42)
    assert one != keras.ops.convert_to_numpy(keras.initializers.RandomNormal()((1, 1))).item()
