"""BayesianOptimization and its arguments, asked of bayes_opt."""

from __future__ import annotations

import builtins
import importlib
import importlib.metadata
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from bayes_opt import BayesianOptimization
from sklearn import model_selection
from sklearn.dummy import DummyClassifier
from sklearn.tree import DecisionTreeClassifier

from tests.facts.outcome import outcome
from tests.facts.proof import Fact, arguments, default, literal, proves

BOUNDS = {"x": (-1.0, 1.0)}


def hill(x: float) -> float:
    """Return a score that is best, 0, at 0.3."""
    return -((x - 0.3) ** 2)


def optimized(
    f: Callable[..., Any] = hill, bounds: Any = None, n_iter: int = 2, **keywords: Any
) -> Any:
    """Return an optimizer after two trials by chance and `n_iter` chosen ones."""
    settings = {"verbose": 0, "random_state": 0, **keywords}
    optimizer = BayesianOptimization(f, bounds or BOUNDS, **settings)
    optimizer.maximize(init_points=2, n_iter=n_iter)
    return optimizer


@proves("bayes-module")
def test_the_module(fact: Fact) -> None:
    assert importlib.import_module(fact.answer).BayesianOptimization is BayesianOptimization
    assert outcome(lambda: importlib.import_module("bayesian_optimization")) != "runs"


@proves("bayes-install")
def test_the_package_that_brings_the_module(fact: Fact) -> None:
    assert importlib.metadata.packages_distributions()["bayes_opt"] == [fact.answer]


@proves("bayes-real-names")
def test_the_classes_the_notes_mean(fact: Fact) -> None:
    assert all(hasattr(model_selection, name) for name in fact.right)
    for written, real in zip(re.findall(r"\w+Search\b", fact.ask), fact.right, strict=True):
        assert not hasattr(model_selection, written)
        assert real.startswith(written.removesuffix("Search")) and real.endswith("SearchCV")


@proves("bayes-maximised")
def test_which_way_f_is_driven(fact: Fact) -> None:
    found = optimized(lambda x: x, n_iter=6).max["params"]["x"]
    said = {
        "make it as large as possible": 1.0,
        "make it as small as possible": -1.0,
        "bring it as close to 0 as possible": 0.0,
    }
    assert found == said[fact.answer]
    assert all(found != said[wrong] for wrong in fact.wrong)


@proves("bayes-loss")
def test_what_to_return_for_the_smallest_loss(fact: Fact) -> None:
    returned: dict[str, Callable[[float], float]] = {
        "-loss": lambda loss: -loss,
        "loss": lambda loss: loss,
        "abs(loss)": abs,
        "loss ** 2": lambda loss: loss**2,
    }

    def found(text: str) -> float:
        optimizer = optimized(lambda x: returned[text](x + 1), n_iter=6)
        return float(optimizer.max["params"]["x"])

    assert found(fact.answer) == -1
    assert all(found(wrong) > 0 for wrong in fact.wrong)


@proves("bayes-f-returns")
def test_f_must_return_one_number(fact: Fact) -> None:
    returned = {
        "one number, the score": 0.5,
        "a list with a score for each fold": [0.5, 0.6],
        "the trained model": DummyClassifier(),
        "nothing, printing the score is enough": None,
    }
    assert outcome(lambda: optimized(lambda x: returned[fact.answer])) == "runs"
    for wrong in fact.wrong:
        assert outcome(lambda wrong=wrong: optimized(lambda x: returned[wrong])) != "runs"


@proves("bayes-pbounds-name")
def test_the_argument_for_the_ranges(fact: Fact) -> None:
    optimizer = BayesianOptimization(hill, **{fact.answer: {"x": (2, 3)}}, verbose=0)
    optimizer.maximize(init_points=3, n_iter=0)
    assert all(2 <= one["params"]["x"] <= 3 for one in optimizer.res)


@proves("bayes-pbounds-form")
def test_a_range_is_its_two_ends(fact: Fact) -> None:
    for right in map(literal, fact.right):
        optimizer = BayesianOptimization(hill, {"x": right}, verbose=0, random_state=0)
        optimizer.maximize(init_points=4, n_iter=0)
        tried = [one["params"]["x"] for one in optimizer.res]
        assert all(0.01 < one < 0.3 for one in tried) and len(set(tried)) == 4


def test_three_values_are_options_and_no_range() -> None:
    with pytest.warns(UserWarning, match="Non-float parameters"):
        options = BayesianOptimization(hill, {"x": [0.01, 0.1, 0.3]}, verbose=0, random_state=0)
    options.maximize(init_points=6, n_iter=0)
    assert {one["params"]["x"] for one in options.res} <= {0.01, 0.1, 0.3}


@proves("bayes-key-names")
def test_f_s_arguments_are_the_keys(fact: Fact) -> None:
    bounds = {"max_depth": (3, 10)}
    with pytest.raises(TypeError, match="unexpected keyword argument 'max_depth'"):
        optimized(lambda depth: 1.0, bounds)
    mended = {
        "f's arguments are not named as the keys of pbounds": (lambda max_depth: 1.0, bounds),
        "the range is a list, not a tuple": (lambda depth: 1.0, {"max_depth": [3, 10]}),
        "the value came as a float": (lambda depth: float(int(depth)), bounds),
        "the model has no argument max_depth": (
            lambda depth: DecisionTreeClassifier(max_depth=depth) and 1.0,
            bounds,
        ),
    }
    assert outcome(lambda: optimized(*mended[fact.answer])) == "runs"
    for wrong in fact.wrong:
        assert outcome(lambda wrong=wrong: optimized(*mended[wrong])) == "TypeError"


def depths(bounds: Any) -> list[Any]:
    """Return the depths that f is given for `bounds`."""
    seen: list[Any] = []

    def f(max_depth: Any) -> float:
        seen.append(max_depth)
        return 1.0

    optimizer = BayesianOptimization(f, {"max_depth": bounds}, verbose=0, random_state=0)
    optimizer.maximize(init_points=4, n_iter=0)
    return seen


@proves("bayes-float")
def test_integer_ends_give_floats(fact: Fact) -> None:
    assert all(isinstance(one, getattr(builtins, fact.answer)) for one in depths((3, 10)))
    assert not any(float(one).is_integer() for one in depths((3, 10)))


@proves("bayes-int")
def test_a_tree_needs_a_whole_number(fact: Fact) -> None:
    x, y = np.arange(8).reshape(8, 1), [0, 1] * 4
    given = depths((3, 10))[0]
    made = {
        "int(max_depth)": int(given),
        "round(max_depth)": round(given),
        "int(round(max_depth))": int(round(given)),  # noqa: RUF046 - as people write it
        "max_depth.astype(int)": given.astype(int),
    }
    for right in fact.right:
        assert DecisionTreeClassifier(max_depth=made[right]).fit(x, y)
    with pytest.raises(ValueError, match="must be an int"):
        DecisionTreeClassifier(max_depth=given).fit(x, y)


@proves("bayes-int-bounds")
def test_integers_right_away(fact: Fact) -> None:
    kind = getattr(builtins, fact.answer)
    with pytest.warns(UserWarning, match="experimental"):
        assert all(type(one) is int for one in depths((3, 10, kind)))


@proves("bayes-random-state")
def test_the_same_points_again(fact: Fact) -> None:
    one, again, other = (
        BayesianOptimization(hill, BOUNDS, verbose=0, **{fact.answer: seed}) for seed in (1, 1, 2)
    )
    for optimizer in (one, again, other):
        optimizer.maximize(init_points=2, n_iter=1)
    assert one.res == again.res != other.res


@proves("bayes-duplicates-name")
def test_the_same_point_twice(fact: Fact) -> None:
    optimizer = BayesianOptimization(hill, BOUNDS, verbose=0, **{fact.answer: True})
    for _ in range(2):
        optimizer.register({"x": 0.5}, 1.0)
    assert len(optimizer.res) == 2


@proves("bayes-duplicates-default", "bayes-verbose-default")
def test_the_default_in_the_definition(fact: Fact) -> None:
    (argument,) = (name for name in arguments(BayesianOptimization) if f"{name}=" in fact.ask)
    assert default(BayesianOptimization, argument) == literal(fact.answer)


@proves("bayes-duplicates-error")
def test_a_point_cannot_be_registered_twice(fact: Fact) -> None:
    optimizer = BayesianOptimization(hill, BOUNDS, verbose=0)
    optimizer.register({"x": 0.5}, 1.0)
    assert outcome(lambda: optimizer.register({"x": 0.5}, 2.0)) == fact.answer
    assert [one["target"] for one in optimizer.res] == [1.0]
    optimizer.probe({"x": 0.5}, lazy=False)
    assert len(optimizer.res) == 1
