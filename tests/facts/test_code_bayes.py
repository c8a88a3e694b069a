"""Code of Bayesian optimization, run on small data."""

from __future__ import annotations

import numpy as np
import pytest
from bayes_opt import BayesianOptimization
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier

from tests.facts.proof import Fact, proves
from tests.facts.written import ran

RANDOM = np.random.default_rng(0)
X = RANDOM.normal(size=(90, 3))
Y = (X[:, 0] + 0.5 * RANDOM.normal(size=90) > 0).astype(int)


@proves("code-bayes-import")
def test_what_is_imported_optimizes(fact: Fact) -> None:
    for names in ran(fact, {}):
        assert BayesianOptimization in names.values()


@proves("code-bayes-bounds")
def test_trials_stay_within_the_bounds(fact: Fact) -> None:
    for names in ran(fact, {}):
        optimizer = BayesianOptimization(
            lambda **given: given["max_depth"], names["pbounds"], verbose=0
        )
        optimizer.maximize(init_points=30, n_iter=0)
        depths, rates = (
            [t["params"][k] for t in optimizer.res] for k in ("max_depth", "learning_rate")
        )
        assert 3 <= min(depths) < 4 < 9 < max(depths) <= 10
        assert 0.01 <= min(rates) < 0.1 < 0.2 < max(rates) <= 0.3


@proves("code-bayes-make")
def test_twenty_five_trials(fact: Fact) -> None:
    bounds = {"x": (-2.0, 2.0)}
    seeded = BayesianOptimization(lambda x: -(x**2), bounds, random_state=42, verbose=0)
    seeded.maximize(init_points=5, n_iter=0)
    for names in ran(
        fact,
        lambda: {
            "BayesianOptimization": BayesianOptimization,
            "evaluate": lambda x: -(x**2),
            "pbounds": bounds,
        },
    ):
        trials = [one["params"]["x"] for one in names["optimizer"].res]
        assert len(trials) == 25
        assert trials[:5] == [one["params"]["x"] for one in seeded.res]


@proves("code-bayes-function")
def test_the_depth_becomes_an_integer(fact: Fact) -> None:
    np.random.seed(0)
    for names in ran(
        fact,
        {
            "cross_val_score": cross_val_score,
            "DecisionTreeClassifier": DecisionTreeClassifier,
            "X": X,
            "y": Y,
        },
    ):
        score = names["evaluate"](1.2)
        tree = DecisionTreeClassifier(max_depth=1)
        assert score == pytest.approx(cross_val_score(tree, X, Y).mean())
    with pytest.raises(ValueError, match="max_depth"):
        DecisionTreeClassifier(max_depth=4.7).fit(X, Y)


@proves("code-bayes-best")
def test_the_best_trial(fact: Fact) -> None:
    optimizer = BayesianOptimization(lambda x: -(x**2), {"x": (-2.0, 2.0)}, verbose=0)
    optimizer.maximize(init_points=5, n_iter=0)
    best = max(optimizer.res, key=lambda one: one["target"])
    for names in ran(fact, lambda: {"optimizer": optimizer}):
        assert (names["score"], names["params"]) == (best["target"], best["params"])
