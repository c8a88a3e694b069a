"""Layers that keep the shape and hold numbers for each feature.

Source: keras/src/layers/normalization, activations/prelu.py, preprocessing/normalization.py.
"""

from __future__ import annotations

from math import prod

from quiz.shapes.call import Call
from quiz.shapes.layers.layer import Out, layer
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Shape, said
from quiz.shapes.terms import product
from quiz.text import both

_GAMMA = (
    "center=True, scale=True, beta_initializer='zeros', gamma_initializer='ones', {moving}"
    "beta_regularizer=None, gamma_regularizer=None, beta_constraint=None, gamma_constraint=None"
)
_MOVING = "moving_mean_initializer='zeros', moving_variance_initializer='ones', "


def length_of(call: Call, shape: Shape, axis: int) -> int:
    """Return the length of an axis; Refused where there is none, or it is None."""
    length = shape[axis] if -len(shape) <= axis < len(shape) else None
    if length is None:
        raise Refused(
            both(
                "{name} must know axis {axis} of its input, but gets {shape}",
                name=call.name,
                axis=axis,
                shape=said(shape),
            )
        )
    return length


@layer(
    "BatchNormalization",
    "axis=-1, momentum=0.99, epsilon=0.001, "
    + _GAMMA.format(moving=_MOVING)
    + ", renorm=False, renorm_clipping=None, renorm_momentum=0.99, synchronized=False",
)
def _batch(call: Call, shape: Shape) -> Out:
    features = length_of(call, shape, call["axis"])
    trained = int(bool(call["scale"])) + int(bool(call["center"]))
    kept = 5 if call["renorm"] else 2
    how = call.rules.norm_weights(features, trained + kept)
    call.say(both("the shape stays"))
    call.say(
        both(
            "parameters: {how} ({trained} trained, {kept} only kept)",
            how=how,
            trained=trained * features,
            kept=how.value - trained * features,
        )
    )
    return Out(shape, trained * features, how.value - trained * features)


@layer("LayerNormalization", "axis=-1, epsilon=0.001, " + _GAMMA.format(moving=""))
def _layer(call: Call, shape: Shape) -> Out:
    axes = call["axis"] if isinstance(call["axis"], tuple | list) else [call["axis"]]
    features = prod(length_of(call, shape, axis) for axis in axes)
    return _each(call, shape, features, bool(call["scale"]) + bool(call["center"]))


@layer("RMSNormalization", "axis=-1, epsilon=1e-06")
def _rms(call: Call, shape: Shape) -> Out:
    axes = call["axis"] if isinstance(call["axis"], tuple | list) else [call["axis"]]
    return _each(call, shape, prod(length_of(call, shape, axis) for axis in axes), 1)


@layer("GroupNormalization", "groups=32, axis=-1, epsilon=0.001, " + _GAMMA.format(moving=""))
def _group(call: Call, shape: Shape) -> Out:
    features = length_of(call, shape, call["axis"])
    groups = features if call["groups"] == -1 else call.whole("groups")
    if features % groups:
        raise Refused(
            both(
                "{features} channels cannot be shared out evenly to {groups} groups",
                features=features,
                groups=groups,
            ),
            both("groups must divide the channels; 32 stands if none is written."),
        )
    return _each(call, shape, features, bool(call["scale"]) + bool(call["center"]))


def _each(call: Call, shape: Shape, features: int, sets: int) -> Out:
    weights = call.rules.norm_weights(features, sets)
    call.say(both("the shape stays"))
    call.say_parameters(weights)
    return Out(shape, weights.value)


@layer(
    "PReLU",
    "alpha_initializer='Zeros', alpha_regularizer=None, alpha_constraint=None, shared_axes=None",
)
def _prelu(call: Call, shape: Shape) -> Out:
    shared = call["shared_axes"] or []
    shared = [shared] if isinstance(shared, int) else shared
    lengths = [
        1 if axis in shared else length_of(call, shape, axis) for axis in range(1, len(shape))
    ]
    weights = product(*lengths)
    call.say(both("the shape stays"))
    call.say_parameters(weights)
    return Out(shape, weights.value)


@layer("Normalization", "axis=-1, mean=None, variance=None, invert=False")
def _normalization(call: Call, shape: Shape) -> Out:
    if call["mean"] is not None or call["variance"] is not None:
        return Out(shape)
    axis = call["axis"]
    axes = [] if axis is None else list(axis) if isinstance(axis, tuple | list) else [axis]
    features = prod(length_of(call, shape, one) for one in axes)
    call.say(both("the shape stays"))
    call.say(both("mean and variance of {features} features, and a count", features=features))
    return Out(shape, 0, 2 * features + 1)
