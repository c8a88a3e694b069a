"""Tensors that remember how they came to be, and graphs worked out anew from other inputs."""

from __future__ import annotations

from typing import Any

from quiz.shapes.reading.machine import Machine
from quiz.shapes.rules import Shape
from quiz.shapes.values import Node, Tensor, Value


def input_tensor(machine: Machine, shape: Shape, line: int, written: str) -> Tensor:
    """Return a symbolic tensor of a shape with its batch, as keras.Input gives one."""
    machine.log.given(line, written, shape)
    return Tensor(shape, Node(lambda _: None))


def outputs(shapes: Any, node: Node | None) -> Value:
    """Return a tensor of a shape, or a list of tensors for a list of shapes."""
    if isinstance(shapes, list):
        return [Tensor(shape, node, number) for number, shape in enumerate(shapes)]
    return Tensor(shapes, node)


def tensors_in(value: Value) -> list[Tensor]:
    """Return the tensors in a value or a list of values."""
    if isinstance(value, list | tuple):
        return [tensor for part in value for tensor in tensors_in(part)]
    return [value] if isinstance(value, Tensor) else []


def rerun(result: Any, known_tensors: dict[int, Tensor]) -> Value:
    """Return `result`, tensors of a graph, worked out anew from other inputs (by id)."""
    done: dict[int, Value] = {}

    def value_of(tensor: Tensor) -> Tensor:
        if id(tensor) in known_tensors:
            return known_tensors[id(tensor)]
        node = tensor.node
        assert node is not None
        if id(node) not in done:
            done[id(node)] = node.again([value_of(inner) for inner in node.inputs])
        made = done[id(node)]
        one: Tensor = made[tensor.output] if isinstance(made, list) else made
        return one

    if isinstance(result, list | tuple):
        return [rerun(part, known_tensors) for part in result]
    return value_of(result)


def flat(value: Value) -> list[Tensor]:
    """Return the tensors of a tensor, or of a list or dict of them, in order."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [tensor for part in value for tensor in flat(part)]
    return [value]


def shapes_of(value: Value) -> Any:
    """Return the shape of a tensor, or the list of shapes of a list of them."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [shapes_of(part) for part in value]
    return value.shape
