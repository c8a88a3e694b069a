"""Splitting and weighing imbalanced classes, asked of scikit-learn: of the deck imbalance."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import recall_score
from sklearn.model_selection import (
    KFold,
    ShuffleSplit,
    StratifiedKFold,
    cross_validate,
    train_test_split,
)
from sklearn.utils.class_weight import compute_class_weight

from tests.facts.choices import only_the_answer
from tests.facts.code import keywords
from tests.facts.counts import counts
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, proves


@proves("imb-stratify-name")
def test_both_parts_keep_the_shares(fact: Fact) -> None:
    (name,) = fact.holes

    def shares(**how: Any) -> set[float]:
        y: Any = np.repeat([0, 1], [90, 10])
        _, _, *parts = train_test_split(np.zeros((100, 1)), y, test_size=0.2, random_state=0, **how)
        return {part.mean() for part in parts}

    assert shares(**{name: np.repeat([0, 1], [90, 10])}) == {0.1}
    assert len(shares()) == 2


@proves("imb-stratify-true")
def test_stratify_is_no_switch(fact: Fact) -> None:
    ended = outcome(lambda: train_test_split(np.zeros((8, 1)), [0, 1] * 4, stratify=True))
    said = {"It raises an error": ended != "runs"}
    only_the_answer(fact, lambda option: said.get(option, ended == "runs"))


@proves("imb-stratified-folds")
def test_how_a_classifier_is_cross_validated(fact: Fact) -> None:
    y: Any = np.repeat([0, 1], [30, 10])
    X = np.zeros((40, 1))
    done = cross_validate(LogisticRegression(), X, y, cv=5, return_indices=True)
    ways = {
        "StratifiedKFold": StratifiedKFold(5),
        "KFold": KFold(5),
        "ShuffleSplit": ShuffleSplit(5),
    }

    def holds(option: str) -> bool:
        tests = [test.tolist() for _, test in ways[option].split(X, y)] if option in ways else []
        return tests == [test.tolist() for test in done["indices"]["test"]]

    only_the_answer(fact, holds)


@proves("imb-class-weight")
def test_a_weight_for_the_rare_class(fact: Fact) -> None:
    random = np.random.default_rng(0)
    y: Any = np.repeat([0, 1], [90, 10])
    X = random.normal(y[:, None], 1)
    plain = LogisticRegression().fit(X, y).predict(X)
    weighted = LogisticRegression(**keywords(fact.answer)).fit(X, y).predict(X)
    assert recall_score(y, weighted) > recall_score(y, plain)


@proves("imb-class-weight-value")
def test_the_balanced_weight(fact: Fact) -> None:
    zeros, ones = counts(fact)
    y: Any = np.repeat([0, 1], [zeros, ones])
    weights = compute_class_weight("balanced", classes=np.array([0, 1]), y=y)
    assert {float(right) for right in fact.right} == {weights[1]}
