"""A layer put to a shape: the rank is looked at, then its function is asked."""

from __future__ import annotations

from typing import Any

from quiz.i18n import N_
from quiz.shapes.call import Call
from quiz.shapes.layers.layer import Kind, Layer, Out, Shapes
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Rules, Shape, said
from quiz.text import Text, both

_AXES = {
    1: N_("(batch)"),
    2: N_("(batch, features)"),
    3: N_("(batch, steps, features)"),
    4: N_("(batch, height, width, channels)"),
    5: N_("(batch, depth, height, width, channels)"),
}


def put(
    layer: Layer, shape: Shapes, rules: Rules, keywords: dict[str, Any] | None = None
) -> tuple[Out, list[Text]]:
    """Return what `layer` makes of `shape` and the lines of its arithmetic.

    Keeps the weights in `layer`, which are made once, for the first shape. Refused where the real
    layer would refuse.
    """
    call = Call(layer.name, layer.arguments, rules, keywords)
    _fits(layer.kind, call, shape)
    if layer.built is not None:
        _same_as_before(layer, call, shape)
    out = layer.kind.work(call, shape)
    if layer.built is None:
        layer.built, layer.weights, layer.frozen = shape, out.weights, out.frozen
    return out, call.lines


def _fits(kind: Kind, call: Call, shape: Shapes) -> None:
    if isinstance(shape, list):
        if not kind.several:
            raise _several(kind, len(shape))
        return
    if kind.ndim is None:
        return
    rank, more = kind.ndim
    if len(shape) < rank or (len(shape) > rank and not more):
        raise _rank(call.name, rank, more, shape)


def _several(kind: Kind, count: int) -> Refused:
    return Refused(
        both("{name} takes one tensor, but gets {count}", name=kind.name, count=count),
        both("Join them first, say with Concatenate()([a, b])."),
    )


def _rank(name: str, rank: int, more: bool, shape: Shape) -> Refused:
    needs = both("at least {rank}", rank=rank) if more else both("{rank}", rank=rank)
    reason = both(
        "{name} needs an input of {needs} axes {axes}, but gets {found}: {shape}",
        name=name,
        needs=needs,
        axes=both(_AXES[rank]),
        found=len(shape),
        shape=said(shape),
    )
    return Refused(reason, _remedy(name, rank, shape))


def _remedy(name: str, rank: int, shape: Shape) -> Text:
    if len(shape) > rank:
        return both(
            "Leave the number of samples out of the input shape, or take an axis away (Flatten,"
            " reshape, return_sequences=False)."
        )
    if rank == 3:
        return both(
            "Give it (steps, features): return_sequences=True in the layer before, or reshape to"
            " three axes."
        )
    return both(
        "Give it an axis more, say the channels: reshape to {axes}.", axes=both(_AXES[rank])
    )


def _same_as_before(layer: Layer, call: Call, shape: Shapes) -> None:
    """Refuse a length that the weights, made before for another input, do not fit."""
    if not layer.kind.axis or isinstance(shape, list):
        return
    first = call.arguments.get("data_format") == "channels_first"
    axis = 1 if layer.kind.axis == "channels" and first else -1
    made, found = layer.built[axis], shape[axis]
    if made != found and found is not None:
        raise Refused(
            both(
                "the weights of {name} were made for {made} on the last axis, but the input has"
                " {found}: {shape}",
                name=call.name,
                made=made,
                found=found,
                shape=said(shape),
            ),
            both("Give it data of the shape it was built for."),
        )
