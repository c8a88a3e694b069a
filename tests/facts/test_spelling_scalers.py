"""Names of scalers, their arguments and methods, asked of scikit-learn."""

from __future__ import annotations

import re
from importlib.metadata import packages_distributions
from importlib.util import find_spec
from typing import Any

import numpy as np
import pytest
import scipy.sparse
from sklearn import preprocessing

from tests.facts.proof import Fact, arguments, proves
from tests.facts.spelling import misspelled, nearest

SCALERS = [name for name in dir(preprocessing) if name.endswith("Scaler")]


def scaled(name: str, column: Any) -> Any:
    return getattr(preprocessing, name)().fit_transform(np.reshape(column, (-1, 1))).ravel()


@proves("sps-standard-d", "sps-minmax-function", "sps-maxabs-order")
def test_a_misspelled_scaler(fact: Fact) -> None:
    wrong = misspelled(fact)
    assert not hasattr(preprocessing, wrong)
    letters = "".join(sorted(fact.answer.lower()))
    like = {"".join(sorted(name.lower())): name for name in SCALERS}
    assert like[nearest("".join(sorted(wrong.lower())), like)] == like[letters]
    assert callable(getattr(preprocessing, fact.answer)().transform)


@proves("sps-robust-median")
def test_the_scaler_of_the_median(fact: Fact) -> None:
    assert not hasattr(preprocessing, "MedianScaler")
    column = np.array([[1.0], [2.0], [9.0]])
    centred = [name for name in SCALERS if scaled(name, column)[1] == 0]
    assert centred == [fact.answer]


@proves("sps-zero-to-one", "sps-half-to-one")
def test_which_scaler_makes_this(fact: Fact) -> None:
    before, after = (np.fromstring(text, sep=",") for text in re.findall(r"\[(.+?)\]", fact.ask))
    assert [name for name in SCALERS if (scaled(name, before) == after).all()] == [fact.answer]


@proves("sps-module")
def test_the_module_of_scalers(fact: Fact) -> None:
    assert find_spec("sklearn.preprocess") is None
    assert find_spec(f"sklearn.{fact.answer}") is not None
    assert preprocessing.StandardScaler.__module__.startswith(f"sklearn.{fact.answer}.")


@proves("sps-sklearn")
def test_what_the_package_is_imported_as(fact: Fact) -> None:
    assert packages_distributions()[fact.holes[0]] == ["scikit-learn"]


@proves("sps-fit-transform")
def test_a_misspelled_method(fact: Fact) -> None:
    scaler = preprocessing.StandardScaler()
    assert not hasattr(scaler, misspelled(fact))
    methods = [name for name in dir(scaler) if not name.startswith("_")]
    assert nearest(misspelled(fact), methods) == fact.answer


@proves("sps-inverse-transform")
def test_going_back(fact: Fact) -> None:
    column = np.array([[10.0], [30.0], [70.0]])
    for name in SCALERS:
        scaler = getattr(preprocessing, name)()
        back = getattr(scaler, fact.answer)
        assert back(scaler.fit_transform(column)) == pytest.approx(column)


@proves("sps-feature-range")
def test_a_misspelled_argument(fact: Fact) -> None:
    with pytest.raises(TypeError, match=misspelled(fact)):
        preprocessing.MinMaxScaler(**{misspelled(fact): (0, 1)})
    assert nearest(misspelled(fact), arguments(preprocessing.MinMaxScaler)) == fact.answer


@proves("sps-with-mean", "sps-with-centering")
def test_the_argument_that_the_error_names(fact: Fact) -> None:
    kind = preprocessing.StandardScaler if "mean" in fact.id else preprocessing.RobustScaler
    table = scipy.sparse.csr_matrix(np.eye(3))
    with pytest.raises(ValueError, match=f"`{fact.holes[0]}=False` instead"):
        kind().fit(table)
    kind(**{fact.holes[0]: False}).fit(table)


@proves("sps-with-std")
def test_not_dividing(fact: Fact) -> None:
    scaler = preprocessing.StandardScaler(**{fact.answer: False})
    assert scaler.fit_transform([[1.0], [5.0]]).ravel() == pytest.approx([-2, 2])


@proves("sps-quantile-range")
def test_dividing_by_another_width(fact: Fact) -> None:
    column = np.arange(101.0).reshape(-1, 1)
    scaler = preprocessing.RobustScaler(**{fact.holes[0]: (10.0, 90.0)}).fit(column)
    assert scaler.scale_ == pytest.approx([80])


@proves("sps-mean-attribute")
def test_the_mean_that_was_learned(fact: Fact) -> None:
    scaler = preprocessing.StandardScaler().fit([[1.0], [5.0]])
    assert getattr(scaler, fact.answer) == pytest.approx([3])
    assert not hasattr(scaler, fact.answer.rstrip("_"))


@proves("sps-csr-matrix")
def test_the_sparse_classes(fact: Fact) -> None:
    for name in fact.right:
        made = getattr(scipy.sparse, name)(np.eye(2))
        assert made.format == "csr"
        assert "Compressed Sparse Row" in str(type(made).__doc__)
