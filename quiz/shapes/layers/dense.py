"""Dense and Embedding. Source: keras/src/layers/core."""

from __future__ import annotations

from quiz.shapes.call import Call
from quiz.shapes.layers.convolution import KERNEL, with_bias
from quiz.shapes.layers.layer import Out, layer
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Shape
from quiz.shapes.terms import product
from quiz.text import both

_LORA = "lora_rank=None, lora_alpha=None, quantization_config=None"


@layer(
    "Dense",
    f"units, activation=None, {KERNEL}, {_LORA}",
    least_ndim=2,
    axis="last",
    check=lambda call: call.whole("units"),
)
def _dense(call: Call, shape: Shape) -> Out:
    inputs, units = features(call, shape), call["units"]
    weights = with_bias(call, call.rules.dense_weights(inputs, units), units)
    return Out(call.rules.units(shape, units), weights.value)


def features(call: Call, shape: Shape) -> int:
    """Return the length of the last axis; Refused where it is None: weights need it."""
    if shape[-1] is None:
        raise Refused(
            both(
                "{name} must know the last axis of its input, but it is None: {shape}",
                name=call.name,
                shape=shape,
            ),
            both("Write the sizes in Input(shape=…) as numbers."),
        )
    return shape[-1]


def _check_embedding(call: Call) -> None:
    call.whole("input_dim")
    call.whole("output_dim")


@layer(
    "Embedding",
    "input_dim, output_dim, embeddings_initializer='uniform', embeddings_regularizer=None,"
    f" embeddings_constraint=None, mask_zero=False, weights=None, {_LORA}, input_length=None",
    check=_check_embedding,
)
def _embedding(call: Call, shape: Shape) -> Out:
    weights = product(call["input_dim"], call["output_dim"])
    call.say(both("every number becomes {width} numbers", width=call["output_dim"]))
    call.say_parameters(weights)
    return Out(call.rules.embedded(shape, call["output_dim"]), weights.value)
