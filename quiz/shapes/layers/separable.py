"""Depthwise and separable convolutions: every channel by itself.

Source: base_depthwise_conv.py and base_separable_conv.py of keras/src/layers/convolutional.
"""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.convolution import axes_of, with_bias
from quiz.shapes.layers.layer import Out, layer
from quiz.shapes.layers.windows import channels_first, layout, slide
from quiz.shapes.rules import Shape
from quiz.text import both

_REST = (
    "bias_initializer='zeros', depthwise_regularizer=None, {point}bias_regularizer=None,"
    " activity_regularizer=None, depthwise_constraint=None, {pointwise}bias_constraint=None"
)
_DEPTHWISE = (
    "kernel_size, strides=1, padding='valid', depth_multiplier=1, data_format=None,"
    " dilation_rate=1, activation=None, use_bias=True, depthwise_initializer='glorot_uniform', "
) + _REST.format(point="", pointwise="")
_SEPARABLE = (
    "filters, kernel_size, strides=1, padding='valid', data_format=None, dilation_rate=1,"
    " depth_multiplier=1, activation=None, use_bias=True, depthwise_initializer='glorot_uniform',"
    " pointwise_initializer='glorot_uniform', "
) + _REST.format(point="pointwise_regularizer=None, ", pointwise="pointwise_constraint=None, ")


def _check(call: Call) -> None:
    axes = axes_of(call)
    if "filters" in call.arguments:
        call.whole("filters")
    for argument in ("kernel_size", "strides", "dilation_rate"):
        call.sizes(argument, axes)
    call.whole("depth_multiplier")
    call.word("padding", ("valid", "same"))
    channels_first(call)


def _depthwise(call: Call, shape: Shape) -> Out:
    parts, axes = layout(call, shape), axes_of(call)
    channels, times = parts.known_channels(call), call["depth_multiplier"]
    kernel = call.sizes("kernel_size", axes)
    spatial = slide(call, parts.spatial, kernel, call.sizes("dilation_rate", axes))
    if times > 1:
        call.say(both("channels: {how}", how=f"{channels} × {times} = {channels * times}"))
    each = call.rules.conv_weights(kernel, channels, times)
    weights = with_bias(call, each, channels * times)
    return Out(parts.join(spatial, channels * times), weights.value)


def _separable(call: Call, shape: Shape) -> Out:
    parts, axes, rules = layout(call, shape), axes_of(call), call.rules
    channels, filters, times = parts.known_channels(call), call["filters"], call["depth_multiplier"]
    kernel = call.sizes("kernel_size", axes)
    spatial = slide(call, parts.spatial, kernel, call.sizes("dilation_rate", axes))
    depthwise = rules.conv_weights(kernel, channels, times)
    pointwise = rules.conv_weights((1,) * axes, channels * times, filters)
    weights = with_bias(call, depthwise + pointwise, filters)
    return Out(parts.join(spatial, rules.channels(filters, channels)), weights.value)


for _rank in (1, 2):
    layer(f"DepthwiseConv{_rank}D", _DEPTHWISE, ndim=_rank + 2, axis="channels", check=_check)(
        _depthwise
    )
    layer(
        f"SeparableConv{_rank}D SeparableConvolution{_rank}D",
        _SEPARABLE,
        ndim=_rank + 2,
        axis="channels",
        check=_check,
    )(_separable)
