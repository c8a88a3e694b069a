"""Pooling: windows that leave one number a channel. Source: keras/src/layers/pooling."""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.convolution import axes_of
from quiz.shapes.layers.layer import Out, layer
from quiz.shapes.layers.windows import channels_first, fit, layout
from quiz.shapes.rules import Shape
from quiz.text import both


def _check(call: Call) -> None:
    axes = axes_of(call)
    call.sizes("pool_size", axes)
    if call["strides"] is not None:
        call.sizes("strides", axes)
    channels_first(call)


def _pool(call: Call, shape: Shape) -> Out:
    call.word("padding", ("valid", "same"), exactly=True)  # Keras looks at it only now
    parts, axes, rules = layout(call, shape), axes_of(call), call.rules
    pool = call.sizes("pool_size", axes)
    written = None if call["strides"] is None else call.sizes("strides", axes)
    strides = rules.pool_strides(written, pool)
    spatial = fit(call, parts.spatial, rules.kernel(pool), strides, (1,) * axes)
    return Out(parts.join(spatial, parts.channels), rules.pool_weights(pool, parts.channels).value)


def _global(call: Call, shape: Shape) -> Out:
    parts = layout(call, shape)
    if call["keepdims"]:
        return Out(parts.join((1,) * len(parts.spatial), parts.channels))
    call.say(both("one number for each of the {channels} channels", channels=parts.channels))
    return Out(call.rules.pooled_away(parts.batch, parts.spatial, parts.channels))


def _adaptive(call: Call, shape: Shape) -> Out:
    parts, axes = layout(call, shape), axes_of(call)
    return Out(parts.join(call.sizes("output_size", axes), parts.channels))


for _rank in (1, 2, 3):
    _WINDOW = "strides=None, padding='valid', data_format=None, name=None"
    layer(
        f"MaxPooling{_rank}D MaxPool{_rank}D",
        f"pool_size=2, {_WINDOW}",
        ndim=_rank + 2,
        check=_check,
    )(_pool)
    layer(
        f"AveragePooling{_rank}D AvgPool{_rank}D",
        f"pool_size, {_WINDOW}",
        ndim=_rank + 2,
        check=_check,
    )(_pool)
    layer(
        f"GlobalMaxPooling{_rank}D GlobalMaxPool{_rank}D"
        f" GlobalAveragePooling{_rank}D GlobalAvgPool{_rank}D",
        "data_format=None, keepdims=False",
        ndim=_rank + 2,
        check=channels_first,
    )(_global)
    layer(
        f"AdaptiveAveragePooling{_rank}D AdaptiveMaxPooling{_rank}D",
        "output_size, data_format=None",
        ndim=_rank + 2,
        check=lambda call: call.sizes("output_size", axes_of(call)),
    )(_adaptive)
