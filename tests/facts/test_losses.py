"""Losses and the labels they want, asked of Keras."""

from __future__ import annotations

import re
from typing import Any

import keras
import numpy as np
from keras import activations, layers, losses
from keras.utils import to_categorical

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, arguments, literal, proves

CLASSES = np.array([0, 2])
PREDICTED = np.array([[0.8, 0.1, 0.1], [0.3, 0.3, 0.4]], dtype="float32")


def loss(name: str, truth: Any, predicted: Any) -> Any:
    return np.asarray(losses.get(name)(np.asarray(truth), np.asarray(predicted)))


@proves("loss-binary", "loss-multiclass-onehot", "loss-multiclass-integer")
def test_the_full_name_is_that_of_the_function(fact: Fact) -> None:
    assert losses.get(fact.answer) is getattr(losses, fact.answer)


@proves("loss-binary", "loss-short-form")
def test_the_loss_of_one_probability(fact: Fact) -> None:
    for name in fact.right:
        assert np.allclose(loss(name, [[1.0], [0.0]], [[0.8], [0.8]]), -np.log([0.8, 0.2]))
    assert outcome(losses.get, "cce") == "ValueError"


@proves("loss-short-form")
def test_the_short_form_is_the_same_function(fact: Fact) -> None:
    assert {losses.get(name) for name in fact.right} == {losses.binary_crossentropy}
    assert all(len(name) == 3 for name in fact.right)


@proves("loss-multiclass-onehot", "loss-for-to-categorical")
def test_the_loss_for_one_hot_labels(fact: Fact) -> None:
    assert np.allclose(loss(fact.answer, to_categorical(CLASSES), PREDICTED), -np.log([0.8, 0.4]))


@proves("loss-multiclass-integer", "loss-for-flat-labels")
def test_the_loss_for_integer_labels(fact: Fact) -> None:
    assert np.allclose(loss(fact.answer, CLASSES, PREDICTED), -np.log([0.8, 0.4]))


@proves("code-binary-arguments")
def test_where_activation_and_loss_are_given(fact: Fact) -> None:
    of_layer, of_compile = fact.holes
    assert of_layer in arguments(layers.Dense)
    assert of_compile in arguments(keras.Model.compile)
    layer = layers.Dense(1, **{of_layer: "sigmoid"})
    model = keras.Sequential([keras.Input((4,)), layer])
    model.compile(**{of_compile: "binary_crossentropy"}, optimizer="adam")
    assert (layer.activation, model.loss) == (activations.sigmoid, "binary_crossentropy")


@proves("output-units-binary")
def test_labels_of_two_classes_fit_one_unit_only(fact: Fact) -> None:
    labels = np.array([[0.0], [1.0]])
    fitting = [units for units in (1, 2, 3) if outcome(_judged, units, labels) == "runs"]
    assert fitting == [fact.value]


def _judged(units: int, labels: Any) -> None:
    put_out = layers.Dense(units, activation="sigmoid")(np.ones((len(labels), 4)))
    losses.binary_crossentropy(labels, put_out)


@proves("sparse-means")
def test_a_label_is_one_number_whatever_the_data(fact: Fact) -> None:
    sparse = losses.sparse_categorical_crossentropy
    rows, classes = 10_000, 1_000
    predicted = np.full((rows, 3), 1 / 3), np.full((1, classes), 1 / classes)
    said = {
        "Each label is written as one class number": outcome(sparse, CLASSES, PREDICTED),
        "The input data is mostly zeros": str(set(arguments(sparse)) & {"x", "inputs"} or "no"),
        "There are few classes": "no" if np.size(sparse(np.zeros(1), predicted[1])) else "yes",
        "There is little data": "no" if np.size(sparse(np.zeros(rows), predicted[0])) else "yes",
    }
    assert said[fact.answer] == "runs"
    assert {said[wrong] for wrong in fact.wrong} == {"no"}


@proves("loss-by-label-shape")
def test_one_hot_labels_want_one_loss(fact: Fact) -> None:
    def is_cross_entropy(name: str) -> bool:
        labels = to_categorical(CLASSES)
        runs = outcome(loss, name, labels, PREDICTED) == "runs"
        return runs and np.allclose(loss(name, labels, PREDICTED), -np.log([0.8, 0.4]))

    assert [name for name in (fact.answer, *fact.wrong) if is_cross_entropy(name)] == [fact.answer]


@proves("loss-three-names")
def test_all_cross_entropies_but_the_focal_variants(fact: Fact) -> None:
    names = {name for name in dir(losses) if name.endswith("_crossentropy")}
    assert set(fact.right) == {name for name in names if "focal" not in name}


@proves("spell-binary-loss", "spell-categorical-loss")
def test_keras_knows_the_mended_loss_only(fact: Fact) -> None:
    (misspelled,) = re.findall(r"\b\w+al_\w+|\b\w+_cross_\w+", fact.ask)
    assert outcome(_evaluated, misspelled) == "ValueError"
    assert outcome(losses.get, fact.answer) == "runs"
    assert fact.answer.startswith(misspelled[:6])


def _evaluated(name: str) -> None:
    model = keras.Sequential([keras.Input((4,)), layers.Dense(1, activation="sigmoid")])
    model.compile(loss=name)
    model.evaluate(np.zeros((2, 4)), np.zeros((2, 1)), verbose=0)


@proves("loss-of-a-guess")
def test_the_loss_of_knowing_nothing(fact: Fact) -> None:
    guess = float(loss("categorical_crossentropy", np.eye(10)[:1], np.full((1, 10), 0.1)).item())
    assert round(guess, 1) == literal(fact.answer)
    assert round(guess, 1) not in map(literal, fact.wrong)


@proves("categorical-with-integers")
def test_integer_labels_with_the_one_hot_loss(fact: Fact) -> None:
    ended = outcome(loss, "categorical_crossentropy", CLASSES, PREDICTED)
    assert f"It raises a {ended}" == fact.answer


@proves("categorical-same-value")
def test_two_ways_to_write_the_same_labels(fact: Fact) -> None:
    sparse = loss("sparse_categorical_crossentropy", CLASSES, PREDICTED)
    one_hot = loss("categorical_crossentropy", to_categorical(CLASSES), PREDICTED)
    said = {
        "They are the same": np.allclose(sparse, one_hot),
        "It is smaller with integers": bool((sparse < one_hot - 1e-6).all()),
        "It is smaller with one-hot": bool((one_hot < sparse - 1e-6).all()),
    }
    only_the_answer(fact, said.__getitem__)


@proves("binary-with-three-labels")
def test_a_label_2_makes_the_loss_negative(fact: Fact) -> None:
    two, one = (loss("binary_crossentropy", [[label]], [[0.9]]).item() for label in (2.0, 1.0))
    said = {
        "It runs, and the loss can sink below zero": two < 0,
        "It raises a ValueError about the label 2": np.isnan(two),
        "It treats 2 as 1": two == one,
    }
    only_the_answer(fact, said.__getitem__)
