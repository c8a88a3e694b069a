"""How BayesianOptimization searches and what it shows, asked of bayes_opt."""

from __future__ import annotations

import contextlib
import inspect
import itertools
import math
import re
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from bayes_opt import BayesianOptimization, acquisition
from sklearn import model_selection
from sklearn.ensemble import RandomForestRegressor
from sklearn.gaussian_process import GaussianProcessRegressor
from sklearn.naive_bayes import GaussianNB
from sklearn.neural_network import MLPRegressor
from sklearn.tree import DecisionTreeClassifier

from tests.facts import halving
from tests.facts.proof import Fact, default, proves
from tests.facts.test_bayesian_optimization import BOUNDS, hill, optimized

Printed = pytest.CaptureFixture[str]


def watched(notes: list[Any], note: object) -> Callable[[float], float]:
    """Return the hill as a function that adds `note` to `notes` when it is called."""

    def f(x: float) -> float:
        notes.append(note)
        return hill(x)

    return f


def tried(f: Callable[..., float] = hill, seed: int = 0) -> list[float]:
    """Return the points of two trials by chance and two chosen ones."""
    return [float(one["params"]["x"]) for one in optimized(f, random_state=seed).res]


@proves("bayes-surrogate")
def test_what_guesses_the_scores(fact: Fact) -> None:
    said = {
        "Gaussian process regression": GaussianProcessRegressor,
        "naive Bayes": GaussianNB,
        "a random forest": RandomForestRegressor,
        "a neural network": MLPRegressor,
    }
    surrogate = optimized()._gp
    assert isinstance(surrogate, said[fact.answer])
    assert not any(isinstance(surrogate, said[wrong]) for wrong in fact.wrong)
    assert len(surrogate.predict([[0.0]], return_std=True)) == 2


@proves("bayes-what-improves")
def test_the_surrogate_gets_better(fact: Fact) -> None:
    def error(optimizer: Any) -> float:
        guessed = [float(optimizer.predict({"x": x}, fit_gp=True)) for x in (-0.7, 0.0, 0.6)]
        return sum(abs(one - hill(x)) for one, x in zip(guessed, (-0.7, 0.0, 0.6), strict=True))

    optimizer = optimized()
    before = error(optimizer)
    optimizer.maximize(init_points=4, n_iter=0)
    # f is the same and is handed nothing but hyperparameters: what it trains starts from nothing.
    better = {
        "the surrogate that guesses scores": error(optimizer) < before,
        "the classifier being tuned": set(inspect.signature(hill).parameters) != {"x"},
        "the cross-validation that scores": optimizer.space.target_func is not hill,
    }
    assert better[fact.answer] and not any(better[wrong] for wrong in fact.wrong)


@proves("bayes-who-uses-results")
def test_who_chooses_new_values_by_the_scores(fact: Fact) -> None:
    x, grid = np.arange(40).reshape(40, 1), {"max_depth": list(range(1, 13))}
    scores = [np.arange(40) % 2, np.arange(40) > 20]

    def candidates(name: str) -> list[list[dict[str, int]]]:
        chance = {} if name == "GridSearchCV" else {"random_state": 0}
        search = getattr(model_selection, name)(DecisionTreeClassifier(), grid, cv=2, **chance)
        return [search.fit(x, y).cv_results_["params"] for y in scores]

    assert fact.answer == BayesianOptimization.__name__
    assert tried(hill)[2:] != tried(lambda x: x)[2:]
    for wrong in set(fact.wrong) - {"HalvingRandomSearchCV"}:
        one, other = candidates(wrong)
        assert one == other
    halved = halving.halved(samples=200, n_candidates=9).cv_results_
    drawn = {one["constant"] for one in halved["params"]}
    first = [one for one, of in zip(halved["params"], halved["iter"], strict=True) if of == 0]
    assert "HalvingRandomSearchCV" in fact.wrong
    assert drawn == {one["constant"] for one in first}


@proves("bayes-acquisition")
def test_where_the_next_trial_goes(fact: Fact) -> None:
    rule = optimized().acquisition_function
    assert isinstance(rule, acquisition.UpperConfidenceBound)
    expected, unsure = np.array([1.0, 0.8, 0.1, 0.9]), np.array([0.0, 0.5, 0.6, 0.1])
    said = {
        "where expected score plus uncertainty is largest": (expected + rule.kappa * unsure),
        "where the expected score alone is largest": expected,
        "where uncertainty alone is largest": unsure,
    }
    chosen = rule.base_acq(expected, unsure).argmax()
    assert chosen == said[fact.answer].argmax()
    assert all(chosen != said[wrong].argmax() for wrong in fact.wrong if wrong in said)
    assert len(set(tried())) == 4, "no point is tried again"


@proves("bayes-loop")
def test_the_steps_of_the_search(fact: Fact, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    fit, suggest = GaussianProcessRegressor.fit, BayesianOptimization.suggest

    def noted_fit(self: Any, *args: Any) -> Any:
        done.append("fit")
        return fit(self, *args)

    def noted_suggest(self: Any) -> Any:
        point = suggest(self)
        done.append("choose")
        return point

    monkeypatch.setattr(GaussianProcessRegressor, "fit", noted_fit)
    monkeypatch.setattr(BayesianOptimization, "suggest", noted_suggest)
    optimized(watched(done, "score"))
    said = {
        "Score a few random points": "score",
        "Fit the surrogate to the scores": "fit",
        "Choose the next point by the surrogate": "choose",
        "Score the point chosen": "score",
        "Add the new score and fit the surrogate again": "fit",
    }
    happened = [step for step, _ in itertools.groupby(done)]
    assert happened[: len(said)] == [said[step] for step in fact.steps]


@proves("bayes-not-guaranteed")
def test_it_wins_often_and_not_always(fact: Fact) -> None:
    def lead(f: Callable[[float], float], seed: int) -> float:
        by_chance = np.random.default_rng(seed).uniform(-1, 1, 4)
        return float(optimized(f, random_state=seed).max["target"]) - max(map(f, by_chance))

    smooth = [lead(hill, seed) for seed in range(6)]
    jagged = [lead(lambda x: math.sin(300 * x) * math.cos(170 * x), seed) for seed in range(6)]
    said = {
        "often better, but it can lose": sum(one > 0 for one in smooth) > 3 and min(jagged) < 0,
        "always better or equal": min(smooth + jagged) >= 0,
        "always the same": not any(smooth + jagged),
    }
    assert said[fact.answer] and not any(said[wrong] for wrong in fact.wrong)


@proves("bayes-maximize")
def test_nothing_is_tried_before_this_call(fact: Fact) -> None:
    calls: list[str] = []
    optimizer = BayesianOptimization(watched(calls, "score"), BOUNDS, verbose=0)
    assert calls == []
    getattr(optimizer, fact.answer)(init_points=1, n_iter=0)
    assert len(calls) == 1


@proves("bayes-maximize-defaults")
def test_how_long_it_goes_on_by_default(fact: Fact) -> None:
    names = re.findall(r"(\w+)=", fact.ask)
    assert [default(BayesianOptimization.maximize, name) for name in names] == [
        int(hole) for hole in fact.holes
    ]


@proves("bayes-evaluations")
def test_how_often_f_is_called(fact: Fact) -> None:
    first, more = map(int, re.findall(r"=(\d+)", fact.ask))
    calls: list[str] = []
    optimizer = BayesianOptimization(watched(calls, "score"), BOUNDS, verbose=0, random_state=0)
    optimizer.maximize(init_points=first, n_iter=more)
    assert len(calls) == fact.value


@proves("bayes-init-points")
def test_the_first_points_fall_by_chance(fact: Fact) -> None:
    firsts = [tried(seed=seed)[:2] for seed in range(4)]
    said = {
        "by chance within the bounds": len({*itertools.chain(*firsts)}) == 8
        and all(-1 <= one <= 1 for one in itertools.chain(*firsts)),
        "where the surrogate expects good scores": tried(lambda x: x)[:2] != tried(hill)[:2],
        "from both ends of the bounds": {-1.0, 1.0} <= {*itertools.chain(*firsts)},
        "on a regular grid": len({abs(one - other) for one, other in firsts}) == 1,
    }
    assert said[fact.answer] and not any(said[wrong] for wrong in fact.wrong)


def shown(capsys: Printed, level: int) -> list[int]:
    """Return the numbers of the trials that are printed at a level of verbose."""
    optimized(verbose=level)
    plain = re.sub(r"\x1b\[\d+m", "", capsys.readouterr().out)
    return [int(number) for number in re.findall(r"^\| (\d+)", plain, re.MULTILINE)]


@proves("bayes-verbose-one")
def test_which_trials_are_printed(fact: Fact, capsys: Printed) -> None:
    scores = [one["target"] for one in optimized().res]
    beaten = [n + 1 for n in range(1, len(scores)) if scores[n] > max(scores[:n])]
    said = {
        "those that beat the best": beaten,
        "all of them, one by one": [1, 2, 3, 4],
        "nothing but the last": [4],
        "none at all": [],
    }
    assert shown(capsys, 1) == said[fact.answer]
    assert all(shown(capsys, 1) != said[wrong] for wrong in fact.wrong)
    assert shown(capsys, 2) == [1, 2, 3, 4]


@proves("bayes-verbose-silent")
def test_the_silent_level(fact: Fact, capsys: Printed) -> None:
    optimized(verbose=int(fact.answer))
    assert capsys.readouterr().out == ""


@proves("bayes-max")
def test_which_code_gives_the_best_trial(fact: Fact) -> None:
    best = max(optimized().res, key=lambda one: float(one["target"]))

    def given(text: str) -> Any:
        optimizer = optimized()
        code: dict[str, Callable[[], Any]] = {
            "optimizer.max": lambda: optimizer.max,
            "optimizer.max()": lambda: optimizer.max(),
            "optimizer.best_params_": lambda: optimizer.best_params_,
            "optimizer.maximize()": lambda: optimizer.maximize(init_points=0, n_iter=1),
        }
        return code[text]()

    assert given(fact.answer) == best
    assert BayesianOptimization(hill, BOUNDS).max is None
    for wrong in fact.wrong:
        with contextlib.suppress(TypeError, AttributeError):
            assert given(wrong) is None


@proves("bayes-max-keys")
def test_what_the_best_trial_tells(fact: Fact) -> None:
    assert set(optimized().max) == set(fact.right)
