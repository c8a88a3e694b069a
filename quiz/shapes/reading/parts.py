"""The parts of a value, where something goes through them one by one."""

from __future__ import annotations

import ast

from quiz.shapes.reading.machine import Machine
from quiz.shapes.refusal import NotKnown, Refused, not_known
from quiz.shapes.values import Array, Tensor, Unknown, Value
from quiz.text import both

_MOST = 200_000


def parts_of(machine: Machine, node: ast.AST, value: Value) -> list[Value]:
    """Return the parts of a list, range, array … in order; NotKnown if they cannot be told."""
    if isinstance(value, Unknown):
        raise NotKnown(value.what, value)
    if isinstance(value, range) and len(value) > _MOST:
        raise not_known(machine.written(node))
    if isinstance(value, list | tuple | dict | set | frozenset | str | range):
        machine.spend(len(value))
        return list(value)
    if isinstance(value, Array) and value.shape and value.shape[0] is not None:
        machine.spend(min(value.shape[0], _MOST))
        return array_parts(value, value.shape[0])
    if hasattr(value, "parts"):
        return list(value.parts())
    if isinstance(value, Tensor) and value.shape and value.shape[0] is not None:
        return [Tensor(value.shape[1:]) for _ in range(value.shape[0])]
    if isinstance(value, int | float | bool | None):
        raise Refused(
            both("{value} has no parts to go through", value=repr(value)), error="TypeError"
        )
    raise not_known(machine.written(node))


def array_parts(array: Array, length: int) -> list[Value]:
    """Return the rows of an array; plain numbers where it has one axis and they are known."""
    if length > _MOST:
        raise not_known("for")
    rest = array.shape[1:]
    if array.items is None:
        return [Array(rest, None, array.kind) for _ in range(length)]
    if not rest:
        return list(array.items)
    size = len(array.items) // length if length else 0
    return [Array(rest, array.items[i * size : (i + 1) * size], array.kind) for i in range(length)]
