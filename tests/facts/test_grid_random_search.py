"""GridSearchCV and RandomizedSearchCV, asked of scikit-learn: grids, folds, fits."""

from __future__ import annotations

import importlib
import re
from typing import Any

import joblib
import pytest
from sklearn import model_selection
from sklearn.datasets import make_classification
from sklearn.dummy import DummyClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GridSearchCV, ParameterGrid, RandomizedSearchCV, check_cv
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

from tests.facts.outcome import outcome
from tests.facts.proof import Fact, arguments, default, literal, proves

X, Y = make_classification(40, random_state=0)
BOTH = (GridSearchCV, RandomizedSearchCV)
MODEL = LogisticRegression()


def dummies(number: int) -> dict[str, list[int]]:
    """Return a grid of `number` candidates for a model that learns nothing."""
    return {"constant": list(range(number))}


def fitted(search: Any, number: int, **keywords: Any) -> Any:
    """Return `search` of `number` candidates, fitted."""
    return search(DummyClassifier(), dummies(number), **keywords).fit(X, Y)


@proves("search-grid-class")
def test_it_tries_every_combination(fact: Fact) -> None:
    tried = fitted(getattr(model_selection, fact.answer), 12).cv_results_["params"]
    assert tried == list(ParameterGrid(dummies(12)))
    assert len(fitted(RandomizedSearchCV, 12).cv_results_["params"]) < 12


@proves("search-random-class")
def test_it_tries_a_fixed_number_drawn_by_chance(fact: Fact) -> None:
    search = getattr(model_selection, fact.answer)
    assert not hasattr(model_selection, "RandomSerachCV")
    one, other = (fitted(search, 50, n_iter=5, random_state=seed) for seed in (0, 1))
    assert len(one.cv_results_["params"]) == len(other.cv_results_["params"]) == 5
    assert one.cv_results_["params"] != other.cv_results_["params"]


@proves("search-module")
def test_the_module_of_both(fact: Fact) -> None:
    (name,) = fact.holes
    assert importlib.import_module(f"sklearn.{name}").GridSearchCV is GridSearchCV
    with pytest.raises(ModuleNotFoundError):
        importlib.import_module("sklearn.grid_search")


@proves("search-estimator")
def test_the_first_argument_of_both(fact: Fact) -> None:
    assert [arguments(search)[0] for search in BOTH] == [fact.answer] * 2


@proves("search-estimator-object")
def test_only_a_model_object_can_be_searched(fact: Fact) -> None:
    given: dict[str, Any] = {
        "LogisticRegression()": LogisticRegression(),
        "LogisticRegression": LogisticRegression,
        "'LogisticRegression'": "LogisticRegression",
        "LogisticRegression.fit": LogisticRegression.fit,
    }
    ends = {
        text: outcome(lambda one=one: RandomizedSearchCV(one, {"C": [1]}, n_iter=1).fit(X, Y))
        for text, one in given.items()
    }
    assert ends[fact.answer] == "runs"
    assert all(ends[wrong] != "runs" for wrong in fact.wrong)


@proves("search-param-grid")
def test_grid_search_s_dictionary(fact: Fact) -> None:
    assert GridSearchCV(MODEL, **{fact.answer: {"C": [1]}}).param_grid == {"C": [1]}
    assert fact.answer not in arguments(RandomizedSearchCV)


@proves("search-param-distributions")
def test_randomized_search_s_dictionary(fact: Fact) -> None:
    search = RandomizedSearchCV(MODEL, **{fact.answer: {"C": [1]}})
    assert search.param_distributions == {"C": [1]}
    assert fact.answer not in arguments(GridSearchCV)


@proves("search-grid-or-distributions")
def test_only_the_other_class_s_argument_is_a_type_error(fact: Fact) -> None:
    d: Any = {"C": [1, 10]}
    ends = {
        "RandomizedSearchCV(model, param_grid=d)": lambda: RandomizedSearchCV(MODEL, param_grid=d),
        "GridSearchCV(model, param_grid=d)": lambda: GridSearchCV(MODEL, param_grid=d),
        "RandomizedSearchCV(model, param_distributions=d)": lambda: RandomizedSearchCV(
            MODEL, param_distributions=d
        ),
        "GridSearchCV(model, d)": lambda: GridSearchCV(MODEL, d),
    }
    assert outcome(ends[fact.answer]) == "TypeError"
    assert all(outcome(ends[wrong]) == "runs" for wrong in fact.wrong)


@proves("search-key-name")
def test_the_key_alone_is_what_fails(fact: Fact) -> None:
    def end(grid: dict[str, Any]) -> str:
        return outcome(lambda: GridSearchCV(MODEL, grid).fit(X, Y))

    assert end({"c": [1, 10]}) == "ValueError"
    mended: dict[str, dict[str, Any]] = {
        "The key differs from the model's argument 'C'": {"C": [1, 10]},
        "The values are a list, not a tuple": {"c": (1, 10)},
        "The values are integers, not floats": {"c": [1.0, 10.0]},
        "There are only two candidates": {"c": [1, 5, 10]},
    }
    assert end(mended[fact.answer]) == "runs"
    assert all(end(mended[wrong]) == "ValueError" for wrong in fact.wrong)


@proves("search-one-value")
def test_a_single_candidate_needs_a_wrapper(fact: Fact) -> None:
    assert outcome(lambda: GridSearchCV(MODEL, {"C": 10}).fit(X, Y)) == "TypeError"
    assert GridSearchCV(MODEL, {"C": fact.value}).fit(X, Y).best_params_ == {"C": 10}


@proves("search-grid-count", "search-list-of-grids")
def test_how_many_candidates_the_grid_has(fact: Fact) -> None:
    for text in fact.cards[0].ask.either():
        shown = re.search(r"param_grid=([\[{].*[\]}])", text)
        assert shown and len(ParameterGrid(literal(shown[1]))) == fact.value


@proves("search-pipeline-key")
def test_a_step_s_argument_is_named_with_two_underscores(fact: Fact) -> None:
    pipe = Pipeline([("scale", StandardScaler()), ("model", SVC())])
    assert GridSearchCV(pipe, {fact.answer: [7]}).fit(X, Y).best_estimator_["model"].C == 7
    assert outcome(lambda: GridSearchCV(pipe, {"C": [7]}).fit(X, Y)) == "ValueError"


@proves("search-cv-default")
def test_cv_by_default(fact: Fact) -> None:
    assert [default(search, "cv") for search in BOTH] == [fact.value] * 2
    assert "changed from 3-fold to 5-fold" in " ".join(str(GridSearchCV.__doc__).split())


@proves("search-cv-none")
def test_how_many_folds_there_are_by_default(fact: Fact) -> None:
    assert fitted(GridSearchCV, 1).n_splits_ == fact.value


@proves("search-cv-one")
def test_one_fold_is_an_error(fact: Fact) -> None:
    assert fact.answer == "It raises an error"
    with pytest.raises(ValueError, match=re.escape("int in the range [2, inf)")):
        fitted(GridSearchCV, 1, cv=1)


@proves("search-cv-stratified")
def test_a_classifier_s_folds(fact: Fact) -> None:
    used = check_cv(5, Y, classifier=True)
    assert type(used) is getattr(model_selection, fact.answer)
    assert not any(type(used) is getattr(model_selection, wrong) for wrong in fact.wrong)


@proves("search-fits")
def test_the_log_totals_candidates_times_folds(
    fact: Fact, capsys: pytest.CaptureFixture[str]
) -> None:
    candidates, folds = numbers(fact)
    fitted(GridSearchCV, candidates, cv=folds, verbose=1)
    assert f"totalling {fact.value} fits" in capsys.readouterr().out


@proves("search-n-iter-fits")
def test_randomized_search_totals_draws_times_folds(
    fact: Fact, capsys: pytest.CaptureFixture[str]
) -> None:
    draws, folds = numbers(fact)
    fitted(RandomizedSearchCV, 1000, n_iter=draws, cv=folds, verbose=1)
    assert f"totalling {fact.value} fits" in capsys.readouterr().out


@proves("search-fits-and-refit")
def test_the_refit_is_one_more(fact: Fact, monkeypatch: pytest.MonkeyPatch) -> None:
    candidates, folds = numbers(fact)
    trained: list[object] = []
    fit = DummyClassifier.fit

    def counted(model: Any, *data: Any) -> Any:
        trained.append(model)
        return fit(model, *data)

    monkeypatch.setattr(DummyClassifier, "fit", counted)
    fitted(GridSearchCV, candidates, cv=folds)
    assert len(trained) == fact.value


def numbers(fact: Fact) -> list[int]:
    """Return the numbers of the question, the same in both languages."""
    ask = fact.cards[0].ask
    korean, english = (list(map(int, re.findall(r"\d+", text))) for text in (ask.ko, ask.en))
    assert korean == english
    return english


@proves("search-n-jobs-all")
def test_all_cores(fact: Fact) -> None:
    assert joblib.effective_n_jobs(fact.value) == joblib.cpu_count()
    assert joblib.effective_n_jobs(-2) == max(1, joblib.cpu_count() - 1)


@proves("search-n-jobs-none")
def test_one_fit_at_a_time_by_default(fact: Fact) -> None:
    assert joblib.effective_n_jobs(default(RandomizedSearchCV, "n_jobs")) == fact.value
