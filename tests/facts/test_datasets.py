"""Data sets of scikit-learn: those that come along are loaded, of others its own words are read."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
import sklearn.datasets
from sklearn.metrics import accuracy_score, f1_score
from sklearn.model_selection import train_test_split
from sklearn.utils.multiclass import type_of_target

from tests.facts.proof import Fact, default, proves

TASKS = {
    "regression": "continuous",
    "binary classification": "binary",
    "multiclass classification": "multiclass",
}
"""What scikit-learn calls the y of each task."""


def load(name: str) -> Any:
    return getattr(sklearn.datasets, name)()


def documented(name: str) -> str:
    """What scikit-learn itself writes on a data set that is not downloaded here."""
    return str(getattr(sklearn.datasets, name).__doc__)


def described(name: str) -> str:
    return (files("sklearn.datasets.descr") / name).read_text("utf-8")


def boston_error() -> str:
    with pytest.raises(ImportError) as raised:
        from sklearn.datasets import load_boston  # noqa: F401
    return str(raised.value)


@proves("data-cancer-loader", "data-covtype-loader")
def test_a_loader_and_what_it_loads(fact: Fact) -> None:
    assert callable(getattr(sklearn.datasets, fact.answer))
    assert not hasattr(sklearn.datasets, "load_cancer")
    words = {"load_breast_cancer": "breast cancer", "fetch_covtype": "cover type"}
    word = words[fact.answer]
    text = described(f"{fact.answer.partition('_')[2]}.rst")
    assert word in text.lower()
    assert word.rpartition(" ")[0] in fact.ask


@proves("data-cancer-task")
def test_cancer_has_two_classes(fact: Fact) -> None:
    y = load("load_breast_cancer").target
    assert TASKS[fact.answer] == type_of_target(y)
    assert all(TASKS[wrong] != type_of_target(y) for wrong in fact.wrong)


@proves("data-cancer-zero")
def test_cancer_is_zero(fact: Fact) -> None:
    cancer = load("load_breast_cancer")
    assert fact.answer.startswith(cancer.target_names[0])
    assert not any(wrong.startswith(cancer.target_names[0]) for wrong in fact.wrong)
    assert len(cancer.target) == 569
    assert not np.isnan(cancer.data).any()
    assert default(f1_score, "pos_label") == 1


@proves("data-wine-shape", "data-digits-shape")
def test_the_shape_of_data(fact: Fact) -> None:
    (name,) = re.findall(r"load_\w+", fact.ask)
    assert load(name).data.shape == fact.value


@proves("data-wine-classes")
def test_as_many_units_as_classes(fact: Fact) -> None:
    assert len(np.unique(load("load_wine").target)) == fact.value


@proves("data-bunch")
def test_the_parts_of_a_bunch(fact: Fact) -> None:
    wine = load("load_wine")
    shapes = [getattr(wine, hole).shape for hole in fact.holes]
    assert shapes == [(178, 13), (178,)]
    assert wine[fact.holes[0]] is getattr(wine, fact.holes[0])


@proves("data-descr")
def test_the_description(fact: Fact) -> None:
    text = getattr(load("load_wine"), fact.answer)
    assert "Wine recognition dataset" in text
    assert "Missing Attribute Values" in text


@proves("data-return-x-y")
def test_x_and_y_at_once(fact: Fact) -> None:
    x, y = sklearn.datasets.load_digits(**{fact.holes[0]: True})
    assert (x.ndim, y.ndim) == (2, 1)


@proves("data-digits-max")
def test_the_brightest_pixel(fact: Fact) -> None:
    assert load("load_digits").data.max() == fact.value
    assert load("load_digits").data.max() / 255 < 0.063


@proves("data-digits-dtype")
def test_whole_numbers_in_floats(fact: Fact) -> None:
    data = load("load_digits").data
    assert (data == data.astype(int)).all()
    assert data.dtype == fact.answer


@proves("data-diabetes-task")
def test_diabetes_is_regression(fact: Fact) -> None:
    y = load("load_diabetes").target
    assert (y.min(), y.max()) == (25, 346)
    assert len(np.unique(y)) > 200
    assert "disease progression" in load("load_diabetes").DESCR
    assert fact.answer.endswith("regression")
    assert not any(wrong.endswith("regression") for wrong in fact.wrong)


@proves("data-diabetes-split")
def test_a_fifth_of_diabetes(fact: Fact) -> None:
    data = load("load_diabetes").data
    assert str(data.shape) in fact.ask
    assert train_test_split(data, test_size=0.2)[1].shape == fact.value


@proves("data-diabetes-scaled")
def test_diabetes_comes_scaled(fact: Fact) -> None:
    data = load("load_diabetes").data
    assert fact.answer == "the columns come scaled already"
    assert data.mean(0) == pytest.approx(0)
    assert (data**2).sum(0) == pytest.approx(1)
    assert data.std(0) == pytest.approx(0.05, abs=0.005)
    assert 0.038 in data[:, 0].round(3)
    assert sklearn.datasets.load_diabetes(scaled=False).data[:, 0].min() >= 18


@proves("data-target-dtype")
def test_whose_y_is_no_integer(fact: Fact) -> None:
    assert load(fact.answer).target.dtype == "float64"
    assert {load(wrong).target.dtype.name for wrong in fact.wrong} == {"int64"}


@proves("data-boston-error")
def test_boston_is_gone(fact: Fact) -> None:
    with pytest.raises(Exception, match="removed") as raised:
        from sklearn.datasets import load_boston  # noqa: F401
    assert raised.type.__name__ == fact.answer


@proves("data-boston-version")
def test_since_when_boston_is_gone(fact: Fact) -> None:
    assert f"since version {fact.answer}." in boston_error()


@proves("data-boston-reason")
def test_why_boston_is_gone(fact: Fact) -> None:
    assert fact.answer == "a column makes assumptions about race"
    text = boston_error()
    assert 'variable "B" assuming that racial' in " ".join(text.split())
    assert "ethical problem" in text
    assert not re.search("too large|copyright", text)


@proves("data-california-loader")
def test_what_is_recommended_instead(fact: Fact) -> None:
    assert f"from sklearn.datasets import {fact.answer}" in boston_error()
    assert callable(getattr(sklearn.datasets, fact.answer))


@proves("data-load-or-fetch")
def test_which_needs_the_internet(fact: Fact, tmp_path: Path) -> None:
    fetch = getattr(sklearn.datasets, fact.answer)
    assert default(fetch, "download_if_missing") is True
    with pytest.raises(OSError, match="Data not found"):
        fetch(data_home=tmp_path, download_if_missing=False)
    assert all(len(load(wrong).data) for wrong in fact.wrong)


@proves("data-california-shape")
def test_the_input_of_a_model_on_california(fact: Fact) -> None:
    assert f"shape (20640, {fact.value[0]})" in documented("fetch_california_housing")
    assert keras.Input(shape=fact.value).shape == (None, 8)


@proves("data-california-unit")
def test_the_unit_of_california(fact: Fact) -> None:
    (unit,) = re.findall(r"\(\$([\d,]+)\)", described("california_housing.rst"))
    assert float(unit.replace(",", "")) * 2.5 == fact.value
    assert "y = 2.5" in fact.ask


@proves("data-covtype-task")
def test_the_output_for_covtype(fact: Fact) -> None:
    (classes,) = re.findall(r"Classes +(\d+)", documented("fetch_covtype"))
    right = f"Dense({classes}, activation='softmax')"
    assert fact.answer == right
    assert right not in fact.wrong


@proves("data-covtype-size")
def test_the_largest_set(fact: Fact) -> None:
    def samples(name: str) -> int:
        if name.startswith("load"):
            return len(load(name).data)
        return int(re.findall(r"Samples total +(\d+)", documented(name))[0])

    assert samples(fact.answer) > 580_000
    assert max(map(samples, fact.wrong)) == 20640


@proves("data-kaggle-bank")
def test_always_saying_the_larger_class(fact: Fact) -> None:
    zeros, ones = map(int, re.findall(r"\d{5,}", fact.ask))
    y: Any = np.repeat([0, 1], [zeros, ones])
    assert accuracy_score(y, np.zeros_like(y)) == pytest.approx(
        float(fact.answer.split()[-1]), abs=0.005
    )
