"""The arguments of Conv2D and what they do, asked of Keras."""

from __future__ import annotations

import inspect
import re
from typing import Any

import keras
import numpy as np
from keras import activations, layers

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, arguments, default, literal, proves

IMAGE = (28, 28, 1)


def put_out(*args: Any, channels: Any = 1, **keywords: Any) -> tuple[int, ...]:
    """Return the shape without batch that Conv2D of these arguments gives for an IMAGE."""
    shape = layers.Conv2D(*args, **keywords)(keras.Input((*IMAGE[:2], channels))).shape
    return tuple(shape[1:])


@proves("conv-filters")
def test_the_argument_that_counts_feature_maps(fact: Fact) -> None:
    assert put_out(**{"filters": 8, "kernel_size": 3} | {fact.answer: 5})[-1] == 5


@proves("conv-kernel-size")
def test_the_argument_that_sizes_the_kernel(fact: Fact) -> None:
    layer = layers.Conv2D(filters=8, **{fact.answer: (5, 3)})
    layer.build((None, *IMAGE))
    assert tuple(layer.kernel.shape[:2]) == (5, 3)


@proves("conv-strides")
def test_the_argument_for_the_step(fact: Fact) -> None:
    assert put_out(1, 1, **{fact.answer: 4})[:2] == (7, 7)


@proves("conv-padding")
def test_the_argument_for_the_border(fact: Fact) -> None:
    assert put_out(1, 3, **{fact.answer: "same"})[:2] == (28, 28)


@proves("conv-padding-values")
def test_the_strings_that_padding_takes(fact: Fact) -> None:
    known = ("valid", "same", "causal", "full", "reflect", "zeros")
    taken = {one for one in known if outcome(layers.Conv2D, 1, 3, padding=one) == "runs"}
    assert taken == set(fact.right)
    assert outcome(layers.Conv1D, 1, 3, padding="causal") == "runs"


@proves("conv-required")
def test_what_has_no_default(fact: Fact) -> None:
    given = [name for name in arguments(layers.Conv2D) if name != "kwargs"]
    required = {name for name in given if default(layers.Conv2D, name) is inspect.Parameter.empty}
    assert required == set(fact.right)
    assert outcome(layers.Conv2D, 32) == outcome(layers.Conv2D, kernel_size=3) == "TypeError"


@proves(
    "conv-padding-default",
    "conv-strides-default",
    "conv-use-bias-default",
    "conv-kernel-initializer-default",
    "conv-bias-initializer-default",
    "conv-dilation-default",
    "conv-groups-default",
)
def test_the_default_written_before_the_hole(fact: Fact) -> None:
    (argument,) = re.findall(r"(\w+)='?\[…\]", fact.ask)
    assert default(layers.Conv2D, argument) == literal(fact.answer)


@proves("conv-kernel-size-int")
def test_one_number_for_a_square_kernel(fact: Fact) -> None:
    assert layers.Conv2D(1, 3).kernel_size == fact.value
    assert layers.Conv2D(1, 1, strides=3).strides == layers.MaxPooling2D(3).pool_size == fact.value


@proves("conv-activation-default")
def test_no_activation_is_linear(fact: Fact) -> None:
    assert default(layers.Conv2D, "activation") is fact.value
    assert layers.Conv2D(1, 1).activation is activations.linear
    assert {activations.get(literal(text)) for text in fact.right} == {activations.linear}


@proves("conv-kernel-initializer-name")
def test_the_argument_for_the_first_values(fact: Fact) -> None:
    layer = layers.Conv2D(2, 3, **{fact.answer: "ones"})
    layer.build((None, *IMAGE))
    assert np.all(np.asarray(layer.kernel) == 1)


@proves("conv-dilation-name")
def test_the_argument_that_leaves_holes(fact: Fact) -> None:
    spread = {fact.answer: 2}
    assert put_out(1, 3, **spread)[:2] == (24, 24)
    assert params(**spread) == params()


def params(**keywords: Any) -> int:
    layer = layers.Conv2D(1, 3, **keywords)
    layer.build((None, *IMAGE))
    return int(layer.count_params())


@proves("conv-dilated-size")
def test_how_far_a_spread_kernel_reaches(fact: Fact) -> None:
    for text in fact.right:
        side = int(text.removesuffix("칸"))
        assert put_out(1, 3, dilation_rate=2)[0] == put_out(1, side)[0]


@proves("conv-dilation-and-strides")
def test_spreading_and_stepping_at_once(fact: Fact) -> None:
    assert outcome(put_out, 32, 3, strides=2, dilation_rate=2) == fact.answer


@proves("conv-groups-divide")
def test_what_must_divide_by_groups(fact: Fact) -> None:
    mended = {
        "The 3 input channels do not divide by groups": {"filters": 32, "channels": 4},
        "The 32 filters do not divide by groups": {"filters": 34, "channels": 3},
        "groups must equal the kernel size": {"filters": 32, "channels": 3, "kernel_size": 2},
    }

    def runs(option: str) -> bool:
        return outcome(put_out, **({"kernel_size": 3, "groups": 2} | mended[option])) == "runs"

    assert outcome(put_out, 32, 3, channels=3, groups=2) == "ValueError"
    only_the_answer(fact, runs)


@proves("conv-output-channels")
def test_what_alone_changes_the_channels(fact: Fact) -> None:
    changes: dict[str, dict[str, Any]] = {
        "filters": {"filters": 9},
        "the input's channels": {"channels": 9},
        "kernel_size": {"kernel_size": 9},
        "strides": {"strides": 9},
    }
    usual = {"filters": 2, "kernel_size": 3}
    channels = {name: put_out(**(usual | change))[-1] for name, change in changes.items()}
    assert channels[fact.answer] == 9
    assert {channels[wrong] for wrong in fact.wrong} == {2}


@proves("conv-data-format")
def test_where_channels_are_expected(fact: Fact) -> None:
    assert default(layers.Conv2D, "data_format") is None
    assert layers.Conv2D(1, 1).data_format == fact.answer == keras.config.image_data_format()
