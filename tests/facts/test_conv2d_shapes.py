"""Shapes and parameters of Conv2D, asked of Keras: the layers are those of the question."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
from keras import layers

from tests.facts.choices import only_the_answer
from tests.facts.code import calls
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, arguments, literal, proves
from tests.facts.stack import shape, stacked


@proves(
    "conv-shape-valid",
    "conv-shape-same",
    "conv-shape-valid-stride",
    "conv-shape-same-stride",
    "conv-two-layers",
    "conv-same-odd",
)
def test_what_comes_out(fact: Fact) -> None:
    assert stacked(fact)[0] == fact.value


@proves("conv-params", "conv-params-rgb", "conv-params-no-bias")
def test_how_many_parameters(fact: Fact) -> None:
    _, (layer,) = stacked(fact)
    assert layer.count_params() == fact.value


@proves("conv-input-shape")
def test_a_sample_of_the_array_goes_in(fact: Fact) -> None:
    layer = layers.Conv2D(4, 2)
    assert layer(keras.Input(fact.value)).shape[0] is None
    assert (shape(fact)[0], *fact.value) == shape(fact)
    assert outcome(layers.Conv2D(4, 2), keras.Input(fact.value[:-1])) == "ValueError"


@proves("conv-missing-channel")
def test_images_get_a_channel(fact: Fact) -> None:
    images: Any = np.zeros(shape(fact), "uint8")
    for text in fact.right:
        mended = images.reshape(literal(text))
        assert len(mended) == len(images)
        assert outcome(layers.Conv2D(1, 3), mended[:1].astype("float32")) == "runs"
    assert outcome(layers.Conv2D(1, 3), images[:1].astype("float32")) == "ValueError"


@proves("conv-none-batch")
def test_what_fills_the_place_of_none(fact: Fact) -> None:
    model = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(32, 3)])
    place = model.output_shape.index(None)
    filled = {model(np.zeros((n, 28, 28, 1), "float32")).shape[place] for n in (1, 7)}
    said = {
        "the batch size, not fixed yet": filled == {1, 7},
        "a missing value that needs mending": not filled,
        "the number of channels": filled == {32},
        "the layer's activation": filled == {model.layers[0].activation},
    }
    only_the_answer(fact, said.__getitem__)


@proves("conv-same-keeps-when")
def test_the_only_step_at_which_same_keeps_the_size(fact: Fact) -> None:
    keeping = [step for step in range(1, 5) if _kept(padding="same", strides=step)]
    for text in fact.right:
        assert layers.Conv2D(1, 3, strides=literal(text)).strides == (keeping[0], keeping[0])
    assert len(keeping) == 1


def _kept(**keywords: Any) -> bool:
    put_out = layers.Conv2D(1, 3, **keywords)(keras.Input((28, 28, 1)))
    return tuple(put_out.shape[1:3]) == (28, 28)


@proves("conv-valid-formula")
def test_the_formula_for_every_small_case(fact: Fact) -> None:
    formulas = {
        "(n - k) // s + 1": lambda n, k, s: (n - k) // s + 1,
        "n // s": lambda n, k, s: n // s,
        "(n + k) // s + 1": lambda n, k, s: (n + k) // s + 1,
        "(n - k) // s": lambda n, k, s: (n - k) // s,
    }

    def holds(option: str) -> bool:
        cases = [(n, k, s) for n in (5, 7, 28) for k in (1, 3, 5) for s in (1, 2, 3)]
        return all(_side(*case) == formulas[option](*case) for case in cases)

    only_the_answer(fact, holds)


def _side(n: int, k: int, s: int) -> int:
    return int(layers.Conv2D(1, k, strides=s)(keras.Input((n, n, 1))).shape[1])


@proves("conv-valid-or-same")
def test_which_setting_keeps_the_size(fact: Fact) -> None:
    settings: dict[str, dict[str, Any]] = {
        "padding='same'": {"padding": "same"},
        "padding='valid'": {"padding": "valid"},
        "strides=0": {"strides": 0},
        "use_bias=False": {"use_bias": False},
    }

    def keeps(option: str) -> bool:
        return outcome(_kept, **settings[option]) == "runs" and _kept(**settings[option])

    only_the_answer(fact, keeps)
    assert outcome(_kept, **settings["strides=0"]) == "ValueError"


@proves("conv-third-positional")
def test_where_a_third_value_goes(fact: Fact) -> None:
    (call,) = calls(fact)
    assert arguments(layers.Conv2D)[len(call.args) - 1] == fact.answer
    assert call.of(layers)(keras.Input((28, 28, 1))).shape[1] == 9
