"""Statements: names get values, branches are taken where the code tells which."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from typing import Any

from quiz.shapes.layers.layer import Layer
from quiz.shapes.reading.machine import Machine, reads
from quiz.shapes.reading.model import Model
from quiz.shapes.reading.operators import binary
from quiz.shapes.reading.parts import parts_of
from quiz.shapes.refusal import Refused, not_known
from quiz.shapes.values import Array, Tensor, Unknown, Value
from quiz.text import both


@reads(ast.Expr)
def _expression(machine: Machine, node: ast.Expr) -> None:
    value = machine.last = machine.eval(node.value)
    for part in value if isinstance(value, tuple) and value else (value,):
        if isinstance(part, Layer) and not machine.whole:
            machine.layers.append(part)
    machine.told.append((node.value, value))


@reads(ast.Assign)
def _assign(machine: Machine, node: ast.Assign) -> None:
    value = machine.last = machine.eval(node.value)
    for target in node.targets:
        put_into(machine, target, value)


@reads(ast.AnnAssign)
def _annotated(machine: Machine, node: ast.AnnAssign) -> None:
    if node.value is not None:
        put_into(machine, node.target, machine.eval(node.value))


@reads(ast.AugAssign)
def _augmented(machine: Machine, node: ast.AugAssign) -> None:
    before = machine.eval(_loaded(node.target))
    value = binary(machine, node, node.op, before, machine.eval(node.value))
    put_into(machine, node.target, value)


@reads(ast.NamedExpr)
def _named(machine: Machine, node: ast.NamedExpr) -> Value:
    value = machine.eval(node.value)
    put_into(machine, node.target, value)
    return value


def _loaded(target: ast.expr) -> ast.expr:
    loaded = ast.parse(ast.unparse(target), mode="eval").body
    return ast.copy_location(loaded, target)


def put_into(machine: Machine, target: ast.expr, value: Value) -> None:
    """Give a value to what stands left of `=`: a name, several names, a part of something."""
    if isinstance(target, ast.Name):
        machine.set(target.id, value)
    elif isinstance(target, ast.Tuple | ast.List):
        _unpack(machine, target, value)
    elif isinstance(target, ast.Attribute):
        _set_attribute(machine.eval(target.value), target.attr, value)
    elif isinstance(target, ast.Subscript):
        _set_item(machine, target, value)


def _unpack(machine: Machine, target: ast.Tuple | ast.List, value: Value) -> None:
    if isinstance(value, Unknown):
        for part in target.elts:
            put_into(machine, part.value if isinstance(part, ast.Starred) else part, value)
        return
    parts = parts_of(machine, target, value)
    stars = [i for i, part in enumerate(target.elts) if isinstance(part, ast.Starred)]
    if not stars and len(parts) != len(target.elts):
        raise Refused(
            both(
                "{wanted} names stand left of =, but {found} values right of it",
                wanted=len(target.elts),
                found=len(parts),
            ),
            both("Write as many names as there are values."),
        )
    if stars:
        after = len(target.elts) - stars[0] - 1
        parts = [
            *parts[: stars[0]],
            parts[stars[0] : len(parts) - after],
            *parts[len(parts) - after :],
        ]
    for part, one in zip(target.elts, parts, strict=False):
        put_into(machine, part.value if isinstance(part, ast.Starred) else part, one)


def _set_attribute(owner: Value, name: str, value: Value) -> None:
    if name == "trainable" and isinstance(owner, Layer | Model) and isinstance(value, bool):
        owner.trainable = value
        for layer in owner.every_layer() if isinstance(owner, Model) else []:
            layer.trainable = value
    if name == "shape" and isinstance(owner, Array) and isinstance(value, tuple):
        owner.shape = value
    if name == "columns" and hasattr(owner, "rename_all") and isinstance(value, list | tuple):
        owner.rename_all(list(value))


def _set_item(machine: Machine, target: ast.Subscript, value: Value) -> None:
    owner, key = machine.eval(target.value), machine.eval(target.slice)
    if isinstance(owner, dict | list) and not isinstance(key, Unknown):
        try:
            owner[key] = value
        except (TypeError, IndexError):
            raise not_known(machine.written(target)) from None
    elif hasattr(owner, "set_column"):
        owner.set_column(key, value)
    elif isinstance(owner, Array):
        owner.items = None  # its shape stays, its numbers are no longer known


@reads(ast.If)
def _if(machine: Machine, node: ast.If) -> None:
    test = machine.eval(node.test)
    if isinstance(test, Unknown | Array | Tensor):
        forget(machine, [*node.body, *node.orelse], test)
    else:
        machine.run(node.body if test else node.orelse)


@reads(ast.With)
def _with(machine: Machine, node: ast.With) -> None:
    for item in node.items:
        value = machine.eval(item.context_expr)
        if item.optional_vars is not None:
            put_into(machine, item.optional_vars, value)
    machine.run(node.body)


@reads(ast.Try)
def _try(machine: Machine, node: ast.Try) -> None:
    try:
        machine.run([*node.body, *node.orelse])
    except Refused as refusal:
        for handler in node.handlers:
            names = [n.id for n in ast.walk(handler.type or ast.Pass()) if isinstance(n, ast.Name)]
            if handler.type is None or {refusal.error, "Exception", "BaseException"} & set(names):
                if handler.name:
                    machine.set(handler.name, refusal.reason.en)
                machine.run(handler.body)
                break
        else:
            raise
    machine.run(node.finalbody)


@reads(ast.Delete)
def _delete(machine: Machine, node: ast.Delete) -> None:
    for target in node.targets:
        if isinstance(target, ast.Name):
            machine.names[-1].pop(target.id, None)
        elif isinstance(target, ast.Subscript):
            owner = machine.eval(target.value)
            key = machine.eval(target.slice)
            if hasattr(owner, "without_column"):
                owner.without_column(key)


@reads(ast.Assert, ast.Raise)
def _nothing(machine: Machine, node: ast.stmt) -> None:
    """Nothing that has a shape."""


def forget(machine: Machine, statements: Iterable[ast.stmt], why: Value) -> None:
    """Take every name that `statements` may change for unknown: whether they run is not known."""
    doubt: Any = why if isinstance(why, Unknown) else Unknown(_depends())
    for statement in statements:
        for node in ast.walk(statement):
            name = _changed(node)
            if name:
                machine.set(name, doubt)


def _depends() -> Any:
    return both("which way the code goes depends on numbers that are not told")


def _changed(node: ast.AST) -> str:
    """Return the name that a node gives a value, or whose method it calls; "" if none."""
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return node.id
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        owner = node.func.value
        return owner.id if isinstance(owner, ast.Name) and node.func.attr in _CHANGING else ""
    if isinstance(node, ast.Subscript | ast.Attribute) and isinstance(node.ctx, ast.Store):
        return node.value.id if isinstance(node.value, ast.Name) else ""
    return ""


_CHANGING = frozenset("add append extend insert pop remove update clear build".split())
