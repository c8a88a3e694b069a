"""Operators: on the code's own numbers as Python works them out, on arrays by their shapes."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable
from typing import Any

from quiz.shapes.arrays.broadcast import combine, multiply
from quiz.shapes.reading.arrays import array_step, lifted
from quiz.shapes.reading.machine import Machine, reads
from quiz.shapes.refusal import NotKnown, Refused, not_known
from quiz.shapes.values import Array, Tensor, Unknown, Value, known
from quiz.text import both

_OPERATORS: dict[type[ast.AST], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: operator.pow,
    ast.BitAnd: operator.and_,
    ast.BitOr: operator.or_,
    ast.BitXor: operator.xor,
    ast.LShift: operator.lshift,
    ast.RShift: operator.rshift,
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Is: operator.is_,
    ast.IsNot: operator.is_not,
}
_MOST_BITS = 4096
_MOST_REPEATED = 500_000


@reads(ast.BinOp)
def _binary(machine: Machine, node: ast.BinOp) -> Value:
    return binary(machine, node, node.op, machine.eval(node.left), machine.eval(node.right))


def binary(machine: Machine, node: ast.AST, op: ast.AST, left: Value, right: Value) -> Value:
    """Return what an operator gives for two values; Refused as Python or NumPy would."""
    for side in (left, right):
        if isinstance(side, Unknown):
            raise NotKnown(side.what, side)
    if isinstance(op, ast.MatMult):
        return _on_arrays(machine, node, left, right, multiply)
    operation = _OPERATORS.get(type(op))
    if operation is None:
        raise not_known(machine.written(node))
    if _is_array(left) or _is_array(right):
        return _on_arrays(machine, node, left, right, lambda a, b: combine(a, b, operation))
    return _on_numbers(machine, node, operation, left, right)


def _is_array(value: Value) -> bool:
    return isinstance(value, Array | Tensor) or hasattr(value, "to_array")


def _on_arrays(
    machine: Machine,
    node: ast.AST,
    left: Value,
    right: Value,
    work: Callable[[Value, Value], Array],
) -> Value:
    table = next((v for v in (left, right) if hasattr(v, "combined")), None)
    if table is not None:
        return table.combined(left, right, work)
    result = lifted(machine, lambda values: work(values[0], values[1]), [left, right])
    before = [v.shape for v in (left, right) if isinstance(v, Array | Tensor)]
    array_step(machine, node, before, result, [])
    return result


def _on_numbers(
    machine: Machine, node: ast.AST, operation: Callable[[Any, Any], Any], left: Value, right: Value
) -> Value:
    if not _small(operation, left, right):
        raise not_known(machine.written(node))
    try:
        result = operation(left, right)
        machine.spend(len(result) if isinstance(result, str | list | tuple) else 0)
        return result
    except (ValueError, OverflowError):
        raise not_known(machine.written(node)) from None
    except ZeroDivisionError:
        raise Refused(both("nothing can be divided by 0"), error="ZeroDivisionError") from None
    except TypeError:
        if not all(isinstance(v, int | float | str | list | tuple | None) for v in (left, right)):
            raise not_known(machine.written(node)) from None
        raise Refused(
            both("{code} puts two things together that do not fit", code=machine.written(node)),
            error="TypeError",
        ) from None


def _small(operation: Callable[[Any, Any], Any], left: Value, right: Value) -> bool:
    """Return whether the result stays small enough to be worked out."""
    if operation is operator.mod and isinstance(left, str):
        return False
    if operation is operator.pow:
        return all(isinstance(v, int | float) and abs(v) <= 64 for v in (left, right)) or (
            isinstance(left, int | float) and abs(left) <= 10**6 and right in (0, 1, 2, 3, 0.5)
        )
    if operation is operator.lshift:
        return isinstance(right, int) and right <= _MOST_BITS
    for one, other in ((left, right), (right, left)):
        if isinstance(one, str | list | tuple) and isinstance(other, int):
            return len(one) * other <= _MOST_REPEATED
    numbers = [v for v in (left, right) if isinstance(v, int)]
    return sum(abs(number).bit_length() for number in numbers) <= _MOST_BITS


@reads(ast.UnaryOp)
def _unary(machine: Machine, node: ast.UnaryOp) -> Value:
    value = known(machine.eval(node.operand))
    if isinstance(node.op, ast.Not):
        if _is_array(value):
            raise not_known(machine.written(node))
        return not value
    if isinstance(value, Array):
        if value.items is not None and isinstance(node.op, ast.USub):
            return Array(value.shape, tuple(-item for item in value.items), value.kind)
        if value.items is not None and isinstance(node.op, ast.Invert) and value.kind == "b":
            return Array(value.shape, tuple(not item for item in value.items), "b")
        return Array(value.shape, None, value.kind)
    if hasattr(value, "mapped") and isinstance(node.op, ast.Invert):
        return value.mapped(operator.not_)
    if isinstance(value, Tensor):
        return lifted(machine, lambda values: Array(values[0].shape), [value])
    if not isinstance(value, int | float):
        raise not_known(machine.written(node))
    if isinstance(node.op, ast.Invert):
        return ~value if isinstance(value, int) else value
    return -value if isinstance(node.op, ast.USub) else value


@reads(ast.Compare)
def _compare(machine: Machine, node: ast.Compare) -> Value:
    left, result = machine.eval(node.left), True
    for op, right_node in zip(node.ops, node.comparators, strict=True):
        right = machine.eval(right_node)
        one = _compared(machine, node, op, left, right)
        if len(node.ops) == 1:
            return one
        result = result and bool(one)
        left = right
    return result


def _compared(
    machine: Machine, node: ast.Compare, op: ast.cmpop, left: Value, right: Value
) -> Value:
    if not isinstance(op, ast.In | ast.NotIn):
        return binary(machine, node, op, left, right)
    known(left)
    known(right)
    if not isinstance(right, list | tuple | dict | set | str | range):
        raise not_known(machine.written(node))
    try:
        return (left in right) is isinstance(op, ast.In)
    except TypeError:
        raise not_known(machine.written(node)) from None
