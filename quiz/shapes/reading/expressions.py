"""Expressions that hold values together: literals, tuples, texts, conditions."""

from __future__ import annotations

import ast

from quiz.shapes.reading.machine import Machine, reads
from quiz.shapes.reading.parts import parts_of
from quiz.shapes.refusal import not_known
from quiz.shapes.values import Array, Tensor, Unknown, Value


@reads(ast.Constant)
def _constant(machine: Machine, node: ast.Constant) -> Value:
    return node.value


@reads(ast.Tuple)
def _tuple(machine: Machine, node: ast.Tuple) -> tuple[Value, ...]:
    return tuple(_elements(machine, node.elts))


@reads(ast.List)
def _list(machine: Machine, node: ast.List) -> list[Value]:
    return _elements(machine, node.elts)


@reads(ast.Set)
def _set(machine: Machine, node: ast.Set) -> Value:
    try:
        return set(_elements(machine, node.elts))
    except TypeError:
        raise not_known(machine.written(node)) from None


def _elements(machine: Machine, nodes: list[ast.expr]) -> list[Value]:
    values: list[Value] = []
    for node in nodes:
        if isinstance(node, ast.Starred):
            values += parts_of(machine, node, machine.eval(node.value))
        else:
            values.append(machine.eval(node))
    return values


@reads(ast.Starred)
def _starred(machine: Machine, node: ast.Starred) -> Value:
    return parts_of(machine, node, machine.eval(node.value))


@reads(ast.Dict)
def _dict(machine: Machine, node: ast.Dict) -> dict[Value, Value]:
    values: dict[Value, Value] = {}
    for key, value in zip(node.keys, node.values, strict=True):
        inner = machine.eval(value)
        if key is not None:
            values[_hashable(machine, key)] = inner
        elif isinstance(inner, dict):
            values.update(inner)
        else:
            raise not_known(machine.written(value))
    return values


def _hashable(machine: Machine, node: ast.expr) -> Value:
    value = machine.eval(node)
    try:
        hash(value)
    except TypeError:
        raise not_known(machine.written(node)) from None
    return value


@reads(ast.JoinedStr)
def _text(machine: Machine, node: ast.JoinedStr) -> Value:
    parts = [machine.eval(part) for part in node.values]
    if all(isinstance(part, str | int | bool | float) for part in parts):
        return "".join(map(str, parts))
    raise not_known(machine.written(node))


@reads(ast.FormattedValue)
def _formatted(machine: Machine, node: ast.FormattedValue) -> Value:
    value = machine.eval(node.value)
    if node.format_spec is not None or node.conversion != -1:
        raise not_known(machine.written(node.value))
    return value


@reads(ast.IfExp)
def _either(machine: Machine, node: ast.IfExp) -> Value:
    test = machine.eval(node.test)
    if isinstance(test, Unknown | Array | Tensor):
        raise not_known(machine.written(node.test))
    return machine.eval(node.body if test else node.orelse)


@reads(ast.BoolOp)
def _and_or(machine: Machine, node: ast.BoolOp) -> Value:
    value: Value = None
    for part in node.values:
        value = machine.eval(part)
        if isinstance(value, Unknown | Array | Tensor):
            raise not_known(machine.written(part))
        if bool(value) is isinstance(node.op, ast.Or):
            return value
    return value


@reads(ast.Slice)
def _slice(machine: Machine, node: ast.Slice) -> Value:
    bounds = [None if n is None else machine.eval(n) for n in (node.lower, node.upper, node.step)]
    for bound in bounds:
        if not isinstance(bound, int | str | None):
            raise not_known(machine.written(node))
    return slice(*bounds)
