"""Library functions called on arrays and tensors, each a step of its own."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import Any

from quiz.shapes.call import Call
from quiz.shapes.library import Function
from quiz.shapes.reading.machine import Machine
from quiz.shapes.refusal import Refused
from quiz.shapes.signature import bind, signature
from quiz.shapes.values import Array, Node, Tensor, Unknown, Value
from quiz.text import Text, both

_TENSORS = ("tensorflow.", "keras.ops.", "keras.random.")


def type_name(value: Value) -> str:
    """Return the class under which a value's methods are registered."""
    return type(value).__name__


def call_function(
    machine: Machine,
    node: ast.Call,
    to: Function,
    positional: Sequence[Value],
    keywords: dict[str, Value],
) -> Value:
    """Return what a function gives for these arguments; its arithmetic becomes a step."""
    values = [*positional, *keywords.values()]
    symbolic = any(tensor.node for tensor in _tensors(values))
    if symbolic and to.name.startswith("tensorflow."):
        raise Refused(
            both("a function of TensorFlow takes no symbolic tensor of Keras 3"),
            both("Use keras.ops instead, or a layer."),
        )
    lines: list[Text] = []
    count = len(positional)

    def work(arguments: Sequence[Value]) -> Value:
        named = dict(zip(keywords, arguments[count:], strict=True))
        bound = bind(f"{_short(to.name)}()", signature(to.signature), arguments[:count], named)
        call = Call(_short(to.name), bound, machine.rules)
        result = to.work(call)
        lines[:] = call.lines
        return result

    result = lifted(machine, work, values, as_tensor=to.name.startswith(_TENSORS))
    if isinstance(result, Array) and result.items is not None:
        machine.spend(len(result.items) // 8)
    if to.given:
        for one in _shown(result):
            machine.log.given(node.lineno, machine.written(node), one)
    else:
        array_step(machine, node, _before(values), result, lines)
    return result


def _short(name: str) -> str:
    return (
        name.replace("numpy.", "np.", 1) if name.startswith("numpy.") else name.rpartition(".")[2]
    )


def _tensors(values: Sequence[Value]) -> list[Tensor]:
    found = [v for v in values if isinstance(v, Tensor)]
    inner = [v for v in values if isinstance(v, list | tuple)]
    return [*found, *(t for one in inner for t in _tensors(one))]


def lifted(
    machine: Machine,
    work: Callable[[Sequence[Value]], Value],
    values: list[Value],
    *,
    as_tensor: bool = False,
) -> Value:
    """Return what `work` on arrays gives; tensors if one of the values is (symbolic ones too)."""
    tensors = _tensors(values)
    if not tensors and not as_tensor:
        return work(values)
    arrays = [_as_arrays(value) for value in values]
    result = work(arrays)
    node = None
    if any(tensor.node for tensor in tensors):

        def again(others: list[Tensor]) -> Value:
            swap = {id(old): new for old, new in zip(tensors, others, strict=True)}
            return lifted(machine, work, [_swapped(value, swap) for value in values])

        node = Node(again, tensors)
    return _as_tensors(result, node)


def _as_arrays(value: Value) -> Value:
    if isinstance(value, Tensor):
        return Array(value.shape)
    if isinstance(value, list | tuple):
        return type(value)(_as_arrays(part) for part in value)
    return value


def _swapped(value: Value, swap: dict[int, Tensor]) -> Value:
    if isinstance(value, Tensor):
        return swap[id(value)]
    if isinstance(value, list | tuple):
        return type(value)(_swapped(part, swap) for part in value)
    return value


def _as_tensors(result: Value, node: Node | None) -> Value:
    if isinstance(result, Array):
        return Tensor(result.shape, node)
    if isinstance(result, list):
        return [
            Tensor(one.shape, node, number) if isinstance(one, Array) else one
            for number, one in enumerate(result)
        ]
    return result


def array_step(
    machine: Machine, node: ast.AST, before: Any, result: Value, lines: list[Text]
) -> None:
    """Note a step that made arrays; other results are none."""
    shapes = _shown(result)
    if shapes and isinstance(node, ast.expr | ast.stmt):
        after = shapes if len(shapes) > 1 else shapes[0]
        first = before[0] if len(before) == 1 else before or None
        machine.log.array(node.lineno, machine.written(node), first, after, lines)


def _shown(value: Value) -> list[Any]:
    """Return the shapes of a value's arrays; empty if it has none."""
    if isinstance(value, list | tuple):
        return [shape for part in value[:12] for shape in _shown(part)]
    if isinstance(value, Unknown) or not isinstance(getattr(value, "shape", None), tuple):
        return []
    return [value.shape]


def _before(values: Sequence[Value]) -> list[Any]:
    return [shape for value in values for shape in _shown(value)]
