"""Python's own functions: len, range, print and the like."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from quiz.shapes.reading.machine import Machine
from quiz.shapes.reading.parts import parts_of
from quiz.shapes.refusal import Refused, not_known
from quiz.shapes.values import Array, Printed, Tensor, Unknown, Value, known
from quiz.text import both

Work = Callable[[Machine, ast.Call, list[Value], dict[str, Value]], Value]


def _print(
    machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
) -> None:
    pairs = Printed()
    for argument, value in zip(node.args, positional, strict=False):
        if isinstance(argument, ast.JoinedStr):
            inner = [part.value for part in argument.values if isinstance(part, ast.FormattedValue)]
            pairs += [(part, machine.eval(part)) for part in inner]
        else:
            pairs.append((argument, value))
    machine.told.append((node, pairs))


def _len(
    machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    (value,) = positional
    known_value: Any = value if isinstance(value, list | tuple) else known(value)
    if isinstance(known_value, Array) or hasattr(known_value, "to_array"):
        if not known_value.shape:
            raise Refused(both("a single number has no length"), error="TypeError")
        return known_value.shape[0]
    if isinstance(known_value, Tensor):
        if known_value.node is not None:
            raise Refused(
                both("a symbolic tensor has no length"), both("Ask for x.shape[1]."), "TypeError"
            )
        return known_value.shape[0]
    if hasattr(known_value, "length"):
        return known_value.length()
    if isinstance(known_value, list | tuple | dict | str | range | set):
        return len(known_value)
    if isinstance(known_value, int | float | None):
        raise Refused(both("{value} has no length", value=repr(value)), error="TypeError")
    raise not_known(machine.written(node))


def _plain(work: Callable[..., Any]) -> Work:
    """Return a builtin that works on the code's own values as Python does."""

    def called(
        machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
    ) -> Value:
        for value in [*positional, *keywords.values()]:
            if not isinstance(known(value), int | float | str | list | tuple | range | dict | None):
                raise not_known(machine.written(node))
        try:
            return work(*positional, **keywords)
        except (TypeError, ValueError, OverflowError):
            raise not_known(machine.written(node)) from None

    return called


def _listed(kind: Callable[[list[Value]], Value]) -> Work:
    """Return a builtin that collects parts: list, tuple, set."""

    def called(
        machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
    ) -> Value:
        try:
            return kind(parts_of(machine, node, positional[0]) if positional else [])
        except TypeError:
            raise not_known(machine.written(node)) from None

    return called


def _zip(
    machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
) -> list[Value]:
    return list(zip(*(parts_of(machine, node, value) for value in positional), strict=False))


def _enumerate(
    machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
) -> list[Value]:
    start = keywords.get("start", positional[1] if len(positional) > 1 else 0)
    return list(enumerate(parts_of(machine, node, positional[0]), known(start)))


def _dict(
    machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
) -> dict[Value, Value]:
    if positional and not isinstance(positional[0], dict):
        raise not_known(machine.written(node))
    return {**(positional[0] if positional else {}), **keywords}


def _isinstance(
    machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    raise not_known(machine.written(node))


def _numbers(work: Callable[[list[Value]], Value]) -> Work:
    """Return sum, max or min: of numbers that are known."""

    def called(
        machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
    ) -> Value:
        parts = parts_of(machine, node, positional[0]) if len(positional) == 1 else positional
        if not parts or keywords or any(isinstance(p, Unknown | Array | Tensor) for p in parts):
            raise not_known(machine.written(node))
        try:
            return work(parts)
        except TypeError:
            raise not_known(machine.written(node)) from None

    return called


BUILTINS: dict[str, Work] = {
    f"builtins.{name}": work
    for name, work in {
        "print": _print,
        "display": _print,
        "len": _len,
        "range": _plain(range),
        "int": _plain(int),
        "float": _plain(float),
        "str": _plain(str),
        "bool": _plain(bool),
        "abs": _plain(abs),
        "round": _plain(round),
        "divmod": _plain(divmod),
        "list": _listed(list),
        "tuple": _listed(tuple),
        "set": _listed(set),
        "sorted": _listed(sorted),
        "reversed": _listed(lambda parts: parts[::-1]),
        "zip": _zip,
        "enumerate": _enumerate,
        "dict": _dict,
        "sum": _numbers(sum),
        "max": _numbers(max),
        "min": _numbers(min),
        "isinstance": _isinstance,
    }.items()
}
