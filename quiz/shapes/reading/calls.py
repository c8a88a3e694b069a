"""Calls: layers made and put to tensors, functions of libraries, methods, the code's functions."""

from __future__ import annotations

import ast
from contextlib import suppress
from typing import Any

from quiz.shapes.call import Call
from quiz.shapes.layers.layer import LAYERS, Kind, Layer
from quiz.shapes.layers.unchanged import check_activation
from quiz.shapes.library import FUNCTIONS, METHODS, Function
from quiz.shapes.reading.arrays import call_function, type_name
from quiz.shapes.reading.builtin import BUILTINS
from quiz.shapes.reading.constructors import CONSTRUCTORS
from quiz.shapes.reading.functions import UserFunction, call_user
from quiz.shapes.reading.machine import Machine, reads
from quiz.shapes.reading.model import Model, shape_argument
from quiz.shapes.reading.model_methods import MODEL_METHODS
from quiz.shapes.reading.models import apply
from quiz.shapes.reading.plain import call_plain
from quiz.shapes.refusal import NotKnown, Refused, not_known
from quiz.shapes.signature import bind, signature
from quiz.shapes.values import Bound, Ref, Unknown, Value
from quiz.text import both

_MERGING = frozenset("Add Subtract Multiply Average Maximum Minimum Concatenate Dot".split())
"""These layers have a function of their name in small letters, too."""


@reads(ast.Call)
def _call(machine: Machine, node: ast.Call) -> Value:
    to = machine.eval(node.func)
    positional, keywords = _arguments(machine, node)
    if isinstance(to, Unknown):
        return to
    if isinstance(to, Ref):
        return _call_name(machine, node, to.name, positional, keywords)
    if isinstance(to, Bound):
        return _call_method(machine, node, to, positional, keywords)
    if isinstance(to, Layer | Model):
        return _put(machine, to, positional, keywords)
    if isinstance(to, UserFunction):
        return call_user(machine, to, positional, keywords)
    raise _not_callable(machine, node, to)


def _arguments(machine: Machine, node: ast.Call) -> tuple[list[Value], dict[str, Value]]:
    positional: list[Value] = []
    for argument in node.args:
        value = machine.eval(argument)
        if not isinstance(argument, ast.Starred):
            positional.append(value)
        elif isinstance(value, tuple | list):
            positional += value
        else:
            raise not_known(machine.written(argument))
    keywords: dict[str, Value] = {}
    for keyword in node.keywords:
        value = machine.eval(keyword.value)
        if keyword.arg:
            keywords[keyword.arg] = value
        elif isinstance(value, dict):
            keywords.update(value)
        else:
            raise not_known(machine.written(keyword.value))
    return positional, keywords


def _call_name(
    machine: Machine, node: ast.Call, name: str, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    if name in CONSTRUCTORS:
        return CONSTRUCTORS[name](machine, node, positional, keywords)
    if name in BUILTINS:
        return BUILTINS[name](machine, node, positional, keywords)
    library, _, last = name.rpartition(".")
    if library == "keras.layers" and last in LAYERS:
        return make_layer(machine, node, LAYERS[last], positional, keywords)
    if library == "keras.layers" and last.capitalize() in _MERGING and last.islower():
        kind = LAYERS[last.capitalize()]
        merging = make_layer(
            machine, node, kind, [], {k: v for k, v in keywords.items() if k != "inputs"}
        )
        return _put(machine, merging, positional[:1] or [keywords["inputs"]], {})
    if name in FUNCTIONS:
        return call_function(machine, node, FUNCTIONS[name], positional, keywords)
    raise not_known(machine.written(node))


def make_layer(
    machine: Machine,
    node: ast.Call,
    kind: Kind,
    positional: list[Value],
    keywords: dict[str, Value],
) -> Layer:
    """Make a layer of the code's arguments; Refused where the real class would refuse them."""
    machine.log.made += 1
    arguments = bind(kind.name, signature(kind.signature), positional, keywords)
    shape = _common(kind, arguments["kwargs"])
    check_activation(arguments.get("activation"))
    if kind.check:
        with suppress(NotKnown):  # it is told when the layer is put to a tensor
            kind.check(Call(kind.name, arguments, machine.rules))
    trainable = arguments["kwargs"].get("trainable", True) is not False
    return Layer(kind, arguments, machine.written(node), node.lineno, shape, trainable)


def _common(kind: Kind, keywords: dict[str, Any]) -> Any:
    """Return input_shape of the keywords that every layer takes; Refused for one that none does."""
    for name in keywords:
        if name not in ("name", "dtype", "trainable", "autocast", "activity_regularizer") and (
            name not in ("input_shape", "input_dim")
        ):
            raise Refused(
                both("{layer} knows no argument {name}", layer=kind.name, name=name),
                _meant(kind, name),
            )
    if keywords.get("input_dim") is not None:
        return shape_argument((keywords["input_dim"],))
    shape = keywords.get("input_shape")
    return None if shape is None else shape_argument(shape)


def _meant(kind: Kind, name: str) -> Any:
    from difflib import get_close_matches

    near = get_close_matches(name, signature(kind.signature).names, 1)
    if near:
        return both("Did you mean {name}?", name=near[0])
    if name in ("batch_size", "batch_input_shape"):
        return both("Give it to Input: Input(shape=…, batch_size=…).")
    return both("Look at its spelling.")


def _put(
    machine: Machine, to: Layer | Model, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    keywords = dict(keywords)
    for name in ("inputs", "query", "value", "key"):
        if name in keywords:
            positional = [*positional, keywords.pop(name)]
    if not positional:
        raise Refused(both("{name} is put to nothing", name=to.name), error="TypeError")
    if isinstance(to, Layer) and to.name == "MultiHeadAttention":
        return apply(machine, to, list(positional), keywords)
    if isinstance(to, Layer) and to.kind.several and len(positional) > 1:
        raise Refused(
            both("{name} takes its tensors as one list", name=to.name),
            both("Put them into square brackets: {name}()([a, b])", name=to.name),
            "TypeError",
        )
    return apply(machine, to, positional[0], keywords)


def _call_method(
    machine: Machine, node: ast.Call, to: Bound, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    if isinstance(to.owner, Model | Layer):
        work = MODEL_METHODS.get(to.name)
        if work is None:
            raise not_known(machine.written(node))
        return work(machine, node, to.owner, positional, keywords)
    found = METHODS.get((type_name(to.owner), to.name))
    if found is not None:
        own = Function(found.name, f"self, {found.signature}", found.work)
        return call_function(machine, node, own, [to.owner, *positional], keywords)
    return call_plain(machine, node, to, positional, keywords)


def _not_callable(machine: Machine, node: ast.Call, to: Value) -> Refused:
    written = machine.written(node.func)
    return Refused(
        both("{code} is no function, but {kind}", code=written, kind=type_name(to).lower()),
        both("{code} stands without round brackets; one axis is {code}[0].", code=written)
        if isinstance(to, tuple)
        else None,
        "TypeError",
    )
