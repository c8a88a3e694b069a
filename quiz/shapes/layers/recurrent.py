"""Recurrent layers: SimpleRNN, LSTM, GRU. Source: keras/src/layers/rnn."""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.dense import features
from quiz.shapes.layers.layer import Out, layer
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Shape
from quiz.text import both

_INITIALIZERS = (
    "kernel_initializer='glorot_uniform', recurrent_initializer='orthogonal',"
    " bias_initializer='zeros', "
)
_REGULARIZERS = (
    "kernel_regularizer=None, recurrent_regularizer=None, bias_regularizer=None,"
    " activity_regularizer=None, kernel_constraint=None, recurrent_constraint=None,"
    " bias_constraint=None, dropout=0.0, recurrent_dropout=0.0, "
)
_RETURNS = "return_sequences=False, return_state=False, go_backwards=False, stateful=False"
_GATED = "units, activation='tanh', recurrent_activation='sigmoid', use_bias=True, "


def _run(call: Call, shape: Shape) -> Out:
    inputs, units, rules = features(call, shape), call.whole("units"), call.rules
    biases = 0
    if rules.use_bias(call["use_bias"]):
        biases = 2 if call.name == "GRU" and call["reset_after"] else 1
    weights = rules.recurrent_weights(call.name, inputs, units, biases)
    sequences = rules.return_sequences(call["return_sequences"])
    call.say(
        both("return_sequences=True: {units} numbers for every step", units=units)
        if sequences
        else both("return_sequences=False: {units} numbers of the last step alone", units=units)
    )
    call.say_parameters(weights)
    out = rules.recurrent(shape, units, sequences)
    if call["stateful"] and shape[0] is None:
        raise _batch_needed()
    held = [(shape[0], units)] * (2 if call.name == "LSTM" else 1)
    return Out([out, *held] if call["return_state"] else out, weights.value)


def _batch_needed() -> Refused:
    return Refused(
        both("a layer with stateful=True must know the size of the batch, but it is None"),
        both("Give Input(…) a batch_size."),
    )


def _check(call: Call) -> None:
    call.whole("units")


layer(
    "LSTM",
    f"{_GATED}{_INITIALIZERS}unit_forget_bias=True, {_REGULARIZERS}seed=None, {_RETURNS},"
    " unroll=False, use_cudnn='auto'",
    ndim=3,
    axis="last",
    check=_check,
)(_run)
layer(
    "GRU",
    f"{_GATED}{_INITIALIZERS}{_REGULARIZERS}seed=None, {_RETURNS}, unroll=False,"
    " reset_after=True, use_cudnn='auto'",
    ndim=3,
    axis="last",
    check=_check,
)(_run)
layer(
    "SimpleRNN",
    f"units, activation='tanh', use_bias=True, {_INITIALIZERS}{_REGULARIZERS}{_RETURNS},"
    " unroll=False, seed=None",
    ndim=3,
    axis="last",
    check=_check,
)(_run)
