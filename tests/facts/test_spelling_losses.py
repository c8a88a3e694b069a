"""Names of losses, activations, metrics and optimizers, asked of Keras."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pytest
import sklearn.metrics
from keras import layers
from sklearn.metrics import get_scorer, get_scorer_names

from tests.facts.proof import Fact, arguments, default, literal, proves
from tests.facts.spelling import misspelled, nearest

LOSSES = [name for name in dir(keras.losses) if "_" in name and name.islower()]
ACTIVATIONS = [name for name in dir(keras.activations) if name.islower()]
GOOD = np.array([[0.1, 0.7, 0.2]], "float32")
"""What a softmax might say of one sample, whose class is 1."""


def refuses(get: Callable[[str], Any], name: str) -> bool:
    with pytest.raises(ValueError, match=f"Could not interpret.*: {name}"):
        get(name)
    return True


def loss(name: str, truth: Any, said: Any) -> float:
    return float(np.mean(np.asarray(keras.losses.get(name)(truth, said))))


@proves("spl-mse-short", "spl-mae-short")
def test_short_names_and_what_they_compute(fact: Fact) -> None:
    wanted = 2 if "gives 2" in fact.ask else 5
    (name,) = {keras.losses.get(name).__name__ for name in fact.right}
    assert getattr(sklearn.metrics, name)([0, 0], [1, -3]) == wanted
    assert refuses(keras.losses.get, "sme")


@pytest.mark.fit
@proves("spl-mse-short", "spl-mae-short")
def test_the_short_names_in_keras(fact: Fact) -> None:
    wanted = 2 if "gives 2" in fact.ask else 5
    assert all(loss(name, np.zeros(2), np.array([1.0, -3.0])) == wanted for name in fact.right)


@proves("spl-mse-full", "spl-binary-trophy", "spl-categorical-vowel", "spl-sparse-c")
def test_a_misspelled_loss(fact: Fact) -> None:
    wrong = misspelled(fact)
    assert refuses(keras.losses.get, wrong)
    assert keras.losses.get(fact.answer).__name__ == fact.answer
    assert nearest(wrong, LOSSES) == fact.answer


@proves("spl-binary-trophy")
def test_compile_lets_a_misspelled_loss_pass(fact: Fact) -> None:
    model = keras.Sequential([keras.Input((2,)), layers.Dense(1)])
    model.compile(loss=misspelled(fact))
    with pytest.raises(ValueError, match="Could not interpret loss"):
        model.evaluate(np.zeros((1, 2)), np.zeros((1, 1)), verbose=0)


@proves("spl-mae-full")
def test_the_short_name_written_out(fact: Fact) -> None:
    assert keras.losses.get("mae").__name__ == fact.answer


@proves("spl-binary-sound", "spl-categorical-short")
def test_a_loss_as_one_says_it(fact: Fact) -> None:
    said = {"binary cross-entropy": "bce", "CCE": "cce"}
    (short,) = (short for words, short in said.items() if words in fact.ask)
    assert "".join(part[0] for part in fact.answer.replace("cross", "c_").split("_")) == short
    assert keras.losses.get(fact.answer)
    assert refuses(keras.losses.get, "cce")


@proves("spl-mse-class", "spl-binary-class", "spl-categorical-class", "spl-sparse-class")
def test_the_class_of_a_loss(fact: Fact) -> None:
    made = getattr(keras.losses, (fact.holes or fact.right)[0])()
    functions = {
        "spl-mse-class": keras.losses.mean_squared_error,
        "spl-binary-class": keras.losses.binary_crossentropy,
        "spl-categorical-class": keras.losses.categorical_crossentropy,
        "spl-sparse-class": keras.losses.sparse_categorical_crossentropy,
    }
    assert made.fn is functions[fact.id]
    assert not hasattr(keras.losses, "BinaryCrossEntropy")
    assert not hasattr(keras.losses, "CategoricalCrossEntropy")


@proves("spl-rmse-class")
def test_the_class_that_measures_rmse(fact: Fact) -> None:
    assert refuses(keras.losses.get, "rmse")
    metric = getattr(keras.metrics, fact.answer)()
    assert float(metric([0.0, 0.0], [1.0, 7.0])) == pytest.approx(5)


@proves("spl-sparse-middle")
def test_a_word_left_out_of_a_loss(fact: Fact) -> None:
    assert refuses(keras.losses.get, "sparse_crossentropy")
    assert keras.losses.get(f"sparse_{fact.holes[0]}_crossentropy")


TRUTHS = {"integer": np.array([1]), "one-hot": np.array([[0, 1, 0]])}
SPARSE = "sparse_categorical_crossentropy"
OTHER = {"categorical_crossentropy": SPARSE, SPARSE: "categorical_crossentropy"}


def truth(fact: Fact) -> Any:
    """The labels that the question speaks of."""
    (labels,) = (labels for kind, labels in TRUTHS.items() if f"on {kind} labels" in fact.ask)
    return labels


@proves("spl-same-rank", "spl-rank-minus-one")
def test_which_loss_fits_the_labels(fact: Fact) -> None:
    assert loss(fact.answer, truth(fact), GOOD) == pytest.approx(-np.log(0.7), abs=1e-4)
    with pytest.raises(ValueError, match="must have the same shape"):
        loss(OTHER[fact.answer], truth(fact), GOOD)


@pytest.mark.fit
@proves("spl-same-rank", "spl-rank-minus-one")
def test_what_tensorflow_says_of_the_other_loss(fact: Fact) -> None:
    message = fact.ask.partition("says ")[2].partition(". The")[0]
    with pytest.raises(ValueError, match=re.escape(message)):
        loss(OTHER[fact.answer], truth(fact), GOOD)


@proves("spl-sigmoid", "spl-softmax", "spl-linear")
def test_a_misspelled_activation(fact: Fact) -> None:
    wrong = misspelled(fact)
    assert refuses(keras.activations.get, wrong)
    assert nearest(wrong, ACTIVATIONS) == fact.answer
    assert keras.activations.get(fact.answer).__name__ == fact.answer


@proves("spl-relu")
def test_l_for_r(fact: Fact) -> None:
    wrong = misspelled(fact)
    assert refuses(keras.activations.get, wrong)
    assert [name for name in ACTIVATIONS if name.replace("r", "l") == wrong] == [fact.answer]
    assert refuses(keras.activations.get, "ReLU")


@proves("spl-tanh")
def test_the_hyperbolic_tangent(fact: Fact) -> None:
    assert default(layers.LSTM, "activation") == default(layers.GRU, "activation") == fact.answer
    said = float(np.asarray(keras.activations.get(fact.answer)(np.array(0.5, "float32"))))
    assert said == pytest.approx(np.tanh(0.5), abs=1e-4)
    assert refuses(keras.activations.get, "tahn")


@proves("spl-optimizer", "spl-metrics")
def test_the_arguments_of_compile(fact: Fact) -> None:
    name = (fact.holes or fact.right)[0]
    assert name in arguments(keras.Model.compile)
    wrong = {"optimizer": "optimiser", "metrics": "matrics"}[name]
    with pytest.raises(TypeError, match=wrong):
        keras.Sequential().compile(**{wrong: None})


@proves("spl-accuracy")
def test_accuracy(fact: Fact) -> None:
    wrong = misspelled(fact)
    assert refuses(keras.metrics.get, wrong)
    assert isinstance(keras.metrics.get(fact.answer), keras.metrics.Accuracy)
    assert get_scorer(fact.answer)
    assert nearest(wrong, get_scorer_names()) == fact.answer
    assert "acc" not in get_scorer_names()


@proves("spl-adam")
def test_adam(fact: Fact) -> None:
    assert {type(keras.optimizers.get(name)) for name in fact.right} == {keras.optimizers.Adam}
    assert "adaptive estimation of first-order and" in str(keras.optimizers.Adam.__doc__)
    assert refuses(keras.optimizers.get, "addam")
    assert literal(fact.answer) == "".join(["Adaptive"[:3], "Moment"[0]]).lower()
