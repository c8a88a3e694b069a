"""Layers that add or cut edges, or repeat cells. Source: keras/src/layers/reshaping."""

from __future__ import annotations

from typing import Any

from quiz.shapes.call import Call
from quiz.shapes.layers.convolution import axes_of
from quiz.shapes.layers.layer import Out, layer
from quiz.shapes.layers.windows import along, channels_first, layout
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Shape, said
from quiz.text import both


def _edges(call: Call, argument: str) -> list[tuple[int, int]]:
    """Return (before, after) for each axis: 1, (1, 2) and ((1, 1), (2, 2)) are told apart."""
    axes, value = axes_of(call), call[argument]
    if axes == 1:
        value = [value]
    elif type(value) is int:
        value = [value] * axes
    pairs = [_pair(edge) for edge in value] if isinstance(value, tuple | list) else []
    if len(pairs) == axes and all(pairs):
        return [pair for pair in pairs if pair]
    raise Refused(
        both(
            "{argument} of {name} must be one number, {axes} numbers or {axes} pairs of numbers,"
            " none below zero, not {value}",
            argument=argument,
            name=call.name,
            axes=axes,
            value=repr(call[argument]),
        ),
        both("A pair is (before, after)."),
    )


def _pair(edge: Any) -> tuple[int, int] | None:
    pair = (edge, edge) if type(edge) is int else edge
    if not isinstance(pair, tuple | list) or len(pair) != 2:
        return None
    return (pair[0], pair[1]) if all(type(n) is int and n >= 0 for n in pair) else None


def _check_padding(call: Call) -> None:
    channels_first(call)
    _edges(call, "padding")


def _pad(call: Call, shape: Shape) -> Out:
    parts, edges = layout(call, shape), _edges(call, "padding")
    spatial = along(call, parts.spatial, lambda size, axis: call.rules.padded(size, *edges[axis]))
    return Out(parts.join(spatial, parts.channels))


def _check_cropping(call: Call) -> None:
    channels_first(call)
    _edges(call, "cropping")


def _crop(call: Call, shape: Shape) -> Out:
    parts, edges = layout(call, shape), _edges(call, "cropping")
    spatial = along(call, parts.spatial, lambda size, axis: call.rules.cropped(size, *edges[axis]))
    if any(size is not None and size <= 0 for size in spatial):
        raise Refused(
            both(
                "{name} cuts off all of {sizes}: nothing would be left",
                name=call.name,
                sizes=said(parts.spatial),
            ),
            both("Cut off less than the axis is long."),
        )
    return Out(parts.join(spatial, parts.channels))


def _check_size(call: Call) -> None:
    channels_first(call)
    if axes_of(call) == 1:
        call.whole("size")
    call.sizes("size", axes_of(call))


def _upsample(call: Call, shape: Shape) -> Out:
    parts, factors = layout(call, shape), call.sizes("size", axes_of(call))
    spatial = along(
        call, parts.spatial, lambda size, axis: call.rules.upsampled(size, factors[axis])
    )
    return Out(parts.join(spatial, parts.channels))


for _rank, _pads, _crops, _sizes in (
    (1, "padding=1, data_format=None", "cropping=(1, 1)", "size=2"),
    (
        2,
        "padding=(1, 1), data_format=None",
        "cropping=((0, 0), (0, 0)), data_format=None",
        "size=(2, 2), data_format=None, interpolation='nearest'",
    ),
    (
        3,
        "padding=((1, 1), (1, 1), (1, 1)), data_format=None",
        "cropping=((1, 1), (1, 1), (1, 1)), data_format=None",
        "size=(2, 2, 2), data_format=None",
    ),
):
    layer(f"ZeroPadding{_rank}D", _pads, ndim=_rank + 2, check=_check_padding)(_pad)
    layer(f"Cropping{_rank}D", _crops, ndim=_rank + 2, check=_check_cropping)(_crop)
    layer(f"UpSampling{_rank}D", _sizes, ndim=_rank + 2, check=_check_size)(_upsample)
