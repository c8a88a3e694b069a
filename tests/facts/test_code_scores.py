"""Code that scores predictions and balances classes, run on small data."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest
from imblearn.over_sampling import SMOTE
from sklearn import metrics
from sklearn import pipeline as sklearn_pipeline
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC
from sklearn.utils.class_weight import compute_class_weight

from tests.facts.outcome import outcome
from tests.facts.proof import Fact, proves
from tests.facts.written import Names, ran

SKLEARN: Names = {name: getattr(metrics, name) for name in metrics.__all__} | {
    "math": math,
    "train_test_split": train_test_split,
    "SMOTE": SMOTE,
    "SVC": SVC,
    "RandomForestClassifier": RandomForestClassifier,
    "compute_class_weight": compute_class_weight,
}
TRUE = np.array([1, 1, 1, 0, 0, 0, 0, 0])
PRED = np.array([1, 0, 0, 1, 0, 0, 0, 0])
THREE = np.array([0, 0, 1, 1, 2, 2, 2, 2])


def left(fact: Fact, name: str, y: Any = TRUE, pred: Any = PRED) -> list[Any]:
    """Return what each right code leaves in `name`, given what it does not import itself."""
    there = {**SKLEARN}
    if "import" in fact.ask:
        del there["f1_score"]
    return [names[name] for names in ran(fact, {**there, "y_test": y, "pred": pred})]


@proves("code-accuracy")
def test_the_share_of_right_answers(fact: Fact) -> None:
    assert left(fact, "acc") == [5 / 8]


def f1(y: Any, pred: Any) -> float:
    hit = (y & pred).sum()
    return float(2 * hit / (y.sum() + pred.sum()))


@proves("code-f1")
def test_f1_of_the_rare_class(fact: Fact) -> None:
    assert left(fact, "f1") == [pytest.approx(f1(TRUE, PRED))]
    assert outcome(metrics.f1_score, THREE, THREE) == "ValueError"


@proves("code-f1-macro")
def test_every_class_counts_the_same(fact: Fact) -> None:
    pred = np.array([0, 1, 1, 1, 2, 2, 2, 0])
    each = [f1(k == THREE, k == pred) for k in range(3)]
    assert left(fact, "f1", THREE, pred) == [pytest.approx(np.mean(each))]


@proves("code-roc-auc")
def test_the_share_of_pairs_in_the_right_order(fact: Fact) -> None:
    x = np.random.default_rng(0).normal(size=(8, 2))
    model = LogisticRegression().fit(x, TRUE)
    scores = model.decision_function(x)
    pairs = [one > zero for one in scores[TRUE == 1] for zero in scores[TRUE == 0]]
    for names in ran(fact, lambda: {**SKLEARN, "model": model, "X_test": x, "y_test": TRUE}):
        assert names["auc"] == pytest.approx(np.mean(pairs))


@proves("code-confusion-matrix")
def test_rows_are_the_truth(fact: Fact) -> None:
    assert [cm.tolist() for cm in left(fact, "cm")] == [[[4, 1], [2, 1]]]


@proves("code-report")
def test_a_line_a_class(fact: Fact, capsys: pytest.CaptureFixture[str]) -> None:
    for _ in ran(fact, {**SKLEARN, "y_test": TRUE, "pred": PRED}):
        lines = [line.split() for line in capsys.readouterr().out.splitlines()]
        assert ["1", "0.50", "0.33", "0.40", "3"] in lines


@proves("code-rmse", "code-r2")
def test_scores_of_a_regression(fact: Fact) -> None:
    y, pred = np.array([3.0, 5.0, 10.0]), np.array([4.0, 5.0, 6.0])
    errors = np.array([1.0, 0.0, 16.0])
    spread = ((y - y.mean()) ** 2).sum()
    wanted = {"rmse": np.sqrt(errors.mean()), "r2": 1 - errors.sum() / spread}
    name = fact.id.removeprefix("code-")
    assert all(one == pytest.approx(wanted[name]) for one in left(fact, name, y, pred))


@proves("code-class-counts")
def test_how_many_of_each(fact: Fact) -> None:
    for names in ran(fact, {"y": np.array([0, 2, 2, 1, 2])}):
        counts = names["counts"]
        assert list(counts[1] if isinstance(counts, tuple) else counts) == [1, 1, 3]


RANDOM = np.random.default_rng(0)
Y = np.array([0] * 80 + [1] * 20)
X = RANDOM.normal(size=(100, 2)) + Y[:, None]


@proves("code-smote-import")
def test_what_is_imported_is_smote(fact: Fact) -> None:
    assert [names["SMOTE"] for names in ran(fact, {})] == [SMOTE]


@proves("code-smote")
def test_only_train_grows(fact: Fact) -> None:
    parts = train_test_split(X, Y, stratify=Y, random_state=0)
    data = dict(zip(("X_train", "X_test", "y_train", "y_test"), parts, strict=True))
    for names in ran(fact, {**SKLEARN, **data}):
        assert np.bincount(names["y_train"]).tolist() == [60, 60]
        grown, _ = SMOTE(random_state=42).fit_resample(parts[0], parts[2])
        assert names["X_train"].tolist() == grown.tolist()
        assert names["X_test"].tolist() == parts[1].tolist()
    assert not hasattr(SMOTE, "fit_sample")


@proves("code-smote-after-split")
def test_test_holds_real_rows_alone(fact: Fact) -> None:
    real = set(map(tuple, X.tolist()))
    for names in ran(fact, {**SKLEARN, "X": X, "y": Y}):
        assert np.bincount(names["y_train"]).tolist() == [64, 64]
        assert np.bincount(names["y_test"]).tolist() == [16, 4]
        drawn = train_test_split(X, Y, test_size=0.2, random_state=42, stratify=Y)
        grown, _ = SMOTE(random_state=42).fit_resample(drawn[0], drawn[2])
        assert names["X_train"].tolist() == grown.tolist()
        assert set(map(tuple, names["X_test"].tolist())) <= real
        train = set(map(tuple, names["X_train"].tolist()))
        assert not train & set(map(tuple, names["X_test"].tolist()))


@proves("code-smote-pipeline")
def test_the_pipeline_of_imblearn_resamples(fact: Fact) -> None:
    grown = SVC().fit(*SMOTE(random_state=42).fit_resample(X, Y))
    for names in ran(fact, SKLEARN):
        found = names["model"].fit(X, Y).decision_function(X)
        np.testing.assert_allclose(found, grown.decision_function(X))
    other = sklearn_pipeline.make_pipeline(SMOTE(), SVC())
    assert outcome(other.fit, X, Y) == "TypeError"


@proves("code-balanced")
def test_rare_rows_weigh_more(fact: Fact) -> None:
    y = np.array([0] * 90 + [1] * 10)
    plain = RandomForestClassifier(random_state=42, max_depth=1).fit(X, y)
    for names in ran(fact, SKLEARN):
        model = names["model"].set_params(max_depth=1).fit(X, y)
        assert model.random_state == 42
        assert model.predict_proba(X)[:, 1].mean() > plain.predict_proba(X)[:, 1].mean() + 0.2
    weights = compute_class_weight("balanced", classes=np.unique(y), y=y)
    assert weights[1] / weights[0] == pytest.approx(9)


@proves("code-class-weights")
def test_a_dict_of_weights(fact: Fact) -> None:
    for names in ran(fact, {**SKLEARN, "y_train": Y}):
        weights = names["class_weight"]
        assert {int(k): float(v) for k, v in weights.items()} == pytest.approx({0: 0.625, 1: 2.5})
    assert outcome(compute_class_weight, "balanced", np.unique(Y), Y) == "TypeError"
