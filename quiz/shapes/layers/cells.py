"""RNN with cells, and layers that recur over images (ConvLSTM). Source: keras/src/layers/rnn."""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.convolution import axes_of, stride_or_dilation
from quiz.shapes.layers.dense import features
from quiz.shapes.layers.layer import Layer, Out, layer
from quiz.shapes.layers.windows import layout, slide
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Shape
from quiz.shapes.terms import Term, product
from quiz.text import both

_REST = (
    "use_bias=True, kernel_initializer='glorot_uniform', recurrent_initializer='orthogonal',"
    " bias_initializer='zeros', {forget}kernel_regularizer=None, recurrent_regularizer=None,"
    " bias_regularizer=None, {activity}kernel_constraint=None, recurrent_constraint=None,"
    " bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, {more}seed=None"
)
_GATED = "units, activation='tanh', recurrent_activation='sigmoid', "
_FORGET = "unit_forget_bias=True, "
_RETURNS = "return_sequences=False, return_state=False, go_backwards=False, stateful=False"


def _cell(call: Call, shape: Shape) -> Out:
    kind, units = call.name.removesuffix("Cell"), call["units"]
    biases = 0
    if call.rules.use_bias(call["use_bias"]):
        biases = 2 if kind == "GRU" and call["reset_after"] else 1
    weights = call.rules.recurrent_weights(kind, features(call, shape), units, biases)
    call.say_parameters(weights)
    return Out((shape[0], units), weights.value)


def _units(call: Call) -> None:
    call.whole("units")


layer("LSTMCell", _GATED + _REST.format(forget=_FORGET, activity="", more=""), check=_units)(_cell)
layer(
    "GRUCell",
    _GATED + _REST.format(forget="", activity="", more="reset_after=True, "),
    check=_units,
)(_cell)
layer(
    "SimpleRNNCell",
    "units, activation='tanh', " + _REST.format(forget="", activity="", more=""),
    check=_units,
)(_cell)


@layer("StackedRNNCells", "cells")
def _stacked(call: Call, shape: Shape) -> Out:
    total = 0
    for cell in call["cells"]:
        inner = Call(cell.name, cell.arguments, call.rules)
        out = _cell(inner, shape)
        call.lines += inner.lines
        total += out.weights
        assert isinstance(out.shape, tuple)
        shape = out.shape
    return Out(shape, total)


def _cells(call: Call) -> list[Layer]:
    """Return the cells of an RNN layer, one or several."""
    cell = call["cell"]
    cells = cell if isinstance(cell, list | tuple) else [cell]
    if cells and isinstance(cells[0], Layer) and cells[0].name == "StackedRNNCells":
        cells = cells[0].arguments["cells"]
    if not cells or not all(isinstance(c, Layer) and c.name.endswith("Cell") for c in cells):
        raise Refused(
            both("RNN takes a cell, such as LSTMCell(32), or a list of cells"),
            both("For a whole layer write LSTM(32) instead."),
        )
    return list(cells)


@layer(
    "RNN",
    f"cell, {_RETURNS}, unroll=False, zero_output_for_mask=False",
    least_ndim=3,
    check=_cells,
)
def _rnn(call: Call, shape: Shape) -> Out:
    cells = _cells(call)
    stack = Call("RNN", {"cells": cells}, call.rules)
    out = _stacked(stack, (shape[0], *shape[2:]))
    call.lines += stack.lines
    units = cells[-1].arguments["units"]
    sequences = call.rules.return_sequences(call["return_sequences"])
    result = call.rules.recurrent(shape, units, sequences)
    states = [
        (shape[0], cell.arguments["units"])
        for cell in cells
        for _ in range(2 if cell.name == "LSTMCell" else 1)
    ]
    return Out([result, *states] if call["return_state"] else result, out.weights)


def _check_conv(call: Call) -> None:
    axes = axes_of(call)
    call.whole("filters")
    call.sizes("kernel_size", axes)
    call.word("padding", ("valid", "same"))
    stride_or_dilation(call, axes)


def _conv_lstm(call: Call, shape: Shape) -> Out:
    step = (shape[0], *shape[2:])
    parts, axes, rules = layout(call, step), axes_of(call), call.rules
    channels, filters = parts.known_channels(call), call["filters"]
    kernel = call.sizes("kernel_size", axes)
    spatial = slide(call, parts.spatial, kernel, call.sizes("dilation_rate", axes))
    one = product(*kernel) * (Term(channels) + filters) * filters
    if rules.use_bias(call["use_bias"]):
        one = one + rules.bias(filters)
    weights = Term(rules.gates("ConvLSTM")) * one
    call.say_parameters(weights)
    state = parts.join(spatial, filters)
    sequences = rules.return_sequences(call["return_sequences"])
    out = (state[0], shape[1], *state[1:]) if sequences else state
    return Out([out, state, state] if call["return_state"] else out, weights.value)


for _rank in (1, 2, 3):
    layer(
        f"ConvLSTM{_rank}D",
        "filters, kernel_size, strides=1, padding='valid', data_format=None, dilation_rate=1,"
        " activation='tanh', recurrent_activation='sigmoid', "
        + _REST.format(forget=_FORGET, activity="activity_regularizer=None, ", more="")
        + f", {_RETURNS}",
        ndim=_rank + 3,
        check=_check_conv,
    )(_conv_lstm)
