"""Estimators of scikit-learn: made, fitted to data, asked. Each is one function in its family."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.library import FUNCTIONS, Function, Work
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Shape, said
from quiz.shapes.values import Array, Bound, Value, known
from quiz.text import both


@dataclass(slots=True, eq=False)
class Estimator:
    """One estimator of the code: its class, its arguments, and what fitting it has shown."""

    name: str
    arguments: dict[str, Value]
    transform: Callable[[Call, Estimator, Array], Value] | None = None
    state: dict[str, Any] = field(default_factory=dict)

    def attribute(self, name: str) -> Value:
        """Return what fitting has shown under `name`, or a method, bound."""
        if name in _FITTED and "data" in self.state:
            return Array(_FITTED[name](self))
        return self.state[name] if name in self.state else Bound(self, name)

    def features(self) -> int:
        """Return how many features it was fitted to."""
        data: Array = self.state["data"]
        return data.shape[1] or 0


def _coefficients(to: Estimator) -> Shape:
    """Return the shape of coef_: a row for each target, or for each class of more than two."""
    labels: Array = to.state.get("labels", Array(()))
    if to.name in ("LinearRegression", "Ridge", "Lasso", "ElasticNet", "LinearSVR"):
        return (*labels.shape[1:], to.features())
    different = labels.different()
    if different is None:
        raise NotKnown(both("how many classes there are depends on the labels"))
    return (1 if len(different) == 2 else len(different), to.features())


def _centres(to: Estimator) -> Shape:
    given = to.arguments["args"]
    count = given[0] if given else to.arguments["kwargs"].get("n_clusters", 8)
    return (known(count), to.features())


_FITTED: dict[str, Callable[[Estimator], Shape]] = {
    "coef_": _coefficients,
    "feature_importances_": lambda to: (to.features(),),
    "cluster_centers_": _centres,
    "mean_": lambda to: (to.features(),),
    "scale_": lambda to: (to.features(),),
    "labels_": lambda to: to.state["data"].shape[:1],
}


class Sparse(Array):
    """A sparse matrix: it has a shape, but must be made an array to be seen."""


Transform = Callable[[Call, Estimator, Array], Value]


def estimator(
    library: str, names: str, signature: str = "**kwargs"
) -> Callable[[Transform], Transform]:
    """Register the function below as what the estimators `names` make of data.

    It gets the call that asks, the estimator and the data with two axes.
    """

    def register(transform: Transform) -> Transform:
        for name in names.split():
            full = f"{library}.{name}"
            FUNCTIONS[full] = Function(full, signature, maker(name, transform), given=True)
        return transform

    return register


def maker(name: str, transform: Transform | None) -> Work:
    """Return the work that makes an estimator of its arguments."""

    def make(call: Call) -> Estimator:
        return Estimator(name, call.arguments, transform)

    return make


def table_of(value: Value, name: str, needs: int = 2) -> Array:
    """Return data as an array of two axes; Refused, as scikit-learn does, if it has others."""
    array = as_array(value)
    if len(array.shape) == needs:
        return array
    if len(array.shape) < needs:
        raise Refused(
            both(
                "{name} needs data of 2 axes (samples, features), but gets {found}: {shape}",
                name=name,
                found=len(array.shape),
                shape=said(array.shape),
            ),
            both("One feature: x.reshape(-1, 1). One sample: x.reshape(1, -1)."),
        )
    raise Refused(
        both(
            "{name} takes at most 2 axes (samples, features), but gets {found}: {shape}",
            name=name,
            found=len(array.shape),
            shape=said(array.shape),
        ),
        both("Reshape it to (samples, all the rest): x.reshape(len(x), -1)."),
    )


def same_samples(*arrays: Array) -> None:
    """Refuse arrays that do not hold equally many samples."""
    counts = [array.shape[0] for array in arrays if array.shape]
    if len(set(counts)) > 1:
        raise Refused(
            both(
                "the arrays hold different numbers of samples: {counts}",
                counts=", ".join(map(str, counts)),
            ),
            both("Every sample needs its label: both must be equally long."),
        )
