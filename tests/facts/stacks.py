"""Random models as code: layers in any order with any arguments, many of which cannot work."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

SIZES = st.integers(1, 12)
SMALL = st.integers(1, 4)
PADDING = st.sampled_from(['"valid"', '"same"'])
FLAG = st.sampled_from(["True", "False"])


def _call(name: str, **arguments: st.SearchStrategy[object]) -> st.SearchStrategy[str]:
    """Return calls of a layer; each named argument may be left out (not those that begin as _)."""
    drawn = {
        key.removeprefix("_"): values if key.startswith("_") else st.none() | values
        for key, values in arguments.items()
    }

    def written(values: dict[str, object]) -> str:
        given = ", ".join(f"{key}={value}" for key, value in values.items() if value is not None)
        return f"layers.{name}({given})"

    return st.fixed_dictionaries(drawn).map(written)


def _sizes(axes: int) -> st.SearchStrategy[object]:
    return SMALL | st.tuples(*[SMALL] * axes)


def _spatial(axes: int) -> list[st.SearchStrategy[str]]:
    """Return the layers that slide along this many axes."""
    kernel, stride, gap = _sizes(axes), _sizes(axes), st.integers(1, 2)
    first = st.sampled_from(['"channels_first"'])
    window = {"strides": stride, "padding": PADDING, "data_format": first}
    layers = [
        _call(f"Conv{axes}D", _filters=SIZES, _kernel_size=kernel, dilation_rate=gap, **window),
        _call(
            f"Conv{axes}DTranspose", _filters=SMALL, _kernel_size=kernel, use_bias=FLAG, **window
        ),
        _call(f"MaxPooling{axes}D", pool_size=kernel, **window),
        _call(f"AveragePooling{axes}D", _pool_size=kernel, **window),
        _call(f"GlobalMaxPooling{axes}D", keepdims=FLAG),
        _call(f"GlobalAveragePooling{axes}D"),
        _call(f"UpSampling{axes}D", size=SMALL),
        _call(f"ZeroPadding{axes}D", padding=st.integers(0, 3)),
    ]
    if axes < 3:
        depthwise = {"_kernel_size": kernel, "depth_multiplier": SMALL, "padding": PADDING}
        layers += [
            _call(f"DepthwiseConv{axes}D", strides=SMALL, **depthwise),
            _call(f"SeparableConv{axes}D", _filters=SIZES, use_bias=FLAG, **depthwise),
            _call(f"Cropping{axes}D", cropping=st.tuples(SMALL, SMALL)),
        ]
    return layers


_RECURRENT = [
    _call(name, _units=SIZES, return_sequences=FLAG, use_bias=FLAG)
    for name in ("LSTM", "GRU", "SimpleRNN")
]
_PLAIN = [
    _call("Dense", _units=st.integers(-1, 12), use_bias=FLAG, activation=st.just('"relu"')),
    _call("Flatten"),
    _call("Reshape", _target_shape=st.lists(st.integers(-1, 6), min_size=1, max_size=3).map(tuple)),
    _call("Permute", _dims=st.permutations([1, 2, 3]).map(tuple) | st.just((2, 1))),
    _call("RepeatVector", _n=SMALL),
    _call("BatchNormalization", center=FLAG, scale=FLAG),
    _call("LayerNormalization"),
    _call("GroupNormalization", groups=SMALL),
    _call("Dropout", _rate=st.sampled_from([0.2, 0.5, 1.5])),
    _call("Activation", _activation=st.sampled_from(['"relu"', '"softmax"', '"sotfmax"'])),
    _call("PReLU"),
    _call("Embedding", _input_dim=SIZES, _output_dim=SMALL),
]
_WRAPPED = [
    st.sampled_from(_RECURRENT)
    .flatmap(lambda calls: calls)
    .flatmap(
        lambda inner: st.sampled_from(["", ', merge_mode="sum"']).map(
            lambda mode: f"layers.Bidirectional({inner}{mode})"
        )
    ),
    _call("Dense", _units=SIZES).map(lambda inner: f"layers.TimeDistributed({inner})"),
]
_ANY = st.one_of(*_PLAIN, *_RECURRENT, *_WRAPPED, *_spatial(1), *_spatial(2), *_spatial(3))
_BY_RANK = {
    1: st.one_of(*_PLAIN),
    2: st.one_of(*_PLAIN, *_RECURRENT, *_WRAPPED, *_spatial(1)),
    3: st.one_of(*_PLAIN, *_spatial(2)),
    4: st.one_of(*_PLAIN, *_spatial(3)),
}
_HEAD = "import keras\nfrom keras import layers\n"


@st.composite
def stacks(draw: st.DrawFn) -> str:
    """Draw a Sequential model of up to five layers, most of which fit the rank of the input."""
    shape = draw(st.lists(SIZES, min_size=1, max_size=4))
    fitting = st.lists(_BY_RANK[len(shape)], min_size=1, max_size=4)
    layers = [*draw(fitting), *draw(st.lists(_ANY, max_size=1))]
    if draw(st.booleans()):
        lines = "".join(f"    {layer},\n" for layer in layers)
        body = f"model = keras.Sequential([\n    keras.Input(shape={tuple(shape)}),\n{lines}])\n"
    else:
        added = "".join(f"model.add({layer})\n" for layer in layers)
        body = f"model = keras.Sequential()\nmodel.add(keras.Input({tuple(shape)}))\n{added}"
    return f"{_HEAD}{body}print(model.output_shape)\n"


@st.composite
def functional(draw: st.DrawFn) -> str:
    """Draw a model of two branches that meet in a merging layer."""
    rank = draw(st.integers(1, 3))
    shape = draw(st.lists(SIZES, min_size=rank, max_size=rank))
    left, right = (draw(st.lists(_BY_RANK[rank], max_size=2)) for _ in range(2))
    merge = draw(
        st.sampled_from(["Add()", "Multiply()", "Subtract()", "Concatenate()"])
        | st.integers(0, 3).map("Concatenate(axis={})".format)
    )
    return (
        f"{_HEAD}inputs = keras.Input(shape={tuple(shape)})\n"
        f"{_branch('a', left)}{_branch('b', right)}"
        f"merged = layers.{merge}([a, b])\n"
        "model = keras.Model(inputs, layers.Dense(3)(merged))\nprint(model.output_shape)\n"
    )


def _branch(name: str, layers: Sequence[str]) -> str:
    lines = "".join(f"{name} = {layer}({name})\n" for layer in layers)
    return f"{name} = inputs\n{lines}"
