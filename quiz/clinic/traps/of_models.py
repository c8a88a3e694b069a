"""Traps of layers: shapes that Keras takes without a word."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from quiz.clinic.traps.arrays import array
from quiz.clinic.traps.of_labels import loss_of
from quiz.clinic.traps.program import Program, Seen, given, name_of

_CONV = ("Conv1D", "Conv2D", "Conv3D")
_POOL = ("MaxPooling1D", "MaxPooling2D", "AveragePooling1D", "AveragePooling2D")
_RECURRENT = ("LSTM", "GRU", "SimpleRNN")


def kernel_as_stride(program: Program) -> Iterator[Seen]:
    """Conv2D(32, 3, 3): the third place is strides, not the kernel's other side."""
    for call in program.called("Conv2D", "Convolution2D"):
        sizes = [program.literal(argument) for argument in call.args[1:3]]
        if len(sizes) == 2 and all(type(size) is int and size > 1 for size in sizes):
            yield Seen(call, {"kernel": str(sizes[0]), "stride": str(sizes[1])})


def same_with_stride(program: Program) -> Iterator[Seen]:
    """padding='same' beside strides: the size is not kept."""
    for call in program.called(*_CONV):
        stride = program.literal(given(call, "strides"))
        step = stride[0] if isinstance(stride, tuple) and stride else stride
        if program.literal(given(call, "padding")) == "same" and type(step) is int and step > 1:
            yield Seen(call, {"stride": str(step)})


def _sample(program: Program) -> tuple[ast.Call, tuple[int, ...]] | None:
    """Return the only Input and its shape."""
    inputs = [*program.called("Input", "InputLayer")]
    shape = program.literal(given(inputs[0], "shape", 0)) if len(inputs) == 1 else None
    if isinstance(shape, tuple) and all(type(size) is int for size in shape):
        return inputs[0], shape
    return None


def channels_first(program: Program) -> Iterator[Seen]:
    """(3, 32, 32) into Conv2D: the channels are taken for the height."""
    found = _sample(program)
    convs = [*program.called("Conv2D")]
    if found and convs and not any(given(call, "data_format") for call in convs):
        node, shape = found
        if len(shape) == 3 and shape[0] in (1, 3) and min(shape[1:]) > 4:
            yield Seen(node, {"shape": str(shape), "right": str((*shape[1:], shape[0]))})


def dense_on_images(program: Program) -> Iterator[Seen]:
    """Dense right after an image's Input: only the last axis is changed."""
    found = _sample(program)
    first = next(program.called("Flatten", "Conv2D", "Reshape", "GlobalAveragePooling2D"), None)
    if found and first is None and len(found[1]) > 2:
        for call in program.called("Dense"):
            units = program.literal(given(call, "units", 0))
            output = (None, *found[1][:-1], units)
            yield Seen(call, {"shape": str(found[1]), "output": str(output)})


def sequence_kept(program: Program) -> Iterator[Seen]:
    """return_sequences=True before the last Dense, with one number a sample as label."""
    layers = [*program.called(*_RECURRENT, "Dense", "Flatten", "GlobalAveragePooling1D")]
    names = [name_of(call.func) for call in layers]
    if not (names[-1:] == ["Dense"] and names[-2:-1] and names[-2] in _RECURRENT):
        return
    keeps = program.literal(given(layers[-2], "return_sequences")) is True
    for call in program.called("fit"):
        labels = array(program, given(call, "y", 1))
        if keeps and labels and len(labels.shape) <= 2 and loss_of(program):
            yield Seen(layers[-2], {"labels": str(labels.shape)})


def silent_input(program: Program) -> Iterator[Seen]:
    """Data whose shape is not the Input's, and which Sequential takes all the same."""
    found = _sample(program)
    if found is None or not any(True for _ in program.called("Sequential")):
        return
    recurrent = [*program.called(*_RECURRENT)][:1]
    for call in program.called("fit", "predict", "evaluate"):
        data = array(program, given(call, "x", 0))
        if data is None or data.shape[1:] == found[1]:
            continue
        said = {"want": str(found[1]), "shape": str(data.shape), "right": str(data.shape[1:])}
        if data.shape[1:] in ((*found[1], 1), found[1][:-1] if found[1][-1:] == (1,) else None):
            yield Seen(call, said | {"kind": "axis"})
        elif len(data.shape) - 1 == len(found[1]) and data.shape[2:] == found[1][1:]:
            yield from (Seen(call, said | {"kind": "steps"}) for _ in recurrent)


def pool_strides(program: Program) -> Iterator[Seen]:
    """The strides of a pooling layer are read that were not given: they are its pool_size."""
    for node in program.nodes:
        if isinstance(node, ast.Attribute) and node.attr == "strides":
            layer = program.source(node.value)
            is_pool = isinstance(layer, ast.Call) and name_of(layer.func) in _POOL
            if isinstance(layer, ast.Call) and is_pool and given(layer, "strides", 1) is None:
                size = program.literal(given(layer, "pool_size", 0))
                yield Seen(node, {"size": str(size if size is not None else 2)})


def dropout_idle(program: Program) -> Iterator[Seen]:
    """Dropout called on an array without training=True does nothing."""
    for call in _on_the_spot(program, "Dropout"):
        if given(call, "training") is None and array(program, call.args[0]):
            yield Seen(call, {})


def _on_the_spot(program: Program, layer: str) -> Iterator[ast.Call]:
    """Yield the calls of a layer that was just made: Dropout(0.5)(x)."""
    for call in program.calls:
        made = call.func
        if isinstance(made, ast.Call) and name_of(made.func) == layer and call.args:
            yield call


def embedding_of_floats(program: Program) -> Iterator[Seen]:
    """Embedding called on fractions: they are cut down to integers."""
    for call in _on_the_spot(program, "Embedding"):
        numbers = array(program, call.args[0])
        if numbers and numbers.dtype.startswith("float"):
            cut = [value for value in numbers.values if value != int(value)]
            yield from (Seen(call, {"value": str(value)}) for value in cut[:1])
