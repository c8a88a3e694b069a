"""Loops and comprehensions, gone through as far as the code tells how often."""

from __future__ import annotations

import ast
from collections.abc import Callable

from quiz.shapes.reading.machine import Machine, reads
from quiz.shapes.reading.parts import parts_of
from quiz.shapes.reading.statements import forget, put_into
from quiz.shapes.refusal import NotKnown, not_known
from quiz.shapes.values import Array, Unknown, Value

_TOLD_ROUNDS = 20


class Break(Exception):
    """A loop is left."""


class Continue(Exception):
    """A round of a loop is over."""


@reads(ast.Break)
def _break(machine: Machine, node: ast.Break) -> None:
    raise Break


@reads(ast.Continue)
def _continue(machine: Machine, node: ast.Continue) -> None:
    raise Continue


@reads(ast.For)
def _for(machine: Machine, node: ast.For) -> None:
    through = machine.eval(node.iter)
    try:
        parts = parts_of(machine, node.iter, through)
    except NotKnown as doubt:
        forget(machine, [node], doubt.source or machine.doubt(doubt.what))
        return
    many = len(parts) > _TOLD_ROUNDS
    machine.log.quiet += many
    try:
        for part in parts:
            put_into(machine, node.target, part)
            if not _round(machine, node.body):
                return
        machine.run(node.orelse)
    finally:
        machine.log.quiet -= many


def _round(machine: Machine, body: list[ast.stmt]) -> bool:
    """Go through the body once; return whether the loop goes on."""
    try:
        machine.run(body)
    except Continue:
        return True
    except Break:
        return False
    return True


@reads(ast.While)
def _while(machine: Machine, node: ast.While) -> None:
    while True:
        test = machine.eval(node.test)
        if isinstance(test, Unknown | Array):
            forget(machine, [node], test)
            return
        if not test or not _round(machine, node.body):
            return


@reads(ast.ListComp, ast.GeneratorExp, ast.SetComp)
def _comprehension(machine: Machine, node: ast.ListComp | ast.GeneratorExp | ast.SetComp) -> Value:
    found: list[Value] = []
    with machine.scope({}):
        _generate(machine, node.generators, lambda: found.append(machine.eval(node.elt)))
    if isinstance(node, ast.SetComp):
        return _distinct(machine, node, found)
    return found


@reads(ast.DictComp)
def _dict_comprehension(machine: Machine, node: ast.DictComp) -> dict[Value, Value]:
    found: dict[Value, Value] = {}

    def one() -> None:
        found[_key(machine, node.key)] = machine.eval(node.value)

    with machine.scope({}):
        _generate(machine, node.generators, one)
    return found


def _generate(machine: Machine, loops: list[ast.comprehension], one: Callable[[], None]) -> None:
    if not loops:
        one()
        return
    loop = loops[0]
    for part in parts_of(machine, loop.iter, machine.eval(loop.iter)):
        put_into(machine, loop.target, part)
        tests = [machine.eval(test) for test in loop.ifs]
        if any(isinstance(test, Unknown | Array) for test in tests):
            raise not_known(machine.written(loop.ifs[0]))
        if all(tests):
            _generate(machine, loops[1:], one)


def _key(machine: Machine, node: ast.expr) -> Value:
    value = machine.eval(node)
    if isinstance(value, str | int | float | tuple | bool | None):
        return value
    raise not_known(machine.written(node))


def _distinct(machine: Machine, node: ast.expr, values: list[Value]) -> Value:
    try:
        return set(values)
    except TypeError:
        raise not_known(machine.written(node)) from None
