"""Code that searches hyperparameters, run on small data."""

from __future__ import annotations

import inspect
import subprocess
import sys
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.stats import randint
from sklearn import model_selection
from sklearn.ensemble import RandomForestClassifier
from sklearn.experimental import enable_halving_search_cv  # noqa: F401
from sklearn.model_selection import GridSearchCV, HalvingRandomSearchCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from tests.facts.outcome import outcome
from tests.facts.proof import Fact, proves
from tests.facts.written import Names, programs, ran

RANDOM = np.random.default_rng(0)
X = RANDOM.normal(size=(90, 3))
Y = (X[:, 0] + 0.5 * RANDOM.normal(size=90) > 0).astype(int)


class Forest(RandomForestClassifier):  # type: ignore[misc]
    """A random forest of few trees, so that searches end soon."""

    def __init__(self, max_depth: Any = None, random_state: Any = 0) -> None:
        super().__init__(n_estimators=2, max_depth=max_depth, random_state=random_state)


SKLEARN: Names = {
    **{name: getattr(model_selection, name) for name in model_selection.__all__},
    "HalvingRandomSearchCV": HalvingRandomSearchCV,
    "SVC": SVC,
    "RandomForestClassifier": Forest,
    "randint": randint,
    "X_train": X,
    "y_train": Y,
}
GRID = {"C": [1, 10], "kernel": ["linear"]}


@proves("code-grid-dict")
def test_every_combination_is_tried(fact: Fact) -> None:
    for names in ran(fact, {}):
        tried = GridSearchCV(SVC(), names["param_grid"], cv=2).fit(X, Y).cv_results_["params"]
        pairs = [(one.pop("C"), one.pop("kernel")) for one in tried]
        assert sorted(pairs) == [(c, kernel) for c in (1, 10, 100) for kernel in ("linear", "rbf")]


@proves("code-grid-search")
def test_a_grid_search_with_five_folds(fact: Fact) -> None:
    for names in ran(fact, {**SKLEARN, "param_grid": GRID}):
        search = names["search"]
        assert [row["C"] for row in search.cv_results_["params"]] == [1, 10]
        assert search.n_splits_ == 5 and search.n_jobs == -1


@proves("code-grid-import", "code-halving-import")
def test_what_is_imported_searches(fact: Fact) -> None:
    wanted: dict[str, set[type]] = {
        "code-grid-import": {GridSearchCV, model_selection.RandomizedSearchCV},
        "code-halving-import": {HalvingRandomSearchCV},
    }
    for names in ran(fact, {}):
        assert {one for one in names.values() if isinstance(one, type)} == wanted[fact.id]
    if fact.id == "code-halving-import":
        assert ends(fact) == (0, 1)


def ends(fact: Fact) -> tuple[int, int]:
    """Return how fresh Pythons end on both lines, and on the second alone."""
    (both,) = programs(fact)
    alone = both.splitlines()[1]
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True) for code in (both, alone)
    ]
    assert b"ImportError" in runs[1].stderr
    return runs[0].returncode, runs[1].returncode


@proves("code-grid-scoring")
def test_the_best_is_chosen_by_f1(fact: Fact) -> None:
    for names in ran(fact, {**SKLEARN, "param_grid": GRID}):
        search = names["search"]
        assert not hasattr(search, "best_score_")
        found = search.fit(X, Y).cv_results_["mean_test_score"]
        assert search.n_splits_ == 5
        scored = model_selection.cross_val_score(SVC(C=1, kernel="linear"), X, Y, cv=5, scoring=f1)
        assert found[0] == pytest.approx(scored.mean())


def f1(model: Any, x: Any, y: Any) -> float:
    hit = ((model.predict(x) == 1) & (y == 1)).sum()
    return float(2 * hit / ((model.predict(x) == 1).sum() + (y == 1).sum()))


DEPTHS = {"max_depth": [*range(1, 41)]}


@proves("code-random-search")
def test_twenty_combinations_are_drawn(fact: Fact) -> None:
    drawn = []
    for names in ran(fact, {**SKLEARN, "params": DEPTHS}):
        search = names["search"]
        assert len(search.cv_results_["params"]) == 20 and search.n_splits_ == 5
        drawn.append(search.cv_results_["params"])
    (sampler,) = [model_selection.ParameterSampler(DEPTHS, 20, random_state=42)]
    assert all(params == [*sampler] for params in drawn)


@proves("code-random-dict")
def test_whole_numbers_from_three_to_nine(fact: Fact) -> None:
    for names in ran(fact, SKLEARN):
        drawn = [*model_selection.ParameterSampler(names["params"], 300, random_state=0)]
        assert {int(one["max_depth"]) for one in drawn} == {*range(3, 10)}
        assert {one["n_estimators"] for one in drawn} == {100, 200}


@proves("code-halving-random")
def test_each_round_keeps_a_third(fact: Fact) -> None:
    for names in ran(fact, {**SKLEARN, "params": DEPTHS}):
        search = names["search"]
        first, second = search.n_candidates_[:2]
        assert second == -(-first // 3)
        assert search.n_splits_ == 5 and search.random_state == 42
    taken = inspect.signature(HalvingRandomSearchCV).parameters
    assert "n_candidates" in taken and "n_iter" not in taken


@pytest.fixture
def search() -> Any:
    return GridSearchCV(SVC(), GRID, cv=3).fit(X, Y)


@proves("code-search-best")
def test_the_best_of_a_search(fact: Fact, search: Any) -> None:
    scores = search.cv_results_["mean_test_score"]
    for names in ran(fact, lambda: {"search": search}):
        assert names["params"] == search.cv_results_["params"][scores.argmax()]
        assert names["score"] == scores.max()


@proves("code-search-predict")
def test_the_best_model_predicts(fact: Fact, search: Any) -> None:
    again = SVC(**search.best_params_).fit(X, Y).predict(X[:9])
    for names in ran(fact, lambda: {"search": search, "X_test": X[:9]}):
        assert names["pred"].tolist() == again.tolist()


@proves("code-search-table")
def test_a_row_a_combination(fact: Fact, search: Any) -> None:
    for names in ran(fact, lambda: {"search": search}):
        assert isinstance(names["table"], pd.DataFrame)
        assert names["table"]["param_C"].tolist() == [1, 10]
        assert "mean_test_score" in names["table"]


@proves("code-grid-pipeline")
def test_a_step_of_a_pipeline_is_tuned(fact: Fact) -> None:
    pipe = make_pipeline(StandardScaler(), SVC())
    for names in ran(fact, {**SKLEARN, "pipe": pipe}):
        found = names["search"].fit(X, Y)
        assert [one.get("svc__C") for one in found.cv_results_["params"]] == [1, 10]
        assert found.n_splits_ == 3
    assert outcome(GridSearchCV(pipe, {"svc_C": [1]}).fit, X, Y) == "ValueError"


@proves("code-kfold")
def test_folds_keep_the_shares(fact: Fact) -> None:
    y = np.array([0] * 80 + [1] * 20)
    for names in ran(fact, SKLEARN):
        tests = [test for _, test in names["kfold"].split(np.zeros((100, 1)), y)]
        assert [y[test].sum() for test in tests] == [4] * 5
        again = model_selection.StratifiedKFold(5, shuffle=True, random_state=42).split(y, y)
        assert [test.tolist() for test in tests] == [test.tolist() for _, test in again]
    assert outcome(lambda: model_selection.StratifiedKFold(5, random_state=42)) == "ValueError"


@proves("code-cross-val")
def test_the_mean_of_five_scores(fact: Fact) -> None:
    folds = [*model_selection.StratifiedKFold(5).split(X, Y)]
    each = [SVC().fit(X[train], Y[train]).score(X[test], Y[test]) for train, test in folds]
    for names in ran(fact, {**SKLEARN, "model": SVC(), "X": X, "y": Y}):
        assert names["score"] == pytest.approx(np.mean(each))
        assert not hasattr(names["model"], "support_")
