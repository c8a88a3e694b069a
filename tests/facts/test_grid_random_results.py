"""What a search scores by, keeps and prints, asked of scikit-learn."""

from __future__ import annotations

import re
from typing import Any

import numpy as np
import pytest
from sklearn.datasets import load_iris, make_classification
from sklearn.dummy import DummyClassifier, DummyRegressor
from sklearn.metrics import get_scorer, get_scorer_names
from sklearn.model_selection import GridSearchCV, RandomizedSearchCV, cross_val_score
from sklearn.tree import DecisionTreeClassifier

from tests.facts.outcome import outcome
from tests.facts.proof import Fact, default, literal, proves

X, Y = make_classification(60, weights=[0.7], flip_y=0.2, random_state=0)
DEPTHS = {"max_depth": [1, 3]}
TREE = DecisionTreeClassifier(random_state=0)


def search(**keywords: Any) -> Any:
    """Return a fitted search over two depths of a tree."""
    return GridSearchCV(TREE, DEPTHS, **keywords).fit(X, Y)


@proves("search-scoring-name")
def test_the_argument_for_the_score(fact: Fact) -> None:
    by_recall = search(**{fact.answer: "recall"})
    depth = by_recall.best_params_["max_depth"]
    mean = cross_val_score(TREE.set_params(max_depth=depth), X, Y, scoring="recall").mean()
    assert by_recall.best_score_ == pytest.approx(mean)


@proves("search-scoring-accuracy")
def test_the_share_of_right_predictions(fact: Fact) -> None:
    model = DummyClassifier().fit(X, Y)
    assert get_scorer(fact.answer)(model, X, Y) == np.mean(model.predict(X) == Y)
    assert "acc" not in get_scorer_names()


@proves("search-scoring-f1")
def test_the_only_string_that_is_f1(fact: Fact) -> None:
    names = get_scorer_names()
    assert literal(fact.answer) in names
    assert not any(literal(wrong) in names for wrong in fact.wrong)
    assert get_scorer(literal(fact.answer))._score_func.__name__ == "f1_score"


@proves("search-scoring-macro")
def test_three_classes_need_an_average(fact: Fact) -> None:
    def score(scoring: str) -> float:
        return float(GridSearchCV(TREE, {"max_depth": [1]}, scoring=scoring).fit(*iris).best_score_)

    iris = load_iris(return_X_y=True)
    assert score(literal(fact.answer)) > 0
    for wrong in ("'f1'", *fact.wrong):
        if literal(wrong) in get_scorer_names():
            with pytest.warns(UserWarning, match="Scoring failed|non-finite"):
                assert np.isnan(score(literal(wrong)))
        else:
            assert outcome(lambda wrong=wrong: score(literal(wrong))) == "InvalidParameterError"


@proves("search-scoring-auc")
def test_the_area_under_the_curve(fact: Fact) -> None:
    assert get_scorer(fact.answer)._score_func.__name__ == "roc_auc_score"
    assert get_scorer(fact.answer)(DummyClassifier().fit(X, Y), X, Y) == 0.5


@proves("search-scoring-error")
def test_the_smallest_error_has_the_highest_score(fact: Fact) -> None:
    y, grid = np.full(20, 5.0), {"constant": [0.0, 4.0, 9.0]}
    regression = GridSearchCV(DummyRegressor(strategy="constant"), grid, scoring=fact.answer)
    regression.fit(np.zeros((20, 1)), y)
    assert regression.best_params_ == {"constant": 4.0}
    assert regression.best_score_ == -np.mean((y - 4.0) ** 2)


@proves("search-scoring-none")
def test_the_score_by_default(fact: Fact) -> None:
    strings = {"accuracy": "accuracy", "F1": "f1", "ROC AUC": "roc_auc", "the loss": "neg_log_loss"}
    scored = {said: search(scoring=string).best_score_ for said, string in strings.items()}
    assert search().best_score_ == scored[fact.answer]
    assert all(search().best_score_ != scored[wrong] for wrong in fact.wrong)


@proves("search-refit-default")
def test_refit_by_default(fact: Fact) -> None:
    assert default(GridSearchCV, "refit") is fact.value
    assert search().predict(X).shape == Y.shape


@proves("search-refit-data")
def test_what_the_refit_trains_on(fact: Fact, monkeypatch: pytest.MonkeyPatch) -> None:
    trained: list[int] = []
    fit = DummyClassifier.fit

    def counted(model: Any, X: Any, *rest: Any) -> Any:
        trained.append(len(X))
        return fit(model, X, *rest)

    monkeypatch.setattr(DummyClassifier, "fit", counted)
    GridSearchCV(DummyClassifier(), {"constant": [1]}, cv=3).fit(X, Y)
    rows = {
        "all of the X, y given to fit": len(X),
        "the training part of the best fold": len(X) * 2 // 3,
        "only the parts used for validation": len(X) // 3,
    }
    assert trained == [len(X) * 2 // 3] * 3 + [rows[fact.answer]]
    assert all(rows.get(wrong) != trained[-1] for wrong in fact.wrong)


@proves("search-refit-false")
def test_what_is_missing_without_refit(fact: Fact) -> None:
    shown = search(refit=False)
    asked = {
        "search.predict(X)": lambda: shown.predict(X),
        "search.best_params_": lambda: shown.best_params_,
        "search.best_score_": lambda: shown.best_score_,
        "search.cv_results_": lambda: shown.cv_results_,
    }
    assert outcome(asked[fact.answer]) == "AttributeError"
    assert all(outcome(asked[wrong]) == "runs" for wrong in fact.wrong)


@proves("search-best-params")
def test_the_best_combination(fact: Fact) -> None:
    results = search().cv_results_
    assert getattr(search(), fact.answer) == results["params"][results["rank_test_score"].argmin()]
    assert not hasattr(GridSearchCV(TREE, DEPTHS), fact.answer)


@proves("search-best-estimator")
def test_the_model_that_was_trained_again(fact: Fact) -> None:
    fitted = search()
    model = getattr(fitted, fact.answer)
    assert isinstance(model, DecisionTreeClassifier)
    assert model.max_depth == fitted.best_params_["max_depth"]
    assert (model.predict(X) == fitted.predict(X)).all()


@proves("search-best-score")
def test_what_best_score_is(fact: Fact) -> None:
    fitted = search()
    folds = [fitted.cv_results_[f"split{n}_test_score"] for n in range(5)]
    said = {
        "the best combination's mean over the validation folds": max(np.mean(folds, axis=0)),
        "the highest score in any single fold": np.max(folds),
        "best_estimator_ scored on the data it learned from": fitted.score(X, Y),
    }
    assert fitted.best_score_ == pytest.approx(said[fact.answer])
    assert all(fitted.best_score_ < said[wrong] for wrong in fact.wrong if wrong in said)


@proves("search-verbose-default")
def test_nothing_is_printed_by_default(fact: Fact, capsys: pytest.CaptureFixture[str]) -> None:
    assert [default(one, "verbose") for one in (GridSearchCV, RandomizedSearchCV)] == [
        fact.value
    ] * 2
    assert search() and capsys.readouterr().out == ""


@proves("search-verbose-one")
def test_one_line_at_the_start(fact: Fact, capsys: pytest.CaptureFixture[str]) -> None:
    said = {
        "one line that starts with Fitting … folds": r"Fitting 5 folds[^\n]*\n",
        "a line with the time for each fit": r"(.*time.*\n){10}",
        "a line with score and time for each fit": r"(.*score.*time.*\n){10}",
        "a progress bar": r".*\[?=+>?.*",
    }
    search(verbose=1)
    printed = capsys.readouterr().out
    assert re.fullmatch(said[fact.answer], printed)
    assert not any(re.search(said[wrong], printed) for wrong in fact.wrong)


@proves("search-verbose-score")
def test_from_which_level_on_scores_are_printed(
    fact: Fact, capsys: pytest.CaptureFixture[str]
) -> None:
    scored = []
    for level in range(5):
        RandomizedSearchCV(TREE, DEPTHS, n_iter=1, verbose=level).fit(X, Y)
        scored.append("score=" in capsys.readouterr().out)
    assert scored.index(True) == fact.value
