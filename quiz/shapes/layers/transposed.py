"""Transposed convolutions. Source: keras/src/layers/convolutional/base_conv_transpose.py."""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.convolution import KERNEL, axes_of, stride_or_dilation, with_bias
from quiz.shapes.layers.layer import Out, layer
from quiz.shapes.layers.windows import along, channels_first, layout
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Shape
from quiz.shapes.terms import Term
from quiz.text import both

_HEAD = "filters, kernel_size, strides=1, padding='valid', "
_TAIL = f"dilation_rate=1, activation=None, {KERNEL}"


def _check(call: Call) -> None:
    axes = axes_of(call)
    call.whole("filters")
    call.sizes("kernel_size", axes)
    call.word("padding", ("valid", "same"))
    channels_first(call)
    stride_or_dilation(call, axes)
    if call["output_padding"] is None:
        return
    strides = call.sizes("strides", axes)
    if any(p >= s for p, s in zip(call.sizes("output_padding", axes, 0), strides, strict=True)):
        raise Refused(
            both("output_padding must be smaller than strides along every axis"),
            both("With strides=2, output_padding is 0 or 1."),
        )


def _convolve(call: Call, shape: Shape) -> Out:
    parts, axes, rules = layout(call, shape), axes_of(call), call.rules
    channels, filters = parts.known_channels(call), call["filters"]
    kernel = call.sizes("kernel_size", axes)
    strides = rules.strides(call.sizes("strides", axes))
    dilation = rules.dilation(call.sizes("dilation_rate", axes))
    extra = None if call["output_padding"] is None else call.sizes("output_padding", axes, 0)
    same = rules.padding(call["padding"].lower()) == "same"

    def length(size: int, axis: int) -> Term:
        reach = (rules.kernel(kernel)[axis] - 1) * dilation[axis] + 1
        rule = rules.transposed_same if same else rules.transposed
        return rule(size, reach, strides[axis], extra[axis] if extra else None)

    spatial = along(call, parts.spatial, length)
    weights = with_bias(call, rules.conv_weights(kernel, channels, filters), filters)
    return Out(parts.join(spatial, rules.channels(filters, channels)), weights.value)


for _rank, _middle in (
    (1, "output_padding=None, data_format=None, "),
    (2, "output_padding=None, data_format=None, "),
    (3, "data_format=None, output_padding=None, "),
):
    layer(
        f"Conv{_rank}DTranspose Convolution{_rank}DTranspose",
        _HEAD + _middle + _TAIL,
        ndim=_rank + 2,
        axis="channels",
        check=_check,
    )(_convolve)
