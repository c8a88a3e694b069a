"""A program as the traps see it: its calls, its literals, and what is known of its arrays."""

from __future__ import annotations

import ast
import warnings
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

_LONGEST = 200_000
_SHELL = ("!", "%", "$ ", ">>> ")


class Seen(NamedTuple):
    """A trap that was seen: where, and what stands there."""

    node: ast.expr
    values: dict[str, str]


class Program:
    """A syntax tree with the questions that traps ask of it."""

    def __init__(self, tree: ast.Module, lines: list[str]) -> None:
        self._lines = lines
        self.nodes = list(ast.walk(tree))
        self.nodes.sort(
            key=lambda node: (getattr(node, "lineno", 0), getattr(node, "col_offset", 0))
        )
        self.calls = [node for node in self.nodes if isinstance(node, ast.Call)]
        self._assigned = _assigned_once(self.nodes)

    @classmethod
    def of(cls, code: str) -> Program | None:
        """Return the program in `code`; None if Python could not read it."""
        lines = code[:_LONGEST].split("\n")
        lines = ["" if line.startswith(_SHELL) else line for line in lines]
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                return cls(ast.parse("\n".join(lines)), lines)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return None

    def line(self, node: ast.expr) -> str:
        """Return the line of code on which `node` begins."""
        return self._lines[node.lineno - 1].strip()

    def called(self, *names: str) -> Iterator[ast.Call]:
        """Yield the calls of functions, classes or methods with one of `names`, in order."""
        return (call for call in self.calls if name_of(call.func) in names)

    def source(self, node: ast.expr | None) -> ast.expr | None:
        """Return what a name was assigned, if just once; other nodes as they are."""
        for _step in range(20):
            if not isinstance(node, ast.Name) or node.id not in self._assigned:
                return node
            node = self._assigned[node.id]
        return node

    def literal(self, node: ast.expr | None) -> Any:
        """Return the value of a literal, or of a name that holds one; None if it is none."""
        found = self.source(node)
        if found is None:
            return None
        try:
            return ast.literal_eval(found)
        except (ValueError, TypeError, SyntaxError, MemoryError, RecursionError):
            return None


def name_of(node: ast.expr) -> str:
    """Return the last part of a dotted name: Dense for layers.Dense; "" for anything else."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def owner_of(call: ast.Call) -> ast.expr | None:
    """Return what a method is called on; None for a plain function."""
    return call.func.value if isinstance(call.func, ast.Attribute) else None


def given(call: ast.Call, name: str, place: int | None = None) -> ast.expr | None:
    """Return the argument `name` of `call`, which may also stand at `place`."""
    for keyword in call.keywords:
        if keyword.arg == name:
            return keyword.value
    return call.args[place] if place is not None and place < len(call.args) else None


def _assigned_once(nodes: list[ast.AST]) -> dict[str, ast.expr]:
    """Return the names that are assigned one value, in the whole program."""
    stored = Counter(
        node.id
        for node in nodes
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store | ast.Del)
    )
    return {
        node.targets[0].id: node.value
        for node in nodes
        if isinstance(node, ast.Assign)
        and len(node.targets) == 1
        and isinstance(node.targets[0], ast.Name)
        and stored[node.targets[0].id] == 1
    }
