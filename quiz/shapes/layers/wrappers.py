"""Layers around a layer: Bidirectional, TimeDistributed. Source: keras/src/layers/rnn."""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.applying import put
from quiz.shapes.layers.layer import Layer, Out, Shapes, layer
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Shape, said
from quiz.shapes.terms import Term
from quiz.text import both

_MODES = ("sum", "mul", "ave", "concat", None)
_RECURRENT = ("LSTM", "GRU", "SimpleRNN", "RNN", "ConvLSTM1D", "ConvLSTM2D", "ConvLSTM3D")


def _inner(call: Call) -> Layer:
    inner = call["layer"]
    if not isinstance(inner, Layer):
        raise Refused(
            both("{name} takes a layer, such as {name}(LSTM(32))", name=call.name),
            both("Put a layer with its brackets inside."),
        )
    return inner


def _check_bidirectional(call: Call) -> None:
    inner = _inner(call)
    if inner.name not in _RECURRENT:
        raise Refused(
            both("Bidirectional takes a recurrent layer, not {name}", name=inner.name),
            both("Put an LSTM, GRU or SimpleRNN inside."),
        )
    if call["merge_mode"] not in _MODES:
        raise Refused(
            both(
                "merge_mode must be one of {modes}, not {value}",
                modes=", ".join(map(repr, _MODES)),
                value=repr(call["merge_mode"]),
            )
        )
    if call["backward_layer"] is not None:
        raise NotKnown(both("I do not know how Bidirectional works with a backward_layer"))


@layer(
    "Bidirectional",
    "layer, merge_mode='concat', weights=None, backward_layer=None",
    check=_check_bidirectional,
)
def _bidirectional(call: Call, shape: Shape) -> Out:
    inner, mode = _inner(call), call["merge_mode"]
    out, lines = put(inner, shape, call.rules)
    call.lines += lines
    ways = call.rules.ways()
    call.say_parameters(Term(ways) * out.weights)
    first, states = (
        (out.shape[0], out.shape[1:]) if isinstance(out.shape, list) else (out.shape, [])
    )
    assert isinstance(first, tuple)
    heads = _merged(call, first, mode)
    if not states and len(heads) == 1:
        return Out(heads[0], ways * out.weights)
    return Out([*heads, *states, *states], ways * out.weights)


def _merged(call: Call, one: Shape, mode: str | None) -> list[Shape]:
    if mode is None:
        return [one, one]
    if mode != "concat":
        return [one]
    last = call.rules.both_ways(one[-1] or 0)
    call.say(both("both ways side by side: {how}", how=last))
    return [(*one[:-1], last.value)]


@layer("TimeDistributed", "layer")
def _time_distributed(call: Call, shape: Shape) -> Out:
    if len(shape) < 3:
        raise Refused(
            both(
                "TimeDistributed needs 3 axes or more (batch, steps, …), but gets {found}: {shape}",
                found=len(shape),
                shape=said(shape),
            ),
            both("Give it a sequence: one axis for the steps, then what one step holds."),
        )
    call.say(both("the layer is put to each of the {steps} steps", steps=shape[1]))
    out, lines = put(_inner(call), (shape[0], *shape[2:]), call.rules)
    call.lines += lines
    assert isinstance(out.shape, tuple)
    return Out((out.shape[0], shape[1], *out.shape[1:]), out.weights, out.frozen)


@layer("SpectralNormalization", "layer, power_iterations=1", check=_inner)
def _spectral(call: Call, shape: Shapes) -> Out:
    inner = _inner(call)
    out, lines = put(inner, shape, call.rules)
    call.lines += lines
    width = inner.arguments.get("units") or inner.arguments.get("filters")
    if not isinstance(width, int):
        raise NotKnown(both("I do not know SpectralNormalization around {name}", name=inner.name))
    return Out(out.shape, out.weights, out.frozen + width)
