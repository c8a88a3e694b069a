"""Convolutions: Conv1D, Conv2D, Conv3D. Source: keras/src/layers/convolutional/base_conv.py."""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.layer import Out, layer
from quiz.shapes.layers.windows import channels_first, layout, slide
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Shape
from quiz.shapes.terms import Term
from quiz.text import both

KERNEL = (
    "use_bias=True, kernel_initializer='glorot_uniform', bias_initializer='zeros',"
    " kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None,"
    " kernel_constraint=None, bias_constraint=None"
)
_SIGNATURE = (
    "filters, kernel_size, strides=1, padding='valid', data_format=None, dilation_rate=1,"
    f" groups=1, activation=None, {KERNEL}"
)


def check(call: Call) -> None:
    """Refuse arguments that no convolution takes."""
    axes = axes_of(call)
    filters, groups = call.whole("filters"), call.whole("groups")
    call.sizes("kernel_size", axes)
    words = ("valid", "same", "causal") if axes == 1 else ("valid", "same")
    call.word("padding", words)
    channels_first(call)
    stride_or_dilation(call, axes)
    if filters % groups:
        raise Refused(
            both(
                "{filters} filters cannot be shared out evenly to {groups} groups",
                filters=filters,
                groups=groups,
            ),
            both("Take a number of filters that the groups divide."),
        )


def stride_or_dilation(call: Call, axes: int) -> None:
    """Refuse strides and dilation both above 1."""
    strides, dilation = call.sizes("strides", axes), call.sizes("dilation_rate", axes)
    if max(strides) > 1 and max(dilation) > 1:
        raise Refused(
            both(
                "{name} cannot have strides above 1 and dilation_rate above 1 at once",
                name=call.name,
            ),
            both("Leave one of the two at 1."),
        )


def axes_of(call: Call) -> int:
    """Return how many axes a layer slides along: 2 for Conv2D, as its name says."""
    return int(next(c for c in call.name if c.isdigit()))


def _convolve(call: Call, shape: Shape) -> Out:
    parts, axes = layout(call, shape), axes_of(call)
    channels, filters, groups = parts.known_channels(call), call["filters"], call["groups"]
    kernel = call.sizes("kernel_size", axes)
    if channels % groups:
        raise Refused(
            both(
                "{channels} input channels cannot be shared out evenly to {groups} groups",
                channels=channels,
                groups=groups,
            ),
            both("groups must divide the channels of the input."),
        )
    spatial = slide(call, parts.spatial, kernel, call.sizes("dilation_rate", axes))
    weights = with_bias(call, call.rules.conv_weights(kernel, channels // groups, filters), filters)
    return Out(parts.join(spatial, call.rules.channels(filters, channels)), weights.value)


def with_bias(call: Call, weights: Term, units: int) -> Term:
    """Return the weights with a bias a unit, where use_bias says so, and say the arithmetic."""
    if call.rules.use_bias(call["use_bias"]):
        weights = weights + call.rules.bias(units)
    call.say_parameters(weights)
    return weights


for _rank in (1, 2, 3):
    layer(
        f"Conv{_rank}D Convolution{_rank}D",
        _SIGNATURE,
        ndim=_rank + 2,
        axis="channels",
        check=check,
    )(_convolve)
