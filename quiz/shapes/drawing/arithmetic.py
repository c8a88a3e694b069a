"""The small arithmetic of templates, read through the syntax tree: whole numbers, words, names."""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from typing import Any

from quiz.text import Text, both

Value = int | str | bool | None | tuple["Value", ...]
_MOST = 10**9
_LONGEST = 200
"""Characters of an expression that are read."""

_NUMBERS: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
}
_COMPARED: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}


class BadTemplate(ValueError):
    """A template cannot be read or filled in; `message` says why and `hint` what to do."""

    def __init__(self, message: Text, hint: Text) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


def parsed(text: str) -> ast.expr:
    """Return the expression of `text`: numbers, words in quotes, names, + - * // % and < == >.

    BadTemplate for anything else, calls and attributes among it.
    """
    try:
        node = ast.parse(text[:_LONGEST].strip(), mode="eval").body
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        raise _unreadable(text) from None
    if len(text) > _LONGEST or not all(map(_is_known, ast.walk(node))):
        raise _unreadable(text)
    return node


def names_in(node: ast.expr) -> set[str]:
    """Return the names that an expression speaks of."""
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def worked_out(node: ast.expr, names: Mapping[str, Value]) -> Value:
    """Return the value of a parsed expression; BadTemplate where it has none."""
    try:
        return _value(node, names)
    except (ArithmeticError, KeyError, TypeError):
        message = both("{text} cannot be worked out", text=ast.unparse(node))
        hint = both("Draw its names before it, and divide by no zero.")
        raise BadTemplate(message, hint) from None


def _is_known(node: ast.AST) -> bool:
    if isinstance(node, ast.Constant):
        return type(node.value) in (int, str, bool, type(None))
    known = (ast.Name, ast.Tuple, ast.BinOp, ast.UnaryOp, ast.USub, ast.Compare, ast.expr_context)
    return isinstance(node, known) or type(node) in _NUMBERS or type(node) in _COMPARED


def _value(node: ast.expr, names: Mapping[str, Value]) -> Value:
    if isinstance(node, ast.Constant):
        return node.value  # type: ignore[return-value]  # of the types that `_is_known` lets in
    if isinstance(node, ast.Name):
        return names[node.id]
    if isinstance(node, ast.Tuple):
        return tuple(_value(part, names) for part in node.elts)
    if isinstance(node, ast.BinOp):
        return _number(
            _NUMBERS[type(node.op)](
                _number(_value(node.left, names)), _number(_value(node.right, names))
            )
        )
    if isinstance(node, ast.UnaryOp):
        return -_number(_value(node.operand, names))
    if isinstance(node, ast.Compare):
        return _compared(node, names)
    raise TypeError(type(node))


def _number(value: Value) -> int:
    if type(value) is not int or abs(value) > _MOST:
        raise TypeError(value)
    return value


def _compared(node: ast.Compare, names: Mapping[str, Value]) -> bool:
    values = [_value(part, names) for part in (node.left, *node.comparators)]
    pairs = zip(node.ops, values, values[1:], strict=False)
    return all(_COMPARED[type(how)](one, other) for how, one, other in pairs)


def _unreadable(text: str) -> BadTemplate:
    message = both("{text} is no arithmetic that templates know", text=text[:60])
    hint = both("Use numbers, words in quotes, names drawn above, and + - * // % < <= == !=.")
    return BadTemplate(message, hint)
