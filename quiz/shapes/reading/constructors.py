"""What makes models and inputs: Sequential, Model, Input."""

from __future__ import annotations

import ast
from collections.abc import Callable

from quiz.shapes.layers.layer import Layer
from quiz.shapes.reading.graph import flat, input_tensor
from quiz.shapes.reading.machine import Machine
from quiz.shapes.reading.model import Model, shape_argument
from quiz.shapes.reading.sequential import add
from quiz.shapes.refusal import Refused
from quiz.shapes.signature import bind, signature
from quiz.shapes.values import Tensor, Unknown, Value, known
from quiz.text import both

Make = Callable[[Machine, ast.Call, list[Value], dict[str, Value]], Value]
_INPUT = (
    "shape=None, batch_size=None, dtype=None, sparse=None, batch_shape=None, name=None,"
    " tensor=None, ragged=None, optional=False"
)
_INPUT_LAYER = (
    "shape=None, batch_size=None, dtype=None, sparse=None, ragged=None, batch_shape=None,"
    " input_tensor=None, optional=False, name=None, input_shape=None, batch_input_shape=None"
)


def _input(
    machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
) -> Tensor:
    values = bind("Input", signature(_INPUT), positional, keywords)
    return _input_of(machine, node, values)


def _input_layer(
    machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
) -> Tensor:
    values = bind("InputLayer", signature(_INPUT_LAYER), positional, keywords)
    values["shape"] = values["input_shape"] if values["shape"] is None else values["shape"]
    if values["batch_shape"] is None:
        values["batch_shape"] = values["batch_input_shape"]
    return _input_of(machine, node, values)


def _input_of(machine: Machine, node: ast.Call, values: dict[str, Value]) -> Tensor:
    written = machine.written(node)
    shape, whole = values["shape"], values["batch_shape"]
    if whole is not None:
        return input_tensor(machine, shape_argument(whole), node.lineno, written)
    if shape is None:
        raise Refused(both("Input must be told its shape"), both("Write Input(shape=(28, 28, 1))."))
    batch = known(values["batch_size"])
    full = machine.rules.batch(shape_argument(shape), batch)
    return input_tensor(machine, full, node.lineno, written)


def _sequential(
    machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
) -> Model:
    values = bind(
        "Sequential", signature("layers=None, trainable=True, name=None"), positional, keywords
    )
    layers = values["layers"]
    if not isinstance(values["trainable"], bool | Unknown):
        raise Refused(
            both("Sequential takes the layers as one list"),
            both("Put square brackets around them: Sequential([…])."),
        )
    model = Model("Sequential")
    if isinstance(layers, Unknown):
        model.unknown = layers
    elif layers is not None and not isinstance(layers, list | tuple):
        raise Refused(
            both("Sequential takes the layers as one list"),
            both("Put square brackets around them: Sequential([…])."),
            "TypeError",
        )
    else:
        for layer in layers or []:
            add(machine, model, layer)
    machine.told.append((None, model))
    return model


def _model(
    machine: Machine, node: ast.Call, positional: list[Value], keywords: dict[str, Value]
) -> Model:
    words = "inputs, outputs, name=None, trainable=True"
    values = bind("Model", signature(words), positional, keywords)
    inputs, ends = values["inputs"], values["outputs"]
    known(list(inputs.values()) if isinstance(inputs, dict) else inputs)
    known(list(ends.values()) if isinstance(ends, dict) else ends)
    for tensor in [*flat(inputs), *flat(ends)]:
        if not isinstance(tensor, Tensor) or tensor.node is None:
            raise Refused(
                both("Model takes the tensors that Input and the layers gave"),
                both("Write Model(inputs=x, outputs=y), x from Input(…)."),
            )
    model = Model("Functional", inputs=inputs, outputs=ends)
    model.layers = _between(flat(inputs), flat(ends))
    machine.told.append((None, model))
    return model


def _between(inputs: list[Tensor], ends: list[Tensor]) -> list[Layer | Model]:
    """Return the layers between inputs and outputs; Refused if an output has another input."""
    start = {id(tensor) for tensor in inputs}
    layers: dict[int, Layer | Model] = {}
    seen: set[int] = set()

    def back(tensor: Tensor) -> None:
        node = tensor.node
        if id(tensor) in start or node is None or id(node) in seen:
            return
        if not node.inputs:
            raise Refused(
                both("an output of the model does not depend on the inputs that are given"),
                both("Name every Input in inputs=[…]."),
            )
        seen.add(id(node))
        for inner in node.inputs:
            back(inner)
        if node.layer is not None:
            layers[id(node.layer)] = node.layer

    for end in ends:
        back(end)
    return list(layers.values())


CONSTRUCTORS: dict[str, Make] = {
    "keras.Input": _input,
    "keras.layers.InputLayer": _input_layer,
    "keras.Sequential": _sequential,
    "keras.Model": _model,
}
