"""HalvingRandomSearchCV and its arguments, asked of scikit-learn."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import numpy as np
import pytest
from scipy import stats
from sklearn import model_selection
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import RandomizedSearchCV
from sklearn.tree import DecisionTreeClassifier

from tests.facts.halving import MANY, halved, rounds, two_classes
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, arguments, default, literal, proves

HalvingRandomSearchCV = model_selection.HalvingRandomSearchCV
HalvingGridSearchCV = model_selection.HalvingGridSearchCV
SEARCHES = (
    model_selection.GridSearchCV,
    RandomizedSearchCV,
    HalvingGridSearchCV,
    HalvingRandomSearchCV,
)


def fresh(*lines: str) -> str:
    """Run `lines` in a Python of their own; return "runs" or the last line of its complaint."""
    ran = subprocess.run([sys.executable, "-c", "\n".join(lines)], capture_output=True, text=True)
    return ran.stderr.strip() or "runs"


@proves("halving-class")
def test_little_data_first_and_more_for_those_that_stay(fact: Fact) -> None:
    assert getattr(model_selection, fact.answer) is HalvingRandomSearchCV
    shown = rounds(halved())
    candidates, resources = zip(*shown, strict=True)
    assert list(candidates) == sorted(candidates, reverse=True)
    assert list(resources) == sorted(resources)
    assert not hasattr(model_selection, "HalvingRandomizedSearchCV")


@proves("halving-idea")
def test_most_candidates_see_little_data(fact: Fact) -> None:
    search = halved()
    candidates, resources = zip(*rounds(search), strict=True)
    drawn = candidates[0]
    said = {
        "Most candidates train on few samples only before they are dropped": (
            candidates[1] < drawn / 2 and resources[0] < 2120 / 10
        ),
        "It does no cross-validation": search.n_splits_ == 1,
        "It always draws fewer candidates": drawn < default(RandomizedSearchCV, "n_iter"),
        "It predicts new candidates from earlier scores": any_new_candidate(search),
    }
    assert said[fact.answer] and not any(said[wrong] for wrong in fact.wrong)


def any_new_candidate(search: Any) -> bool:
    """Return whether a later round tries what no earlier one did."""
    results = search.cv_results_
    tried = [one["constant"] for one in results["params"]]
    first = {one for one, of in zip(tried, results["iter"], strict=True) if of == 0}
    return not set(tried) <= first


@proves("halving-import")
def test_the_line_that_enables_it(fact: Fact) -> None:
    module, name = fact.holes
    use = "from sklearn.model_selection import HalvingRandomSearchCV"
    assert fresh(f"from sklearn.{module} import {name}", use) == "runs"


@proves("halving-without-enable")
def test_it_cannot_be_imported_without(fact: Fact) -> None:
    use = "from sklearn.model_selection import HalvingRandomSearchCV"
    message = fresh(use).splitlines()
    assert any(line.startswith(f"{fact.answer}: ") for line in message)
    assert message[-1] == "from sklearn.experimental import enable_halving_search_cv"
    assert "ImportError" not in fact.wrong


@proves("halving-code-order")
def test_each_line_needs_the_one_before(fact: Fact) -> None:
    given = (
        "import numpy; from sklearn.dummy import DummyClassifier",
        "model, distributions = DummyClassifier(), {'constant': range(1000)}",
        "X, y = numpy.zeros((60, 1)), numpy.arange(60) % 2",
    )
    assert fresh(*given, *fact.steps) == "runs"
    enable, use, made, fitted, shown = fact.steps
    assert enable in fresh(use)
    assert made.partition("= ")[2].startswith(use.split()[-1])
    assert fitted.split(".")[0] == shown.split(".")[0] == made.split()[0]
    assert not hasattr(HalvingRandomSearchCV(DummyClassifier(), MANY), shown.split(".")[1])


@proves("halving-estimator")
def test_all_four_call_the_model_alike(fact: Fact) -> None:
    assert {arguments(search)[0] for search in SEARCHES} == {fact.answer}


@proves("halving-second-argument")
def test_the_second_argument_follows_the_class_s_name(fact: Fact) -> None:
    second = [arguments(search)[1] for search in (HalvingRandomSearchCV, HalvingGridSearchCV)]
    assert fact.answer.split(", ") == second
    assert all(wrong.split(", ") != second for wrong in fact.wrong)


@proves("halving-range")
def test_only_what_is_given_is_drawn(fact: Fact) -> None:
    def depths(values: Any) -> set[int]:
        search = HalvingRandomSearchCV(
            DecisionTreeClassifier(), {"max_depth": values}, n_candidates=2, random_state=0
        )
        return {
            one["max_depth"]
            for one in search.fit(np.zeros((60, 1)), two_classes(60)).cv_results_["params"]
        }

    said = {"only 3 and 9": {3, 9}, "the integers from 3 to 9": set(range(3, 10))}
    assert depths([3, 9]) == said[fact.answer]
    assert all(depths([3, 9]) != said.get(wrong) for wrong in fact.wrong)
    assert depths(stats.randint(3, 10)) <= set(range(3, 10))


@proves("halving-n-candidates")
def test_how_many_are_drawn_at_the_start(fact: Fact) -> None:
    assert halved(**{fact.answer: 13}).n_candidates_[0] == 13


@proves("halving-n-iter")
def test_n_iter_is_no_argument(fact: Fact) -> None:
    with pytest.raises(TypeError, match="unexpected keyword argument 'n_iter'"):
        HalvingRandomSearchCV(DummyClassifier(), MANY, n_iter=20)
    assert fact.answer == "It raises a TypeError"


@proves("halving-who-has-n-iter")
def test_one_search_alone_has_n_iter(fact: Fact) -> None:
    having = [search.__name__ for search in SEARCHES if "n_iter" in arguments(search)]
    assert having == [fact.answer]
    assert not set(having) & set(fact.wrong)


@proves(
    "halving-n-candidates-default",
    "halving-factor-default",
    "halving-resource-default",
    "halving-cv-default",
    "halving-aggressive-default",
)
def test_the_default_in_the_definition(fact: Fact) -> None:
    (argument,) = (name for name in arguments(HalvingRandomSearchCV) if f"{name}=" in fact.ask)
    assert default(HalvingRandomSearchCV, argument) == literal(fact.answer)


@proves("halving-min-resources")
def test_what_the_first_round_gets(fact: Fact) -> None:
    assert halved(**{fact.answer: 70}).n_resources_[0] == 70


def test_trees_may_be_the_resource() -> None:
    search = HalvingRandomSearchCV(
        RandomForestClassifier(),
        {"max_depth": [1, 2]},
        resource="n_estimators",
        max_resources=4,
        min_resources=2,
        factor=2,
    )
    assert search.fit(np.zeros((40, 1)), two_classes(40)).n_resources_ == [2, 4]


@proves("halving-parallel")
def test_only_a_round_s_scores_say_who_goes_on(fact: Fact) -> None:
    x = np.random.default_rng(0).normal(size=(200, 2))
    depths = {"max_depth": [1, 2, 3, 4, 5, 6]}
    search = HalvingRandomSearchCV(
        DecisionTreeClassifier(), depths, n_candidates=6, min_resources=20, random_state=0
    ).fit(x, x[:, 0] > 0)
    results, of = search.cv_results_, search.cv_results_["iter"]
    depth = results["param_max_depth"].astype(int)
    scores = dict(zip(depth[of == 0], results["mean_test_score"][of == 0], strict=True))
    stayed = set(depth[of == 1])
    assert min(scores[one] for one in stayed) >= max(scores[one] for one in scores.keys() - stayed)
    assert fact.answer == "a fit of iter 0 and a fit of iter 1"


@proves("halving-aggressive-name")
def test_rounds_are_added_at_the_first_amount(fact: Fact) -> None:
    few = {"samples": 60, "n_candidates": 42, "min_resources": 20}
    assert halved(**few).n_resources_ == [20, 60]
    assert halved(**few, **{fact.answer: True}).n_resources_ == [20, 20, 20, 60]


@proves("halving-aggressive-what")
def test_what_is_eliminated_are_candidates(fact: Fact) -> None:
    few = {"samples": 60, "n_candidates": 42, "min_resources": 20}
    plain, aggressive = (halved(**few, aggressive_elimination=on) for on in (False, True))
    said = {
        "candidates with low scores": aggressive.n_candidates_[-1] < plain.n_candidates_[-1],
        "outlying samples": aggressive.n_resources_[-1] < plain.n_resources_[-1],
        "unimportant features": aggressive.n_features_in_ < plain.n_features_in_,
    }
    assert said[fact.answer] and not any(said.get(wrong) for wrong in fact.wrong)


@proves("halving-aggressive-log")
def test_which_log_is_aggressive(fact: Fact) -> None:
    few = {"samples": 60, "n_candidates": 42, "min_resources": 20}
    shown = halved(**few, aggressive_elimination=True)
    assert ", ".join(map(str, shown.n_resources_)) == fact.answer
    assert shown.n_candidates_ == [42, 14, 5, 2]
    assert ", ".join(map(str, halved(**few).n_resources_)) in fact.wrong


def test_a_factor_of_one_fails() -> None:
    assert outcome(lambda: halved(factor=1)) != "runs"
