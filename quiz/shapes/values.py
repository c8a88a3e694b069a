"""What an expression of the code stands for: shapes instead of numbers in memory.

Plain numbers, texts, tuples, lists and dicts of the code stand for themselves.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from quiz.shapes.refusal import NotKnown
from quiz.shapes.rules import Shape
from quiz.text import Text

Value = Any
"""A plain Python value of the code, or one of the classes below."""

MOST_ITEMS = 100_000
"""Arrays longer than this are known by their shape alone."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """Something the code does not tell: `what` says which thing, met at this line and step."""

    what: Text
    line: int = 0
    step: int = 0


@dataclass(slots=True, eq=False, repr=False)
class Array:
    """A NumPy array: its shape and, where the code tells them, its numbers in order.

    `kind` is "b", "i", "f", "U" or "O" as of a NumPy dtype; "" where it is not known. `classes`
    are the different numbers of labels whose order is not known.
    """

    shape: Shape
    items: tuple[Value, ...] | None = None
    kind: str = "f"
    classes: tuple[int, ...] | None = None

    def __repr__(self) -> str:
        return f"<array {self.shape}>"

    def different(self) -> list[Value] | None:
        """Return the different numbers in it, sorted; None where they are not known."""
        if self.items is None:
            return None if self.classes is None else list(self.classes)
        return sorted(set(self.items), key=lambda item: (str(type(item)), item))


@dataclass(slots=True, eq=False, repr=False)
class Tensor:
    """A tensor of Keras or TensorFlow; `node` tells how a symbolic one came to be."""

    shape: Shape
    node: Node | None = None
    output: int = 0

    def __repr__(self) -> str:
        return f"<tensor {self.shape}>"


@dataclass(slots=True, eq=False)
class Node:
    """One call in a graph of the functional form: what was called on which tensors.

    `again` works it out anew for other tensors; `layer` is what keeps weights, if anything.
    """

    again: Callable[[list[Tensor]], Value]
    inputs: list[Tensor] = field(default_factory=list)
    layer: Value = None


@dataclass(slots=True, eq=False)
class Ref:
    """A name of a library that the code has imported: `keras.layers.Dense`."""

    name: str


@dataclass(slots=True, eq=False)
class Bound:
    """A method of a value, before it is called."""

    owner: Value
    name: str


class Printed(list["tuple[ast.AST, Value]"]):
    """What one print told: each argument's node and value."""


def known(value: Value) -> Value:
    """Return `value`; NotKnown if it, or a part of it, is an Unknown."""
    if isinstance(value, Unknown):
        raise NotKnown(value.what, value)
    if isinstance(value, tuple | list):
        for part in value:
            known(part)
    return value
