"""Functions that the code defines itself: called by going through their lines."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from quiz.shapes.reading.machine import Machine, reads
from quiz.shapes.refusal import not_known
from quiz.shapes.signature import Signature, bind
from quiz.shapes.values import Unknown, Value


@dataclass(slots=True, eq=False)
class UserFunction:
    """A function of the code: its node, and the scopes in which it was defined."""

    node: ast.FunctionDef | ast.Lambda
    scopes: list[dict[str, Value]]
    defaults: dict[str, Value]

    @property
    def name(self) -> str:
        """Its name; λ for a lambda."""
        return self.node.name if isinstance(self.node, ast.FunctionDef) else "lambda"


class Return(Exception):
    """A function gives a value back."""

    def __init__(self, value: Value) -> None:
        super().__init__()
        self.value = value


@reads(ast.FunctionDef)
def _define(machine: Machine, node: ast.FunctionDef) -> None:
    if node.decorator_list or any(isinstance(n, ast.Yield | ast.YieldFrom) for n in ast.walk(node)):
        machine.set(node.name, Unknown(not_known(node.name).what))
    else:
        machine.set(node.name, UserFunction(node, list(machine.names), _defaults(machine, node)))


@reads(ast.Lambda)
def _lambda(machine: Machine, node: ast.Lambda) -> UserFunction:
    return UserFunction(node, list(machine.names), _defaults(machine, node))


def _defaults(machine: Machine, node: ast.FunctionDef | ast.Lambda) -> dict[str, Value]:
    given = node.args
    names = [a.arg for a in (*given.posonlyargs, *given.args)]
    values = dict(
        zip(
            names[len(names) - len(given.defaults) :],
            map(machine.eval, given.defaults),
            strict=True,
        )
    )
    for argument, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
        if default is not None:
            values[argument.arg] = machine.eval(default)
    return values


@reads(ast.Return)
def _return(machine: Machine, node: ast.Return) -> None:
    raise Return(None if node.value is None else machine.eval(node.value))


def call_user(
    machine: Machine, to: UserFunction, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    """Return what a function of the code gives for these arguments."""
    given = to.node.args
    shape = Signature(
        tuple(a.arg for a in (*given.posonlyargs, *given.args)),
        to.defaults,
        tuple(a.arg for a in given.kwonlyargs),
        given.vararg.arg if given.vararg else "",
        given.kwarg.arg if given.kwarg else "",
    )
    values: dict[str, Any] = bind(f"{to.name}()", shape, positional, keywords)
    outer, machine.names = machine.names, list(to.scopes)
    try:
        with machine.scope(values):
            if isinstance(to.node, ast.Lambda):
                return machine.eval(to.node.body)
            machine.run(to.node.body)
    except Return as result:
        return result.value
    finally:
        machine.names = outer
    return None
