"""Tasks and what y must look like, asked of scikit-learn and Keras."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from keras import layers
from sklearn.cluster import KMeans
from sklearn.ensemble import RandomForestClassifier
from sklearn.exceptions import DataConversionWarning
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.metrics import accuracy_score, adjusted_rand_score, mean_squared_error, r2_score
from sklearn.utils import get_tags
from sklearn.utils.multiclass import type_of_target

from tests.facts.proof import Fact, default, proves

X = np.arange(12.0).reshape(6, 2)
CLASSES = np.array([0, 0, 1, 1, 2, 2])
PRICES = np.array([1.5, 2.7, 3.1, 4.9, 2.2, 0.7])
MODELS: dict[str, Any] = {
    model.__name__: model
    for model in (KMeans, LogisticRegression, LinearRegression, RandomForestClassifier)
}
TASKS = {
    "regression": "continuous",
    "binary classification": "binary",
    "multiclass classification": "multiclass",
    "clustering": None,
}
"""What scikit-learn calls the y of each task."""


@proves("learn-supervised", "learn-unsupervised")
def test_what_needs_y_is_supervised(fact: Fact) -> None:
    named = {True: ("supervised", LogisticRegression), False: ("unsupervised", KMeans)}
    word, model = named["the right answers y" in fact.ask]
    assert fact.answer == f"{word} learning"
    assert get_tags(model()).target_tags.required == (word == "supervised")


@proves("learn-which-without-y")
def test_only_one_learns_from_X_alone(fact: Fact) -> None:
    MODELS[fact.answer](2).fit(X)
    for name in fact.wrong:
        with pytest.raises(TypeError, match="'y'"):
            MODELS[name]().fit(X)


@proves("learn-fit-without-y")
def test_leaving_out_y(fact: Fact) -> None:
    with pytest.raises(Exception, match="missing 1 required positional argument") as raised:
        LogisticRegression().fit(X)
    assert raised.type.__name__ == fact.answer


@proves("learn-two-tasks")
def test_supervised_models_are_of_two_kinds(fact: Fact) -> None:
    kinds = {"regressor": "regression", "classifier": "classification"}
    supervised = [LinearRegression(), LogisticRegression(), RandomForestClassifier()]
    found = {get_tags(model).estimator_type for model in supervised}
    assert set(fact.right) == {kinds[kind] for kind in found}


@proves("learn-house-price")
def test_a_size_is_continuous(fact: Fact) -> None:
    assert TASKS[fact.answer] == type_of_target(PRICES)


@proves("learn-three-classes")
def test_three_classes(fact: Fact) -> None:
    assert TASKS[fact.answer] == type_of_target(["a", "b", "c"])


def values_shown(ask: str) -> Any:
    inside = ask.partition("[")[2].partition("]")[0]
    return np.array([float(number) for number in inside.split()])


@proves("learn-unique-seven", "learn-float-labels")
def test_the_values_decide_the_task(fact: Fact) -> None:
    y = values_shown(fact.ask)
    assert y.dtype == "float64"
    assert TASKS[fact.answer] == type_of_target(y)
    assert all(TASKS[wrong] != type_of_target(y) for wrong in fact.wrong)


@proves("learn-classifier-on-price")
def test_a_classifier_refuses_prices(fact: Fact) -> None:
    with pytest.raises(Exception, match="Unknown label type") as raised:
        LogisticRegression().fit(X, PRICES)
    assert fact.answer == f"It raises a {raised.type.__name__}"
    assert "Maybe you are trying to fit a classifier" in str(raised.value)


@proves("learn-regressor-on-classes")
def test_a_regressor_takes_class_numbers(fact: Fact) -> None:
    (predicted,) = LinearRegression().fit(X, CLASSES).predict([[3.0, 4.0]])
    assert predicted == pytest.approx(float(fact.answer.rpartition(" ")[2]), abs=0.01)
    assert predicted not in CLASSES


@proves("learn-onehot-in-sklearn")
def test_one_hot_labels_are_refused(fact: Fact) -> None:
    with pytest.raises(Exception, match="y should be a 1d array") as raised:
        LogisticRegression().fit(X, np.eye(3)[CLASSES])
    assert fact.answer == f"It raises a {raised.type.__name__}"
    LogisticRegression().fit(X, np.argmax(np.eye(3)[CLASSES], axis=1))


@proves("learn-column-y")
def test_a_column_of_labels(fact: Fact) -> None:
    with pytest.warns(DataConversionWarning, match="ravel"):
        forest = RandomForestClassifier(2).fit(X, CLASSES.reshape(-1, 1))
    flat = RandomForestClassifier(2).fit(X, CLASSES)
    assert forest.predict(X).shape == flat.predict(X).shape
    assert "warns" in fact.answer
    assert not any("warns" in wrong for wrong in fact.wrong)


@proves("learn-regression-output")
@pytest.mark.filterwarnings("ignore:.*softmax:UserWarning")
def test_only_a_bare_unit_reaches_prices(fact: Fact) -> None:
    def reaches(code: str) -> bool:
        units = int(code[len("Dense(") :].partition(",")[0].rstrip(")"))
        activation = code.partition("'")[2].partition("'")[0] or None
        layer = layers.Dense(units, activation=activation, kernel_initializer="ones")
        return float(np.asarray(layer(np.full((1, 1), 200_000.0))).max()) == 200_000.0

    assert reaches(fact.answer)
    assert not any(map(reaches, fact.wrong))
    assert default(layers.Dense, "activation") is None


@proves("learn-score-method")
def test_score_of_a_regressor_and_of_a_classifier(fact: Fact) -> None:
    metrics: dict[str, Callable[..., float]] = {
        "R²": r2_score,
        "accuracy": accuracy_score,
        "MSE": mean_squared_error,
    }
    models = [(LinearRegression().fit(X, PRICES), PRICES)]
    models += [(LogisticRegression().fit(X, CLASSES), CLASSES)]

    def fits(pair: str) -> bool:
        named = [metrics[name] for name in pair.split(", ")]
        try:
            return all(
                model.score(X, y) == metric(y, model.predict(X))
                for metric, (model, y) in zip(named, models, strict=True)
            )
        except ValueError as error:
            return "continuous is not supported" not in str(error)

    assert fits(fact.answer)
    assert not any(map(fits, fact.wrong))


@proves("learn-cluster-numbers")
def test_cluster_numbers_mean_nothing(fact: Fact) -> None:
    said = {"No, the grouping is perfect": 1.0, "Yes, only half of it is right": 0.5}
    assert adjusted_rand_score([0, 0, 1, 1], [1, 1, 0, 0]) == said[fact.answer]
    assert "Yes, its accuracy is 0" in fact.wrong
    assert accuracy_score([0, 0, 1, 1], [1, 1, 0, 0]) == 0
