"""Estimators of scikit-learn: made, fitted to data, asked. Each is one function in its family."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.library import FUNCTIONS, Function, Work
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import said
from quiz.shapes.values import Array, Bound, Value
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
        return self.state[name] if name in self.state else Bound(self, name)


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
