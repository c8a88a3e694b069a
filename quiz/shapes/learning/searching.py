"""Searches over parameters: how many candidates and samples each round takes.

Source: sklearn/model_selection/_search.py and _search_successive_halving.py of 1.9.
"""

from __future__ import annotations

from math import ceil, floor, log, prod

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.learning.estimator import Estimator
from quiz.shapes.library import function
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.values import Array, Value, known
from quiz.text import both


def grid_size(grid: Value) -> int:
    """Return how many combinations a grid (or list of grids) has."""
    grids = known(grid) if isinstance(grid, list) else [grid]
    total = 0
    for one in grids:
        if not isinstance(one, dict):
            raise NotKnown(both("I do not know the values of the grid"))
        total += prod(_choices(name, values) for name, values in one.items())
    return total


def _choices(name: Value, values: Value) -> int:
    known(values)
    if isinstance(values, str | int | float):
        raise Refused(
            both("the values of {name} must stand in a list", name=repr(name)),
            both("Write them in square brackets: [{value}].", value=repr(values)),
            "TypeError",
        )
    return (
        len(values) if isinstance(values, list | tuple | range) else as_array(values).shape[0] or 0
    )


@function("sklearn.model_selection.ParameterGrid", "param_grid", given=True)
def _grid(call: Call) -> list[Value]:
    return [{}] * grid_size(call["param_grid"])


@function(
    "sklearn.model_selection.cross_val_score",
    "estimator, X, y=None, *, groups=None, scoring=None, cv=None, **kwargs",
)
def _cross_val_score(call: Call) -> Array:
    cv = call["cv"]
    if isinstance(cv, Estimator):
        cv = cv.arguments["n_splits"]
    return Array((5 if cv is None else cv,))


@function(
    "sklearn.model_selection.cross_val_predict",
    "estimator, X, y=None, *, groups=None, cv=None, **kwargs",
)
def _cross_val_predict(call: Call) -> Array:
    return Array((as_array(call["X"]).shape[0],))


@function(
    "sklearn.model_selection.GridSearchCV sklearn.model_selection.RandomizedSearchCV",
    "estimator, param_grid=None, n_iter=10, *, param_distributions=None, cv=None, **kwargs",
    given=True,
)
def _search(call: Call) -> Estimator:
    return Estimator("GridSearchCV", call.arguments)


@function(
    "sklearn.model_selection.HalvingRandomSearchCV",
    "estimator, param_distributions, *, n_candidates='exhaust', factor=3, resource='n_samples',"
    " max_resources='auto', min_resources='smallest', aggressive_elimination=False, cv=5, **kwargs",
    given=True,
)
@function(
    "sklearn.model_selection.HalvingGridSearchCV",
    "estimator, param_grid, *, factor=3, resource='n_samples', max_resources='auto',"
    " min_resources='exhaust', aggressive_elimination=False, cv=5, **kwargs",
    given=True,
)
def _halving(call: Call) -> Estimator:
    return Estimator(call.name.strip("()"), call.arguments, state={"search": _halve})


def _halve(to: Estimator) -> None:
    """Work out the rounds: each keeps one candidate in `factor`, and gives it more samples."""
    data: Array = to.state["data"]
    factor, most = known(to.arguments["factor"]), data.shape[0] or 0
    if to.arguments["resource"] != "n_samples" or to.arguments["aggressive_elimination"]:
        raise NotKnown(both("I do not know halving by another resource than n_samples"))
    if to.arguments["max_resources"] != "auto":
        most = known(to.arguments["max_resources"])
    least, count = _first(to, factor, most)
    required = 1 + floor(log(count, factor))
    possible = 1 + floor(log(most // least, factor))
    candidates, resources = [], []
    for round_ in range(min(required, possible)):
        candidates.append(count)
        resources.append(min(int(factor**round_ * least), most))
        count = ceil(count / factor)
    to.state["n_candidates_"], to.state["n_resources_"] = candidates, resources
    to.state["n_iterations_"] = len(candidates)


def _first(to: Estimator, factor: int, most: int) -> tuple[int, int]:
    """Return the samples and the candidates of the first round."""
    least = known(to.arguments["min_resources"])
    grid = to.arguments.get("param_grid")
    if isinstance(least, str):
        if grid is None or least != "exhaust":
            raise NotKnown(both("I do not know with how many samples halving begins"))
        count = grid_size(grid)
        return max(_smallest(to), most // factor ** floor(log(count, factor))), count
    if grid is not None:
        return least, grid_size(grid)
    count = known(to.arguments["n_candidates"])
    return least, most // least if count == "exhaust" else count


def _smallest(to: Estimator) -> int:
    labels = to.state.get("labels")
    name = getattr(to.arguments["estimator"], "name", "")
    folds = known(to.arguments["cv"])
    if "Regress" in name and name != "LogisticRegression":
        return int(2 * folds)
    different = None if labels is None else labels.different()
    if different is None:
        raise NotKnown(both("how many classes there are depends on the labels"))
    return int(2 * folds * len(different))
