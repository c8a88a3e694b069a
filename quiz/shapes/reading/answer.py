"""What a program says in the end: the shape it prints last, or that of the model it makes."""

from __future__ import annotations

import ast
from typing import Any, NamedTuple

from quiz.shapes.layers.layer import Layer
from quiz.shapes.reading.graph import shapes_of
from quiz.shapes.reading.machine import Machine
from quiz.shapes.reading.model import Model
from quiz.shapes.reading.model_methods import ready
from quiz.shapes.refusal import NotKnown
from quiz.shapes.values import Printed, Unknown, Value
from quiz.text import both

_SHAPES = frozenset("shape output_shape input_shape compute_output_shape".split())


class Answer(NamedTuple):
    """The shape (or list of shapes, or an Unknown), the parameters, the line it comes from."""

    shape: Any
    params: int | None = None
    trainable: int | None = None
    line: int = 0


def answer_of(machine: Machine) -> Answer:
    """Return what the program prints or makes last."""
    weak: Answer | None = None
    for node, value in reversed(machine.told):
        if isinstance(value, Model):
            return weak_or(weak, machine, value)
        told = _printed(node, value)
        if told is not None and _asks_shape(node):
            return _with_parameters(machine, told, getattr(node, "lineno", 0))
        if told is not None and weak is None and node is not None:
            weak = _with_parameters(machine, told, getattr(node, "lineno", 0))
    if weak is not None:
        return weak
    if isinstance(machine.last, Unknown):
        return Answer(machine.last)
    return _last_made(machine)


def weak_or(weak: Answer | None, machine: Machine, model: Model) -> Answer:
    """Return the model's answer; that of a value printed after it only if that has a shape."""
    if weak is not None and not isinstance(weak.shape, Unknown):
        return weak
    try:
        ready(machine, model)
    except NotKnown as doubt:
        return Answer(doubt.source or machine.doubt(doubt.what))
    total, trained = model.parameters()
    return Answer(shapes_of(model.outputs), total, trained)


def _asks_shape(node: ast.AST | None) -> bool:
    if node is None:
        return False
    return any(
        (isinstance(n, ast.Attribute) and n.attr in _SHAPES)
        or (isinstance(n, ast.Call) and isinstance(n.func, ast.Name) and n.func.id == "len")
        for n in ast.walk(node)
    )


def _printed(node: ast.AST | None, value: Value) -> Any:
    """Return the shape that a printed value tells; None if it tells none."""
    if isinstance(value, Printed):
        shapes = [_shape(part) for argument, part in value if not _counts(argument)]
        told = [shape for shape in shapes if shape is not None]
        doubt = next((shape for shape in told if isinstance(shape, Unknown)), None)
        if doubt is not None:
            return doubt
        return told[0] if len(told) == 1 else told or None
    return _shape(value)


def _counts(node: ast.AST) -> bool:
    return any(isinstance(n, ast.Attribute) and n.attr == "count_params" for n in ast.walk(node))


def _shape(value: Value) -> Any:
    if _is_array(value):
        return value.shape
    if isinstance(value, Unknown):
        return value
    if isinstance(value, bool | str | None):
        return None
    if isinstance(value, int):
        return value
    if isinstance(value, tuple | list) and value and all(_is_shape(part) for part in value):
        return value
    if isinstance(value, tuple | list) and value and all(_is_array(part) for part in value):
        return [part.shape for part in value]
    return value if value == () else None


def _is_array(value: Value) -> bool:
    return isinstance(getattr(value, "shape", None), tuple)


def _is_shape(value: Value) -> bool:
    if isinstance(value, tuple | list):
        return all(_is_shape(part) for part in value)
    return value is None or type(value) is int


def _with_parameters(machine: Machine, shape: Any, line: int) -> Answer:
    models = [value for _node, value in machine.told if isinstance(value, Model)]
    made: list[Any] = models[-1:] or machine.layers
    if not made:
        return Answer(shape, None, None, line)
    every: dict[int, Layer] = {}
    for one in made:
        for layer in one.every_layer() if isinstance(one, Model) else [one]:
            every[id(layer)] = layer
    total = sum(layer.weights + layer.frozen for layer in every.values())
    trained = sum(layer.weights for layer in every.values() if layer.trainable)
    return Answer(shape, total, trained, line)


def _last_made(machine: Machine) -> Answer:
    """Return the shape of the last step, where the program prints nothing."""
    after = [step.after for step in machine.log.steps if step.after is not None]
    doubts = [value for value in machine.names[0].values() if isinstance(value, Unknown)]
    if after:
        return _with_parameters(machine, after[-1], 0)
    if doubts:
        return Answer(doubts[-1])
    return Answer(Unknown(both("I find no layer and no array in it")))
