"""Layers added to a Sequential model."""

from __future__ import annotations

from quiz.shapes.layers.layer import Layer
from quiz.shapes.reading.graph import input_tensor
from quiz.shapes.reading.machine import Machine
from quiz.shapes.reading.model import Model
from quiz.shapes.reading.models import apply
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import said
from quiz.shapes.values import Node, Tensor, Unknown, Value
from quiz.text import both


def add(machine: Machine, model: Model, layer: Value) -> None:
    """Add a layer to a Sequential model and, if its input is known, put it to the output."""
    if isinstance(layer, Unknown):
        model.unknown = model.unknown or layer
        return
    fresh = model.inputs is None and not model.layers
    if isinstance(layer, Tensor) and layer.node and not layer.node.inputs and fresh:
        model.inputs = model.outputs = Tensor(layer.shape, layer.node)
        return
    if not isinstance(layer, Layer | Model):
        raise _no_layer(model, layer)
    _unlike_named(model, layer)
    if fresh and isinstance(layer, Layer) and layer.input_shape is not None:
        shape = machine.rules.batch(layer.input_shape, None)
        model.inputs = model.outputs = input_tensor(
            machine, shape, layer.line, f"input_shape={said(layer.input_shape)}"
        )
    elif fresh and isinstance(layer, Model) and layer.inputs is not None:
        model.inputs = model.outputs = Tensor(layer.inputs.shape, Node(lambda _: None))
    model.layers.append(layer)
    if model.outputs is not None:
        model.outputs = apply(machine, layer, model.outputs, {})


def _unlike_named(model: Model, layer: Layer | Model) -> None:
    """Refuse a second layer of one name."""
    name = _given_name(layer)
    if name is not None and any(
        one is not layer and _given_name(one) == name for one in model.layers
    ):
        raise Refused(
            both("two layers of the model have the name {name}", name=repr(name)),
            both("Give each a name of its own."),
        )


def _given_name(layer: Layer | Model) -> Value:
    """Return the name that the code gives a layer; None if it gives none."""
    return layer.arguments["kwargs"].get("name") if isinstance(layer, Layer) else None


def _no_layer(model: Model, value: Value) -> Refused:
    if isinstance(value, Tensor) and value.node and not value.node.inputs:
        return Refused(
            both("a Sequential model takes one Input, and it must come first"),
            both("Begin the list with Input(shape=…) and write it once."),
        )
    return Refused(
        both("only layers can be added to a Sequential model, not {value}", value=_called(value)),
        both("Write each layer with its brackets, and the layers in one list."),
    )


def _called(value: Value) -> str:
    return str(getattr(value, "name", None) or repr(value))
