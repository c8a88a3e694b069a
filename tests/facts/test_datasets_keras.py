"""Data sets of Keras: they would be downloaded, so what Keras itself writes on them is read."""

from __future__ import annotations

import re

import keras
import numpy as np
import pandas as pd
import pytest
import sklearn.datasets
import sklearn.preprocessing
from sklearn.preprocessing import OneHotEncoder

from tests.facts.proof import Fact, default, proves


def documented(name: str) -> str:
    return str(getattr(keras.datasets, name).load_data.__doc__)


def asserted(name: str, array: str) -> str:
    """The shape of `array` that the example in Keras' documentation asserts."""
    return str(re.findall(rf"assert {array}\.shape == (.+)", documented(name))[0])


@proves("data-digits-or-mnist")
def test_which_has_this_shape(fact: Fact) -> None:
    def has(name: str) -> bool:
        bundled = getattr(sklearn.datasets, name, None)
        shape = str(bundled().data.shape) if bundled else asserted(name, "x_train")
        return f"shape {shape}" in fact.ask

    assert has(fact.answer)
    assert not any(map(has, fact.wrong))
    assert "`uint8`" in documented("mnist")


@proves("data-boston-keras")
def test_boston_in_keras(fact: Fact) -> None:
    assert "Boston" in documented(fact.holes[0])
    assert "ethical problem" in documented(fact.holes[0])


@proves("data-mnist-name")
def test_the_name_of_mnist(fact: Fact) -> None:
    assert "images of the 10 digits" in documented(fact.answer)
    assert not hasattr(keras.datasets, "mminst")


@proves("data-mnist-load")
def test_loading_mnist(fact: Fact) -> None:
    call = f"(x_train, y_train), (x_test, y_test) = keras.datasets.mnist.{fact.holes[0]}()"
    assert call in documented("mnist")
    assert callable(getattr(keras.datasets.mnist, fact.holes[0]))


@proves("data-fashion-same")
def test_fashion_replaces_mnist(fact: Fact) -> None:
    assert fact.answer == "nothing"
    for array in ("x_train", "y_train"):
        assert asserted("mnist", array) == asserted("fashion_mnist", array)
    assert all("in range 0-9" in documented(name) for name in ("mnist", "fashion_mnist"))
    assert "drop-in replacement for MNIST" in documented("fashion_mnist")


@proves("data-labels-with-axis")
def test_whose_labels_have_two_axes(fact: Fact) -> None:
    assert asserted(fact.answer, "y_train") == "(50000, 1)"
    assert {asserted(wrong, "y_train") for wrong in fact.wrong} == {"(60000,)"}
    column = np.array([[0], [1]])
    OneHotEncoder().fit(column)
    with pytest.raises(Exception, match="1-dimensional"):
        pd.get_dummies(column)


@proves("data-cifar-coarse")
def test_coarse_labels(fact: Fact) -> None:
    words = " ".join(documented("cifar100").split())
    assert f"grouped into {fact.answer} coarse-grained classes" in words
    assert default(keras.datasets.cifar100.load_data, "label_mode") == "fine"


@proves("data-not-a-dataset")
def test_which_is_no_data_set(fact: Fact) -> None:
    def is_data(name: str) -> bool:
        return hasattr(keras.datasets, name) or hasattr(sklearn.datasets, f"load_{name}")

    assert not is_data(fact.answer)
    assert hasattr(sklearn.preprocessing, fact.answer)
    assert all(map(is_data, fact.wrong))
