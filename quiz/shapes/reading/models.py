"""Layers and models put to tensors: the functional form and Sequential."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field
from typing import Any

from quiz.shapes.layers.applying import put
from quiz.shapes.layers.layer import Layer
from quiz.shapes.reading.machine import Machine
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Shape, said
from quiz.shapes.values import Array, Node, Tensor, Unknown, Value, known
from quiz.text import Text, both


@dataclass(slots=True, eq=False)
class Model:
    """A model of the code.

    `layers` are its layers in order; `inputs` and `outputs` the tensors of its graph (None: not
    built). `unknown` is set where a part of it cannot be told.
    """

    name: str
    layers: list[Layer | Model] = field(default_factory=list)
    inputs: Any = None
    outputs: Any = None
    unknown: Unknown | None = None
    trainable: bool = True

    def every_layer(self) -> list[Layer]:
        """Return each layer once, those of inner models too."""
        found: dict[int, Layer] = {}
        for one in self.layers:
            for layer in one.every_layer() if isinstance(one, Model) else [one]:
                found[id(layer)] = layer
        return list(found.values())

    def parameters(self) -> tuple[int, int]:
        """Return all parameters and those that are trained."""
        every = self.every_layer()
        total = sum(layer.weights + layer.frozen for layer in every)
        return total, sum(layer.weights for layer in every if layer.trainable)


def input_tensor(machine: Machine, shape: Shape, line: int, written: str) -> Tensor:
    """Return a symbolic tensor of a shape with its batch, as keras.Input gives one."""
    machine.log.given(line, written, shape)
    return Tensor(shape, Node(lambda _: None))


def apply(machine: Machine, to: Layer | Model, value: Value, keywords: dict[str, Any]) -> Value:
    """Return what a layer or model gives for a tensor, an array or a list of them."""
    tensors = to_tensors(machine, to, value)
    if isinstance(to, Model):
        return _apply_model(machine, to, tensors, value, keywords)
    return _apply_layer(machine, to, tensors, isinstance(value, list | tuple), keywords)


def to_tensors(machine: Machine, to: Value, value: Value) -> list[Tensor]:
    """Return the tensors of a layer's input; Refused where it is none."""
    known(value)
    if isinstance(value, Tensor):
        return [value]
    if isinstance(value, Array):
        return [Tensor(value.shape)]
    if isinstance(value, list | tuple) and value:
        return [tensor for part in value for tensor in to_tensors(machine, to, part)]
    shape = getattr(value, "shape", None)
    if isinstance(shape, tuple):  # a table of pandas
        return [Tensor(shape)]
    raise Refused(
        both("{name} is put to something that is no tensor", name=to.name),
        both("Put it to a tensor or an array: {name}(…)(x)", name=to.name),
    )


def _apply_layer(
    machine: Machine, layer: Layer, tensors: list[Tensor], listed: bool, keywords: dict[str, Any]
) -> Value:
    several = listed and (len(tensors) > 1 or layer.kind.several)
    shapes: Any = [t.shape for t in tensors] if several else tensors[0].shape
    first = layer.built is None
    try:
        out, lines = put(layer, shapes, machine.rules, keywords)
    except Refused as refusal:
        refusal.place = refusal.place or (layer.line, layer.written, shapes)
        raise
    if not first and layer.weights:
        lines = [*lines, both("the same weights as before")]
    weights = layer.weights + layer.frozen if first else 0
    machine.log.layer(layer, shapes, out.shape, weights, lines)
    machine.layers.append(layer)
    return graph_output(machine, layer, tensors, out.shape, several, keywords)


def graph_output(
    machine: Machine,
    layer: Layer,
    tensors: list[Tensor],
    shapes: Any,
    several: bool,
    keywords: dict[str, Any],
) -> Value:
    """Return the tensors a layer gives; symbolic where one it was put to is."""
    node = None
    if any(tensor.node for tensor in tensors):

        def again(others: list[Tensor]) -> Value:
            return apply(machine, layer, others if several else others[0], keywords)

        node = Node(again, tensors, layer)
    return outputs(shapes, node)


def outputs(shapes: Any, node: Node | None) -> Value:
    """Return a tensor of a shape, or a list of tensors for a list of shapes."""
    if isinstance(shapes, list):
        return [Tensor(shape, node, number) for number, shape in enumerate(shapes)]
    return Tensor(shapes, node)


def _apply_model(
    machine: Machine, model: Model, tensors: list[Tensor], value: Value, keywords: dict[str, Any]
) -> Value:
    if model.unknown:
        raise NotKnown(model.unknown.what, model.unknown)
    if model.inputs is None:
        build(machine, model, tensors[0].shape)
    before, given = flat(model.inputs), [_as_wide(model, t, i) for t, i in _pairs(model, tensors)]
    machine.log.silent += 1
    try:
        result = rerun(model.outputs, dict(zip(map(id, before), given, strict=True)))
    finally:
        machine.log.silent -= 1
    result_shapes = shapes_of(result)
    shapes = [t.shape for t in tensors] if len(tensors) > 1 else tensors[0].shape
    machine.log.model(
        machine.line, f"{model.name}(…)", shapes, result_shapes, model.parameters()[0]
    )
    machine.layers.append(model)
    if not any(tensor.node for tensor in tensors):
        return _eager(result)
    listed = isinstance(value, list | tuple)
    node = Node(
        lambda others: apply(machine, model, others if listed else others[0], keywords),
        tensors,
        model,
    )
    return outputs(result_shapes, node)


def _pairs(model: Model, tensors: list[Tensor]) -> list[tuple[Tensor, Tensor]]:
    wanted = flat(model.inputs)
    if len(wanted) != len(tensors):
        raise Refused(
            both(
                "the model takes {wanted} inputs, but gets {found}",
                wanted=len(wanted),
                found=len(tensors),
            )
        )
    return list(zip(tensors, wanted, strict=True))


def _as_wide(model: Model, tensor: Tensor, wanted: Tensor) -> Tensor:
    """Return a tensor of the rank the model takes: Keras adds or drops a last axis of length 1."""
    shape, needed = tensor.shape, wanted.shape
    if len(shape) == len(needed) + 1 and shape[-1] == 1:
        shape = shape[:-1]
    elif len(shape) == len(needed) - 1 and needed[-1] == 1:
        shape = (*shape, 1)
    pairs = zip(shape[1:], needed[1:], strict=False)
    differ = any(a != b and None not in (a, b) for a, b in pairs)
    if len(shape) != len(needed) or (differ and model.name != "Sequential"):
        raise Refused(
            both(
                "the model takes {needed}, but gets {shape}", needed=said(needed), shape=said(shape)
            ),
            both("Shape the data as Input says, or Input as the data: without the samples."),
        )
    return Tensor(shape, tensor.node)


def rerun(result: Any, known_tensors: dict[int, Tensor]) -> Value:
    """Return `result`, tensors of a graph, worked out anew from other inputs (by id)."""
    done: dict[int, Value] = {}

    def value_of(tensor: Tensor) -> Tensor:
        if id(tensor) in known_tensors:
            return known_tensors[id(tensor)]
        node = tensor.node
        assert node is not None
        if id(node) not in done:
            done[id(node)] = node.again([value_of(inner) for inner in node.inputs])
        made = done[id(node)]
        one: Tensor = made[tensor.output] if isinstance(made, list) else made
        return one

    if isinstance(result, list | tuple):
        return [rerun(part, known_tensors) for part in result]
    return value_of(result)


def _eager(value: Value) -> Value:
    return [_eager(part) for part in value] if isinstance(value, list) else Tensor(value.shape)


def flat(value: Value) -> list[Tensor]:
    """Return the tensors of a tensor, or of a list or dict of them, in order."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [tensor for part in value for tensor in flat(part)]
    return [value]


def shapes_of(value: Value) -> Any:
    """Return the shape of a tensor, or the list of shapes of a list of them."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        return [shapes_of(part) for part in value]
    return value.shape


def add(machine: Machine, model: Model, layer: Value) -> None:
    """Add a layer to a Sequential model and, if its input is known, put it to the output."""
    if isinstance(layer, Unknown):
        model.unknown = model.unknown or layer
        return
    if isinstance(layer, Tensor) and layer.node and not layer.node.inputs and not model.layers:
        model.inputs = model.outputs = Tensor(layer.shape, layer.node)
        return
    if not isinstance(layer, Layer | Model):
        raise _no_layer(layer)
    first = not model.layers and model.inputs is None
    if first and isinstance(layer, Layer) and layer.input_shape is not None:
        shape = machine.rules.batch(layer.input_shape, None)
        model.inputs = model.outputs = input_tensor(
            machine, shape, layer.line, f"input_shape={said(layer.input_shape)}"
        )
    elif first and isinstance(layer, Model) and layer.inputs is not None:
        model.inputs = model.outputs = Tensor(layer.inputs.shape, Node(lambda _: None))
    model.layers.append(layer)
    if model.outputs is not None:
        model.outputs = apply(machine, layer, model.outputs, {})


def _no_layer(value: Value) -> Refused:
    return Refused(
        both("only layers can be added to a Sequential model, not {value}", value=_called(value)),
        both("Write each layer with its brackets, and the layers in one list."),
    )


def _called(value: Value) -> str:
    return str(getattr(value, "name", None) or (repr(value) if isinstance(value, str) else value))


def build(machine: Machine, model: Model, shape: Shape) -> None:
    """Build a Sequential model that has no input yet for a shape with its batch."""
    model.inputs = model.outputs = Tensor(shape, Node(lambda _: None))
    for layer in model.layers:
        model.outputs = apply(machine, layer, model.outputs, {})


def shape_argument(value: Value, line: ast.AST | None = None) -> Shape:
    """Return the shape that is given to Input or input_shape; Refused if it is none."""
    known(value)
    whole = isinstance(value, tuple | list) and all(
        d is None or (type(d) is int and d >= 0) for d in value
    )
    if whole:
        return tuple(value)
    remedy: Text | None = None
    if isinstance(value, int):
        remedy = both("A comma makes it a tuple: ({value},)", value=value)
    raise Refused(
        both("{value} is no shape: it must be a tuple of whole numbers", value=repr(value)), remedy
    )
