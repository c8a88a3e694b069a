"""A model of the code: its layers, and the tensors of its graph."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from quiz.shapes.layers.layer import Layer
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Shape
from quiz.shapes.values import Unknown, Value, known
from quiz.text import Text, both


@dataclass(slots=True, eq=False)
class Model:
    """A model of the code.

    `layers` are its layers in order; `inputs` and `outputs` the tensors of its graph (None: not
    built). `unknown` is set where a part of it cannot be told.
    """

    name: str
    layers: list[Layer | Model] = field(default_factory=list)
    inputs: Any = None
    outputs: Any = None
    unknown: Unknown | None = None
    trainable: bool = True

    def every_layer(self) -> list[Layer]:
        """Return each layer once, those of inner models too."""
        found: dict[int, Layer] = {}
        for one in self.layers:
            for layer in one.every_layer() if isinstance(one, Model) else [one]:
                found[id(layer)] = layer
        return list(found.values())

    def parameters(self) -> tuple[int, int]:
        """Return all parameters and those that are trained."""
        every = self.every_layer()
        total = sum(layer.weights + layer.frozen for layer in every)
        return total, sum(layer.weights for layer in every if layer.trainable)


def shape_argument(value: Value) -> Shape:
    """Return the shape that is given to Input or input_shape; Refused if it is none."""
    known(value)
    whole = isinstance(value, tuple | list) and all(
        d is None or (type(d) is int and d >= 0) for d in value
    )
    if whole:
        return tuple(value)
    remedy: Text | None = None
    if isinstance(value, int):
        remedy = both("A comma makes it a tuple: ({value},)", value=value)
    raise Refused(
        both("{value} is no shape: it must be a tuple of whole numbers", value=repr(value)), remedy
    )
