"""Layers and models put to tensors."""

from __future__ import annotations

from typing import Any

from quiz.shapes.layers.applying import put
from quiz.shapes.layers.layer import Layer
from quiz.shapes.reading.functions import UserFunction, call_user
from quiz.shapes.reading.graph import flat, outputs, rerun, shapes_of, tensors_in
from quiz.shapes.reading.machine import Machine
from quiz.shapes.reading.model import Model
from quiz.shapes.refusal import NotKnown, Refused, not_known
from quiz.shapes.rules import Shape, said
from quiz.shapes.values import Array, Node, Tensor, Value, known
from quiz.text import both


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
    if layer.name == "Lambda":
        return _apply_lambda(machine, layer, tensors)
    if layer.name == "TimeDistributed" and isinstance(layer.arguments["layer"], Model):
        return _apply_over_time(machine, layer, layer.arguments["layer"], tensors)
    several = listed and (len(tensors) > 1 or layer.kind.several)
    shapes: Any = [t.shape for t in tensors] if several else tensors[0].shape
    first = layer.built is None
    try:
        out, lines = put(layer, shapes, machine.rules, keywords)
    except Refused as refusal:
        if first:  # else the call is at fault that brings it other data
            refusal.place = refusal.place or (layer.line, layer.written, shapes)
        raise
    if not first and layer.weights:
        lines = [*lines, both("the same weights as before")]
    weights = layer.weights + layer.frozen if first else 0
    machine.log.layer(layer, shapes, out.shape, weights, lines)
    machine.layers.append(layer)
    return _graph_output(machine, layer, tensors, out.shape, several, keywords)


def _graph_output(
    machine: Machine,
    layer: Layer,
    tensors: list[Tensor],
    shapes: Any,
    several: bool,
    keywords: dict[str, Any],
) -> Value:
    """Return the tensors a layer gives; symbolic where one it was put to is."""
    further = [t for value in keywords.values() for t in tensors_in(value)]  # initial_state
    every, count = [*tensors, *further], len(tensors)
    if not any(tensor.node for tensor in every):
        return outputs(shapes, None)

    def again(others: list[Tensor]) -> Value:
        return apply(machine, layer, others[:count] if several else others[0], keywords)

    result = outputs(shapes, Node(again, every, layer))
    layer.input, layer.output = (tensors if several else tensors[0]), result
    return result


def _apply_over_time(machine: Machine, layer: Layer, model: Model, tensors: list[Tensor]) -> Value:
    """Return what a whole model in TimeDistributed gives, put to each step."""
    (tensor,) = tensors
    batch, steps, *rest = tensor.shape
    with machine.log.silence():
        out = apply(machine, model, Tensor((batch, *rest)), {})
    total, trained = model.parameters()
    layer.built, layer.weights, layer.frozen = tensor.shape, trained, total - trained
    shape = (out.shape[0], steps, *out.shape[1:])
    line = both("the layer is put to each of the {steps} steps", steps=steps)
    machine.log.layer(layer, tensor.shape, shape, total, [line])
    machine.layers.append(layer)
    return _graph_output(machine, layer, tensors, shape, False, {})


def _apply_lambda(machine: Machine, layer: Layer, tensors: list[Tensor]) -> Value:
    """Return what the code's own function in a Lambda layer gives."""
    work = layer.arguments["function"]
    if not isinstance(work, UserFunction):
        raise not_known(layer.written)
    value: Value = tensors if len(tensors) > 1 else tensors[0]
    with machine.scope({}):
        result = known(call_user(machine, work, [value], {}))
    machine.log.layer(layer, shapes_of(value), shapes_of(result), 0, [])
    return result


def _apply_model(
    machine: Machine, model: Model, tensors: list[Tensor], value: Value, keywords: dict[str, Any]
) -> Value:
    if model.unknown:
        raise NotKnown(model.unknown.what, model.unknown)
    if model.inputs is None:
        build(machine, model, tensors[0].shape)
    before, given = flat(model.inputs), [_as_wide(model, t, i) for t, i in _pairs(model, tensors)]
    with machine.log.silence():
        result = rerun(model.outputs, dict(zip(map(id, before), given, strict=True)))
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


def _eager(value: Value) -> Value:
    return [_eager(part) for part in value] if isinstance(value, list) else Tensor(value.shape)


def build(machine: Machine, model: Model, shape: Shape) -> None:
    """Build a Sequential model that has no input yet for a shape with its batch."""
    model.inputs = model.outputs = Tensor(shape, Node(lambda _: None))
    for layer in model.layers:
        model.outputs = apply(machine, layer, model.outputs, {})
