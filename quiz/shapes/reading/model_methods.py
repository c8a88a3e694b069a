"""What can be asked of a model or a layer: add, build, summary, fit, predict …"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import Any

from quiz.shapes.layers.applying import put
from quiz.shapes.layers.layer import Layer
from quiz.shapes.reading.graph import shapes_of
from quiz.shapes.reading.machine import Machine
from quiz.shapes.reading.model import Model, shape_argument
from quiz.shapes.reading.models import apply, build
from quiz.shapes.reading.sequential import add
from quiz.shapes.refusal import NotKnown, Refused, not_known
from quiz.shapes.values import Array, Tensor, Value
from quiz.text import both

Work = Callable[[Machine, ast.Call, Any, list[Value], dict[str, Value]], Value]


def _add(
    machine: Machine,
    node: ast.Call,
    model: Any,
    positional: list[Value],
    keywords: dict[str, Value],
) -> None:
    layer = positional[0] if positional else keywords.get("layer")
    add(machine, model, layer)
    machine.told.append((None, model))


def _pop(
    machine: Machine,
    node: ast.Call,
    model: Any,
    positional: list[Value],
    keywords: dict[str, Value],
) -> Value:
    last = model.layers.pop()
    if model.inputs is not None:
        model.outputs = model.inputs
        with machine.log.silence():
            for layer in model.layers:
                model.outputs = apply(machine, layer, model.outputs, {})
    return last


def _build(
    machine: Machine, node: ast.Call, to: Any, positional: list[Value], keywords: dict[str, Value]
) -> None:
    shape = shape_argument(positional[0] if positional else keywords.get("input_shape"))
    if isinstance(to, Layer):
        apply(machine, to, Tensor(shape), {})
    elif to.inputs is None:
        build(machine, to, shape)
        machine.told.append((None, to))


def _output_shape(
    machine: Machine, node: ast.Call, to: Any, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    given: Any = positional[0] if positional else keywords.get("input_shape")
    listed = isinstance(given, list) and given and isinstance(given[0], tuple | list)
    shape: Any = [shape_argument(part) for part in given] if listed else shape_argument(given)
    if isinstance(to, Model):
        return shapes_of(apply(machine, to, Tensor(shape), {}))
    built = to.built
    out, lines = put(to, shape, machine.rules)
    if built is None:
        machine.log.layer(to, shape, out.shape, to.weights + to.frozen, lines)
        machine.layers.append(to)
    return out.shape


def _count(
    machine: Machine, node: ast.Call, to: Any, positional: list[Value], keywords: dict[str, Value]
) -> int:
    if isinstance(to, Model):
        ready(machine, to)
        return to.parameters()[0]
    if to.built is None:
        raise Refused(
            both("{name} has no parameters before it is put to a tensor", name=to.name),
            both("Build it first: layer.build((None, 4))."),
        )
    return int(to.weights + to.frozen)


def ready(machine: Machine, model: Model) -> None:
    """Build a model that waits for its input with the shape told beside the code.

    NotKnown if there is none.
    """
    if model.unknown:
        raise NotKnown(model.unknown.what, model.unknown)
    if model.inputs is None and machine.given is not None:
        shape, machine.given = machine.given, None
        machine.log.given(machine.line, "--input", shape)
        build(machine, model, shape)
    if model.inputs is None or (model.name == "Sequential" and not model.layers):
        raise NotKnown(
            both(
                "the model does not know the shape of its input yet: begin it with Input(shape=…),"
                " or tell the shape"
            )
        )


def _summary(
    machine: Machine, node: ast.Call, to: Any, positional: list[Value], keywords: dict[str, Value]
) -> None:
    if isinstance(to, Model):
        ready(machine, to)
        machine.told.append((None, to))


def _predict(
    machine: Machine, node: ast.Call, to: Any, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    data = positional[0] if positional else keywords.get("x")
    if isinstance(data, list) and data and isinstance(data[0], int | float | list):
        raise Refused(
            both("{name} takes an array, not a list of numbers", name=to.name),
            both("Make an array of it: np.array(…)."),
        )
    result = apply(machine, to, data, {})
    return _as_arrays(result)


def _as_arrays(value: Value) -> Value:
    return [_as_arrays(part) for part in value] if isinstance(value, list) else Array(value.shape)


def _fit(
    machine: Machine, node: ast.Call, to: Any, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    data = positional[0] if positional else keywords.get("x")
    labels = positional[1] if len(positional) > 1 else keywords.get("y")
    if isinstance(data, Array) and isinstance(labels, Array) and data.shape[:1] != labels.shape[:1]:
        raise Refused(
            both(
                "the data holds {data} samples, but the labels {labels}",
                data=data.shape[0],
                labels=labels.shape[0],
            ),
            both("Data and labels must be equally many."),
        )
    if isinstance(data, Array | list):
        apply(machine, to, data, {})
    raise not_known(machine.written(node))


def _nothing(
    machine: Machine, node: ast.Call, to: Any, positional: list[Value], keywords: dict[str, Value]
) -> None:
    """Nothing that has a shape."""


def _get_layer(
    machine: Machine, node: ast.Call, to: Any, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    index = positional[1] if len(positional) > 1 else keywords.get("index")
    name = positional[0] if positional else keywords.get("name")
    if isinstance(index, int):
        return to.layers[index]
    for layer in to.layers:
        if isinstance(layer, Layer) and layer.arguments["kwargs"].get("name") == name:
            return layer
    raise not_known(machine.written(node))


MODEL_METHODS: dict[str, Work] = {
    "add": _add,
    "pop": _pop,
    "get_layer": _get_layer,
    "build": _build,
    "compute_output_shape": _output_shape,
    "count_params": _count,
    "summary": _summary,
    "predict": _predict,
    "call": _predict,
    "fit": _fit,
    "evaluate": _fit,
    "compile": _nothing,
    "save": _nothing,
    "adapt": _nothing,
}
