"""SMOTE and its pipeline, asked of imbalanced-learn: the cards of the deck imbalance."""

from __future__ import annotations

import importlib
from importlib.metadata import packages_distributions
from typing import Any

import imblearn.pipeline
import numpy as np
import pytest
import sklearn.pipeline
from imblearn import over_sampling
from imblearn.over_sampling import SMOTE
from sklearn.datasets import make_classification
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import cross_val_score, train_test_split
from sklearn.neighbors import KNeighborsClassifier
from sklearn.svm import SVC

from tests.facts.choices import only_the_answer
from tests.facts.code import calls
from tests.facts.counts import counts
from tests.facts.outcome import outcome
from tests.facts.program import orders_that_run
from tests.facts.proof import Fact, default, literal, proves
from tests.facts.tuples import shape


def points(zeros: int, ones: int) -> tuple[Any, Any]:
    """Return two features and labels of two classes."""
    y: Any = np.repeat([0, 1], [zeros, ones])
    return np.random.default_rng(0).normal(y[:, None], 1, (len(y), 2)), y


def ones_after(smote: Any, fact: Fact) -> int:
    zeros, ones = counts(fact)
    return int(smote.fit_resample(*points(zeros, ones))[1].sum())


def between(point: Any, ends: Any) -> bool:
    """Return whether `point` lies on a line between two of `ends`."""
    away = np.linalg.norm(ends - point, axis=1)
    apart = np.linalg.norm(ends[:, None] - ends[None], axis=2)
    detour = away[:, None] + away[None] - apart
    return bool(np.any((detour < 1e-9) & (apart > 0)))


@proves("imb-smote-how")
def test_where_new_samples_come_from(fact: Fact) -> None:
    X, y = points(90, 10)
    more, labels = SMOTE(random_state=0).fit_resample(X, y)
    new = more[100:]
    said = {
        "It picks points between minority neighbours": all(
            between(point, X[y == 1]) for point in new
        ),
        "It copies minority samples as they are": any(point in X for point in new),
        "It takes samples of the majority away": (labels == 0).sum() != 90,
        "It relabels samples of the majority": (labels[:100] != y).any(),
    }
    only_the_answer(fact, lambda option: bool(said[option]))


@proves("imb-install")
def test_the_name_to_install(fact: Fact) -> None:
    (name,) = fact.holes
    assert packages_distributions()["imblearn"] == [name]


@proves("imb-resample-returns")
def test_rows_and_labels_come_out(fact: Fact) -> None:
    X, y = points(90, 10)
    returned = SMOTE(random_state=42).fit_resample(X, y)
    more, labels = returned
    old, new = (more[:100] == X).all() and (labels[:100] == y).all(), more[100:]
    said = {
        "X and y, the new rows added to the old": old and len(new) == len(labels[100:]) > 0,
        "X and y with the new rows only": not old,
        "Only X, the new rows added to the old": not isinstance(returned, tuple),
        "X and y, as many rows as before, changed": len(more) == len(X),
    }
    only_the_answer(fact, lambda option: bool(said[option]))
    assert not any(hasattr(SMOTE, other) for other in ("fit_transform", "fit_sample"))


@proves("imb-smote-count")
def test_smote_fills_up_to_the_majority(fact: Fact) -> None:
    assert ones_after(SMOTE(), fact) == fact.value


@proves("imb-smote-half")
def test_a_float_is_a_ratio_to_the_majority(fact: Fact) -> None:
    (smote,) = calls(fact)
    assert ones_after(smote.of(over_sampling), fact) == fact.value


@proves("imb-k-default")
def test_neighbours_by_default(fact: Fact) -> None:
    (k,) = map(literal, fact.holes)
    assert k == default(SMOTE, "k_neighbors") == default(KNeighborsClassifier, "n_neighbors")


@proves("imb-k-too-few")
def test_one_sample_more_than_neighbours(fact: Fact) -> None:
    (ones,) = counts(fact)
    X, y = points(40, ones)
    assert SMOTE(k_neighbors=fact.value).fit_resample(X, y)[1].sum() == 40
    with pytest.raises(ValueError, match="Expected n_neighbors <= n_samples_fit"):
        SMOTE(k_neighbors=fact.value + 1).fit_resample(X, y)


@proves("imb-smote-images")
def test_images_are_flattened_for_smote(fact: Fact) -> None:
    x = np.random.default_rng(0).random(shape(fact))
    y: Any = np.repeat([0, 1], [len(x) - 10, 10])
    with pytest.raises(ValueError, match="Found array with dim 4"):
        SMOTE().fit_resample(x, y)
    for right in map(literal, fact.right):
        more, labels = SMOTE().fit_resample(x.reshape(right), y)
        assert x.reshape(right).shape == fact.value
        assert len(more) == len(labels) == 2 * (len(x) - 10)


@proves("imb-order")
def test_only_one_order_runs(fact: Fact) -> None:
    X, y = points(90, 20)
    names = {"train_test_split": train_test_split, "SMOTE": SMOTE, "f1_score": f1_score}
    given: dict[str, Any] = {name: lambda made=made: made for name, made in names.items()}
    runs = orders_that_run(fact, X=lambda: X, y=lambda: y, model=LogisticRegression, **given)
    assert runs == [fact.steps]


def neighbour_f1(X: Any, y: Any, *, early: bool) -> float:
    """Return the f1 with SMOTE before the split (`early`), or after it on the training part."""
    if early:
        X, y = SMOTE(random_state=0).fit_resample(X, y)
    X_train, X_test, y_train, y_test = train_test_split(X, y, stratify=y, random_state=0)
    if not early:
        X_train, y_train = SMOTE(random_state=0).fit_resample(X_train, y_train)
    return float(f1_score(y_test, KNeighborsClassifier(1).fit(X_train, y_train).predict(X_test)))


@proves("imb-leak")
def test_smote_before_the_split_leaks(fact: Fact) -> None:
    X, y = make_classification(
        2000, 20, n_informative=3, weights=[0.95], flip_y=0.02, random_state=0
    )
    early, late = (f"{neighbour_f1(X, y, early=when):.2f}" for when in (True, False))
    assert fact.ask.index(early) < fact.ask.index(late)
    seen, new = slice(1000), slice(1000, None)
    model = KNeighborsClassifier(1).fit(*SMOTE(random_state=0).fit_resample(X[seen], y[seen]))
    more, labels = SMOTE(random_state=0).fit_resample(X, y)
    made = more[2000:]
    said = {
        "The test part holds points blended from training samples": all(
            between(point, X[y == 1]) for point in made[::100]
        ),
        "With more data the model really got better": f1_score(y[new], model.predict(X[new])) > 0.9,
        "The test part holds no 1s": labels.mean() == 0,
    }
    only_the_answer(fact, lambda option: bool(said[option]))


@proves("imb-pipeline-import")
def test_a_pipeline_that_takes_smote(fact: Fact) -> None:
    (room,) = fact.holes
    pipeline = importlib.import_module(room).make_pipeline(SMOTE(), LogisticRegression())
    assert len(cross_val_score(pipeline, *points(90, 20), cv=5)) == 5


@proves("imb-sklearn-pipeline")
def test_scikit_learn_s_pipeline_refuses_smote(fact: Fact) -> None:
    refused = sklearn.pipeline.make_pipeline(SMOTE(), SVC())
    assert outcome(lambda: refused.fit(*points(90, 20))) == fact.answer


@proves("imb-pipeline-predict")
def test_smote_rests_while_predicting(fact: Fact) -> None:
    X, y = points(90, 20)
    pipeline = imblearn.pipeline.make_pipeline(SMOTE(random_state=0), LogisticRegression())
    predicted = pipeline.fit(X, y).predict(X)
    said = {
        "Nothing": (predicted == pipeline[-1].predict(X)).all(),
        "It balances X_test as well": len(predicted) == 180,
        "It adds the points made in training to X_test": len(predicted) > len(X),
    }
    only_the_answer(fact, lambda option: bool(said[option]))
