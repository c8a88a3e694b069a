"""Names: what the code imports, gives a value, or takes for granted."""

from __future__ import annotations

import ast
import builtins
from functools import cache

from quiz.shapes.layers.layer import LAYERS
from quiz.shapes.library import FUNCTIONS
from quiz.shapes.reading.constructors import CONSTRUCTORS
from quiz.shapes.reading.graph import input_tensor
from quiz.shapes.reading.machine import Machine, reads
from quiz.shapes.reading.names_of import absent_layer, canonical, no_such_layer
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.values import Ref, Unknown, Value
from quiz.text import both

_USUAL = {
    "np": "numpy",
    "pd": "pandas",
    "tf": "tensorflow",
    "keras": "keras",
    "layers": "keras.layers",
    "models": "keras.models",
    "tensorflow": "tensorflow",
    "numpy": "numpy",
    "pandas": "pandas",
    "Sequential": "keras.Sequential",
    "Model": "keras.Model",
    "Input": "keras.Input",
    "InputLayer": "keras.layers.InputLayer",
}


@cache
def _fragment_names() -> dict[str, str]:
    """Return the names that a fragment without imports may use, and the things they mean."""
    short = {full.rpartition(".")[2]: full for full in FUNCTIONS if not full.startswith("numpy.")}
    return {**short, **{name: f"keras.layers.{name}" for name in LAYERS}, **_USUAL}


@reads(ast.Import)
def _import(machine: Machine, node: ast.Import) -> None:
    for alias in node.names:
        if alias.asname:
            machine.set(alias.asname, Ref(canonical(alias.name)))
        else:
            machine.set(alias.name.partition(".")[0], Ref(canonical(alias.name.partition(".")[0])))


@reads(ast.ImportFrom)
def _import_from(machine: Machine, node: ast.ImportFrom) -> None:
    for alias in node.names:
        if alias.name == "*":
            machine.stars.append(canonical(node.module or ""))
        else:
            full = canonical(f"{node.module}.{alias.name}")
            if no_such_layer(full):
                raise absent_layer(alias.name, "ImportError")
            machine.set(alias.asname or alias.name, Ref(full))


@reads(ast.Name)
def _name(machine: Machine, node: ast.Name) -> Value:
    try:
        return machine.find(node.id)
    except KeyError:
        return _not_set(machine, node.id)


def _not_set(machine: Machine, name: str) -> Value:
    if name == "__name__":
        return "__main__"
    for star in machine.stars:
        full = canonical(f"{star}.{name}")
        if full in FUNCTIONS or full in CONSTRUCTORS or (star == "keras.layers" and name in LAYERS):
            return Ref(full)
    if hasattr(builtins, name):
        return Ref(f"builtins.{name}")
    if machine.stars:
        raise NotKnown(both("I do not know where {name} comes from", name=name))
    if machine.whole:
        raise Refused(
            both("the name {name} is not defined", name=name),
            both("Look at its spelling, or import it, or give it a value above."),
            "NameError",
        )
    return _of_fragment(machine, name)


def _of_fragment(machine: Machine, name: str) -> Value:
    """Return what a name means in a few lines that stand for themselves."""
    usual = _fragment_names().get(name)
    if usual:
        return Ref(usual)
    if machine.given is None:
        raise NotKnown(both("{name} is not defined in these lines", name=name))
    tensor = input_tensor(machine, machine.given, machine.line, name)
    machine.names[0][name] = tensor
    machine.given = None  # it stands for one name only
    return tensor


@reads(ast.Global, ast.Nonlocal, ast.Pass)
def _nothing(machine: Machine, node: ast.stmt) -> None:
    """Nothing that has a shape."""


@reads(ast.ClassDef)
def _class(machine: Machine, node: ast.ClassDef) -> None:
    machine.set(
        node.name, Unknown(both("I do not know what the class {name} does", name=node.name))
    )
