"""Names of searches, encoders, samplers, servers and data sets, asked of their libraries."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from importlib.metadata import distribution, packages_distributions
from importlib.util import find_spec
from typing import Any

import fastapi
import keras
import numpy as np
import pandas as pd
import pytest
import scipy.stats
import sklearn.datasets
import sklearn.ensemble
import sklearn.linear_model
import sklearn.metrics
import sklearn.svm
from bayes_opt import BayesianOptimization
from imblearn.over_sampling import SMOTE
from sklearn import model_selection, preprocessing
from sklearn.linear_model import LogisticRegression

from tests.facts.proof import Fact, arguments, proves
from tests.facts.spelling import misspelled, nearest

HOMES: dict[str, tuple[Any, str]] = {
    "spn-grid-search": (model_selection, "CV"),
    "spn-random-forest": (sklearn.ensemble, "Classifier"),
    "spn-logistic-regression": (sklearn.linear_model, "Regression"),
    "spn-one-hot-encoder": (preprocessing, "Encoder"),
    "spn-get-dummies": (pd, "get_"),
    "spn-to-categorical": (keras.utils, "to_"),
    "spn-fit-resample": (SMOTE, "fit"),
    "spn-f1-score": (sklearn.metrics, "_score"),
    "spn-covtype": (sklearn.datasets, "fetch_"),
    "spn-california": (sklearn.datasets, "housing"),
    "spn-diabetes": (sklearn.datasets, "load_"),
    "spn-fashion-mnist": (keras.datasets, "mnist"),
}
"""Where the name of a card lives, and what its kind has in common."""


@proves(
    "spn-grid-search",
    "spn-random-forest",
    "spn-logistic-regression",
    "spn-one-hot-encoder",
    "spn-get-dummies",
    "spn-to-categorical",
    "spn-fit-resample",
    "spn-f1-score",
    "spn-covtype",
    "spn-california",
    "spn-diabetes",
    "spn-fashion-mnist",
)
def test_the_misspelled_name_is_refused_and_this_is_the_nearest(fact: Fact) -> None:
    home, common = HOMES[fact.id]
    wrong = misspelled(fact)
    assert not hasattr(home, wrong)
    assert getattr(home, fact.answer)
    public = [name for name in dir(home) if common in name and not name.startswith("_")]
    assert nearest(wrong, public) == fact.answer


@proves("spn-randomized-search")
def test_the_random_search(fact: Fact) -> None:
    assert misspelled(fact) == "RandomSerachCV"
    assert not hasattr(model_selection, misspelled(fact))
    assert "param_distributions" in arguments(getattr(model_selection, fact.answer))


@proves("spn-halving-random", "spn-enable-halving")
def test_halving_in_a_new_python(fact: Fact) -> None:
    names = {"enable": "enable_halving_search_cv", "search": "HalvingRandomSearchCV"}
    kind = "enable" if "experimental" in fact.ask else "search"
    names[kind] = fact.answer
    lines = f"from sklearn.experimental import {names['enable']}\n"
    lines += f"from sklearn.model_selection import {names['search']}\n"
    assert runs(lines)
    assert not runs(lines.replace(fact.answer, misspelled(fact)))


def runs(code: str) -> bool:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0 or "ImportError: cannot import name" in done.stderr
    return done.returncode == 0


@proves("spn-model-selection", "spn-over-sampling")
def test_the_module_of_an_import(fact: Fact) -> None:
    package, names = re.findall(r"from (\w+)\.\S+ import (.+)", fact.ask)[0]
    module = import_module(f"{package}.{fact.holes[0]}")
    assert all(hasattr(module, name) for name in names.split(", "))
    assert find_spec(f"{package}.{fact.holes[0].replace('_', '')}") is None


ARGUMENTS: dict[str, Any] = {
    "spn-estimator": model_selection.GridSearchCV,
    "spn-param-grid": model_selection.GridSearchCV,
    "spn-n-jobs": model_selection.GridSearchCV,
    "spn-param-distributions": model_selection.RandomizedSearchCV,
    "spn-pbounds": BayesianOptimization,
    "spn-allow-duplicate": BayesianOptimization,
}


@proves(
    "spn-estimator",
    "spn-param-grid",
    "spn-n-jobs",
    "spn-param-distributions",
    "spn-pbounds",
    "spn-allow-duplicate",
)
def test_a_misspelled_argument_of_a_search(fact: Fact) -> None:
    search, wrong = ARGUMENTS[fact.id], misspelled(fact)
    assert search.__name__ in fact.ask
    with pytest.raises(TypeError, match=f"unexpected keyword argument '{wrong}'"):
        search(**{wrong: None})
    assert nearest(wrong, arguments(search)) == fact.answer


@proves("spn-n-candidates", "spn-aggressive")
def test_a_misspelled_argument_of_halving(fact: Fact) -> None:
    from sklearn.experimental import enable_halving_search_cv  # noqa: F401
    from sklearn.model_selection import HalvingRandomSearchCV

    wrong = misspelled(fact)
    with pytest.raises(TypeError, match=f"unexpected keyword argument '{wrong}'"):
        HalvingRandomSearchCV(LogisticRegression(), {}, **{wrong: 1})
    assert nearest(wrong, arguments(HalvingRandomSearchCV)) == fact.answer
    assert "n_iter" not in arguments(HalvingRandomSearchCV)


@proves("spn-svc")
def test_the_classifier_of_support_vectors(fact: Fact) -> None:
    kind = getattr(sklearn.svm, fact.answer)
    assert "C-Support Vector Classification" in str(kind.__doc__)
    assert not hasattr(sklearn.svm, "SVM")


@proves("spn-randint")
def test_the_distribution_of_whole_numbers(fact: Fact) -> None:
    drawn = getattr(scipy.stats, fact.holes[0])(3, 6).rvs(200, random_state=0)
    assert set(drawn) == {3, 4, 5}


@proves("spn-bayes-opt")
def test_a_misspelled_module(fact: Fact) -> None:
    assert find_spec(misspelled(fact)) is None
    assert BayesianOptimization.__module__.startswith(f"{fact.answer}.")
    assert packages_distributions()[fact.answer] == ["bayesian-optimization"]


@proves("spn-imblearn")
def test_what_a_package_is_imported_as(fact: Fact) -> None:
    (package,) = re.findall(r"pip install (\S+?),", fact.ask)
    assert packages_distributions()[fact.holes[0]] == [package]
    assert find_spec(package.replace("-", "_")) is None


@proves("spn-bayesian-optimization")
def test_the_class_of_bayes_opt(fact: Fact) -> None:
    assert BayesianOptimization.__name__ == fact.answer
    assert not hasattr(import_module("bayes_opt"), misspelled(fact))


@proves("spn-sparse-output")
def test_the_argument_for_a_dense_result(fact: Fact) -> None:
    encoder = preprocessing.OneHotEncoder(**{fact.holes[0]: False})
    assert isinstance(encoder.fit_transform([["a"], ["b"]]), np.ndarray)
    with pytest.raises(TypeError, match="'sparse'"):
        preprocessing.OneHotEncoder(sparse=False)


@proves("spn-smote")
def test_what_smote_stands_for(fact: Fact) -> None:
    module = import_module("imblearn.over_sampling")
    words = " ".join(getattr(module, fact.answer).__doc__.split())
    assert f"{fact.answer} - Synthetic Minority Over-sampling Technique" in words
    assert "Synthetic Minority Over-sampling Technique" in fact.ask
    assert not hasattr(module, fact.answer.lower())


@proves("spn-fastapi-class")
def test_the_class_of_the_app(fact: Fact) -> None:
    app = getattr(fastapi, fact.answer)()
    assert app.routes
    assert not hasattr(fastapi, "FastApi")


@proves("spn-uvicorn")
def test_the_command_of_the_server(fact: Fact) -> None:
    commands = distribution(fact.answer).entry_points.select(group="console_scripts")
    assert [command.name for command in commands] == [fact.answer]
    assert misspelled(fact) == "unicorn"
