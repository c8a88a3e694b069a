"""Layers that keep the shape and hold no numbers: activations, dropout, noise, augmentation."""

from __future__ import annotations

from collections.abc import Callable

from quiz.shapes.call import Call
from quiz.shapes.layers.layer import Out, Shapes, layer
from quiz.shapes.refusal import Refused
from quiz.shapes.values import Unknown
from quiz.text import both

_ACTIVATIONS = frozenset(
    "celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh"
    " leaky_relu linear log_sigmoid log_softmax mish relu relu6 selu sigmoid silu soft_shrink"
    " softmax softplus softsign sparse_plus sparse_sigmoid sparsemax squareplus swish tanh"
    " tanh_shrink threshold".split()
)


def _same(call: Call, shape: Shapes) -> Out:
    call.say(both("the shape stays"))
    return Out(shape)


def check_activation(value: object) -> None:
    """Refuse the name of an activation that Keras does not know; other values pass."""
    if isinstance(value, str) and value not in _ACTIVATIONS:
        raise Refused(
            both("there is no activation {name}", name=repr(value)), both("Look at its spelling.")
        )


def _share(argument: str) -> Callable[[Call], None]:
    """Return a check that `argument` lies between 0 and 1."""

    def check(call: Call) -> None:
        value = call.arguments[argument]
        if isinstance(value, Unknown):
            return
        if isinstance(value, bool | int | float) and 0 <= value <= 1:
            return
        raise Refused(
            both(
                "{argument} of {name} must lie between 0 and 1, not {value}",
                argument=argument,
                name=call.name,
                value=repr(value),
            ),
            both("It is a share: 0.3 for 30 percent."),
            "ValueError" if isinstance(value, int | float) else "TypeError",
        )

    return check


layer("Activation", "activation")(_same)
layer("Lambda", "function, output_shape=None, mask=None, arguments=None")(_same)
layer("ReLU", "max_value=None, negative_slope=0.0, threshold=0.0")(_same)
layer("LeakyReLU", "negative_slope=0.3, alpha=None")(_same)
layer("ELU", "alpha=1.0")(_same)
layer("Softmax UnitNormalization", "axis=-1")(_same)
layer("Identity")(_same)
layer("Masking", "mask_value=0.0")(_same)
layer("ActivityRegularization", "l1=0.0, l2=0.0")(_same)
layer("Rescaling", "scale, offset=0.0")(_same)
_rate = _share("rate")
layer("Dropout AlphaDropout", "rate, noise_shape=None, seed=None", check=_rate)(_same)
layer("GaussianDropout", "rate, seed=None", check=_rate)(_same)
layer("GaussianNoise", "stddev, seed=None", check=_share("stddev"))(_same)
layer("SpatialDropout1D", "rate, seed=None, name=None, dtype=None", ndim=3, check=_rate)(_same)
for _rank in (2, 3):
    layer(
        f"SpatialDropout{_rank}D",
        "rate, data_format=None, seed=None, name=None, dtype=None",
        ndim=_rank + 2,
        check=_rate,
    )(_same)
