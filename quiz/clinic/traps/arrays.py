"""What can be told of an array from the expression that makes it."""

from __future__ import annotations

import ast
from typing import Any, NamedTuple

from quiz.clinic.traps.program import Program, given, name_of, owner_of

_FILLED = ("zeros", "ones", "empty", "full")
_MANY = 100_000


class Array(NamedTuple):
    """An array's shape, dtype ("" if not known) and, if they are literal, its values."""

    shape: tuple[int, ...]
    dtype: str
    values: tuple[Any, ...] = ()


def array(program: Program, node: ast.expr | None) -> Array | None:
    """Return what is known of the array `node`; None if its shape is not."""
    node = program.source(node)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod | ast.Add | ast.Sub):
        return _shifted(program, node)
    if not isinstance(node, ast.Call):
        return None
    name = name_of(node.func)
    if name in ("array", "asarray"):
        return _literal(program, node)
    if name in _FILLED and node.args:
        return _of_shape(program, node, _dtype(program, node) or "float64")
    if name in ("rand", "randn") and all(type(program.literal(a)) is int for a in node.args):
        return Array(tuple(program.literal(a) for a in node.args), "float64")
    if name == "arange" and len(node.args) == 1:
        return _counted(program.literal(node.args[0]))
    if name in ("reshape", "astype", "ravel", "flatten"):
        return _changed(program, node, name)
    return None


def _literal(program: Program, call: ast.Call) -> Array | None:
    value = program.literal(call.args[0]) if call.args else None
    shape = _shape(value)
    if shape is None:
        return None
    values = tuple(_flat(value))
    return Array(shape, _dtype(program, call) or _dtype_of(values), values)


def _shape(value: Any) -> tuple[int, ...] | None:
    if not isinstance(value, list | tuple):
        return ()
    inner = {_shape(item) for item in value}
    if len(inner) != 1 or None in inner:
        return None
    return (len(value), *(inner.pop() or ()))


def _flat(value: Any) -> list[Any]:
    if not isinstance(value, list | tuple):
        return [value]
    return [one for item in value for one in _flat(item)]


def _dtype_of(values: tuple[Any, ...]) -> str:
    kinds = {type(value) for value in values}
    if kinds == {int}:
        return "int64"
    if kinds <= {int, float}:
        return "float64"
    return "str" if kinds == {str} else ""


def _dtype(program: Program, call: ast.Call) -> str:
    node = given(call, "dtype")
    if node is None:
        return ""
    value = program.literal(node)
    return value if isinstance(value, str) else name_of(node)


def _of_shape(program: Program, call: ast.Call, dtype: str) -> Array | None:
    shape = program.literal(call.args[0])
    shape = (shape,) if type(shape) is int else shape
    if isinstance(shape, tuple) and all(type(size) is int for size in shape):
        return Array(shape, dtype)
    return None


def _counted(count: Any) -> Array | None:
    if type(count) is not int or not 0 < count <= _MANY:
        return None
    return Array((count,), "int64", tuple(range(count)))


def _shifted(program: Program, node: ast.BinOp) -> Array | None:
    """Follow arange(n) % k, + k and - k, the ways in which labels are made in examples."""
    left, by = array(program, node.left), program.literal(node.right)
    if left is None or type(by) is not int or left.dtype != "int64" or by == 0:
        return None
    if isinstance(node.op, ast.Mod):
        return left._replace(values=tuple(value % by for value in left.values))
    sign = 1 if isinstance(node.op, ast.Add) else -1
    return left._replace(values=tuple(value + sign * by for value in left.values))


def _changed(program: Program, call: ast.Call, name: str) -> Array | None:
    before = array(program, owner_of(call))
    if before is None:
        return None
    if name == "astype":
        kind = program.literal(call.args[0]) if call.args else None
        named = kind if isinstance(kind, str) else name_of(call.args[0]) if call.args else ""
        return before._replace(dtype=named)
    size = 1
    for length in before.shape:
        size *= length
    if name != "reshape":
        return before._replace(shape=(size,))
    sizes = [program.literal(argument) for argument in call.args]
    if len(sizes) == 1 and isinstance(sizes[0], tuple):
        sizes = list(sizes[0])
    return _reshaped(before, sizes, size)


def _reshaped(before: Array, sizes: list[Any], total: int) -> Array | None:
    if not sizes or not all(type(size) is int for size in sizes) or sizes.count(-1) > 1:
        return None
    product = 1
    for size in sizes:
        product *= size if size != -1 else 1
    if -1 in sizes and product:
        sizes[sizes.index(-1)] = total // product
    return before._replace(shape=tuple(sizes))
