"""What cards say of the dtype of their data: it is so, and the line makes it what it must be."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pandas as pd
import pytest
from keras.utils import to_categorical
from sklearn.datasets import load_breast_cancer, load_diabetes, load_digits, load_wine

from quiz.cards.dtype_first import DtypeFirst
from tests.facts.pictures import paint, read
from tests.facts.proof import Fact, facts

SAID = {id: fact for id, fact in facts().items() if fact.cards[0].dtype_first}
DOCUMENTED = {
    "img-cifar-one-image": "cifar100",
    "data-mnist-load": "mnist",
    "data-fashion-same": "fashion_mnist",
    "data-cifar-coarse": "cifar100",
    "output-units-digits": "mnist",
}
"""Data that would have to be downloaded, but whose dtype Keras writes down."""
FROM_FOLDERS = {"img-target-size-order", "img-grey-batch", "img-labels-default-shape"}
NAMES: dict[str, Any] = {
    "np": np,
    "pd": pd,
    "to_categorical": to_categorical,
    "load_wine": load_wine,
    "load_breast_cancer": load_breast_cancer,
    "load_diabetes": load_diabetes,
    "load_digits": load_digits,
}
GIVEN: dict[str, dict[str, Any]] = {
    "shapes-reshape-returns": {"x": np.arange(6)},
    "loss-for-to-categorical": {"y": to_categorical([0, 2, 1])},
    "ver-pd-cow": {"df": pd.DataFrame({"a": [1, 2, 3]})},
}
"""What the question says the name stands for."""


def first_of(fact: Fact) -> DtypeFirst:
    first = fact.cards[0].dtype_first
    assert first is not None
    return first


@pytest.mark.parametrize("id", sorted(SAID.keys() - DOCUMENTED.keys() - FROM_FOLDERS))
def test_the_data_are_of_that_type(id: str) -> None:
    first = first_of(SAID[id])
    names = {**NAMES, **GIVEN.get(id, {})}
    assert str(eval(first.of, names).dtype) == first.found


@pytest.mark.parametrize("id", sorted(DOCUMENTED))
def test_keras_says_that_the_data_are_of_that_type(id: str) -> None:
    first = first_of(SAID[id])
    says = str(getattr(keras.datasets, DOCUMENTED[id]).load_data.__doc__)
    assert re.findall(rf"`{first.of}`\*\*: `(\w+)`", says) == [first.found]


@pytest.mark.parametrize("id", sorted(FROM_FOLDERS))
def test_pictures_from_folders_are_of_that_type(id: str, tmp_path: Path) -> None:
    first = first_of(SAID[id])
    images, labels = next(read(paint(tmp_path, "cat dog", 2)))
    assert str({"images": images, "labels": labels}[first.of].dtype) == first.found


@pytest.mark.parametrize("id", sorted(id for id in SAID if first_of(SAID[id]).mend))
def test_each_line_makes_it_what_it_must_be(id: str) -> None:
    first = first_of(SAID[id])
    for line in first.mend:
        data: Any = np.zeros(3, first.found)
        names = {**NAMES, "x_train": data, "x": data, "df": pd.DataFrame({"a": data})}
        assert str(np.asarray(left_by(line, first.of, names)).dtype) == first.must


def left_by(line: str, of: str, names: dict[str, Any]) -> Any:
    """Run `line` with `names`; return its value, or what `of` is after an assignment."""
    if isinstance(ast.parse(line).body[0], ast.Expr):
        return eval(line, names)
    exec(line, names)
    return eval(of, names)
