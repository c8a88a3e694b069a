"""How RandomizedSearchCV draws its candidates, asked of scikit-learn and SciPy."""

from __future__ import annotations

import importlib
import random
import re
from typing import Any

import pytest
from scipy import stats
from sklearn import model_selection
from sklearn.datasets import make_classification
from sklearn.experimental import enable_halving_search_cv  # noqa: F401, brings HalvingGridSearchCV
from sklearn.model_selection import (
    GridSearchCV,
    ParameterGrid,
    ParameterSampler,
    RandomizedSearchCV,
)
from sklearn.tree import DecisionTreeClassifier

from tests.facts.outcome import outcome
from tests.facts.proof import Fact, arguments, default, proves

X, Y = make_classification(60, random_state=0)


def drawn(values: Any, **keywords: Any) -> list[int]:
    """Return the depths that a search tries."""
    search = RandomizedSearchCV(DecisionTreeClassifier(), {"max_depth": values}, cv=2, **keywords)
    return [one["max_depth"] for one in search.fit(X, Y).cv_results_["params"]]


@proves("search-n-iter-name")
def test_the_argument_for_how_many_are_drawn(fact: Fact) -> None:
    assert len(drawn(range(1, 50), **{fact.answer: 4})) == 4


@proves("search-n-iter-default")
def test_how_many_are_drawn_by_default(fact: Fact) -> None:
    assert default(RandomizedSearchCV, "n_iter") == len(drawn(range(1, 50))) == fact.value


@proves("search-n-iter-too-many")
def test_no_more_are_tried_than_there_are(fact: Fact) -> None:
    said = {
        "3, with a warning": 3,
        "10, with some drawn more than once": 10,
        "0, for it raises an error": 0,
    }
    with pytest.warns(UserWarning, match="use GridSearchCV"):
        tried = drawn([3, 5, 7], n_iter=10)
    assert len(tried) == said[fact.answer]
    assert all(len(tried) != said[wrong] for wrong in fact.wrong)


@proves("search-random-state")
def test_the_same_combinations_again(fact: Fact) -> None:
    one, again = (drawn(range(1, 500), **{fact.answer: 42}) for _ in range(2))
    assert one == again != drawn(range(1, 500), **{fact.answer: 0})
    assert fact.answer not in arguments(GridSearchCV)


@proves("search-randint-import")
def test_the_module_whose_randint_is_a_distribution(fact: Fact) -> None:
    randint = importlib.import_module(fact.answer).randint
    assert set(drawn(randint(3, 6))) <= {3, 4, 5}
    assert not hasattr(random.randint(3, 6), "rvs")


@proves("search-which-randint")
def test_one_integer_cannot_be_drawn_from(fact: Fact) -> None:
    with pytest.raises(TypeError, match="is not iterable or a distribution"):
        drawn(random.randint(3, 10))
    works: dict[str, Any] = {
        "randint came from the random module and gave one integer": stats.randint(3, 10),
        "max_depth cannot take integers": [5],
        "at least three values are needed": [3, 4],
        "RandomizedSearchCV takes nothing but lists": stats.randint(3, 10),
    }
    assert "random" in fact.answer and drawn(works[fact.answer])
    for wrong in fact.wrong:
        assert drawn(works[wrong], n_iter=1), "what it rules out works"


@proves("search-randint-high")
def test_the_high_end_is_left_out(fact: Fact) -> None:
    low, high = map(int, re.findall(r"randint\((\d+), (\d+)\)", fact.ask)[0])
    assert stats.randint(low, high).support() == (low, fact.value)
    seeded = random.Random(0)
    assert max(seeded.randint(low, high) for _ in range(500)) == high


@proves("search-uniform-range")
def test_uniform_takes_a_start_and_a_width(fact: Fact) -> None:
    low, high = stats.uniform(0.1, 0.3).support()
    assert f"{low:g} to {high:g}" == fact.answer
    assert f"{low:g} to {high:g}" not in fact.wrong


@proves("search-distribution-in-grid")
def test_only_a_random_search_takes_a_distribution(fact: Fact) -> None:
    def end(name: str) -> str:
        search = getattr(model_selection, name)(
            DecisionTreeClassifier(), {"max_depth": stats.randint(3, 10)}
        )
        return outcome(lambda: search.fit(X, Y))

    assert end(fact.answer) == "runs"
    assert {end(wrong) for wrong in fact.wrong} == {"TypeError"}


@proves("search-grid-explodes")
def test_a_grid_multiplies(fact: Fact) -> None:
    assert "Five hyperparameters with ten values" in fact.ask
    assert len(ParameterGrid({name: list(range(10)) for name in "abcde"})) == fact.value


@proves("search-random-better")
def test_random_points_test_more_values_of_each(fact: Fact) -> None:
    grid = list(ParameterGrid({"a": [0.1, 0.5, 0.9], "b": [0.1, 0.5, 0.9]}))
    space = {"a": stats.uniform(), "b": stats.uniform()}
    points = list(ParameterSampler(space, len(grid), random_state=0))
    of_grid, of_random = (len({one["a"] for one in tried}) for tried in (grid, points))
    said = {
        "Random points test more values of each hyperparameter": of_random > of_grid,
        "The grid tests more values of each hyperparameter": of_grid > of_random,
        "Both test equally many values": of_grid == of_random,
    }
    assert said[fact.answer] and not any(said[wrong] for wrong in fact.wrong)
