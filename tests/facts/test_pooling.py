"""Pooling, asked of Keras."""

from __future__ import annotations

from itertools import permutations
from typing import Any

import keras
import numpy as np
from keras import layers

from tests.facts.code import call, calls
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, arguments, default, literal, proves
from tests.facts.stack import stacked


@proves("pool-class-name")
def test_every_right_name_is_the_layer(fact: Fact) -> None:
    assert {getattr(layers, name) for name in fact.right} == {layers.MaxPooling2D}


@proves("pool-what-stays")
def test_a_window_leaves_its_largest_value(fact: Fact) -> None:
    window = np.array([[1.0, 2.0], [3.0, 8.0]]).reshape(1, 2, 2, 1)
    kept = float(np.asarray(layers.MaxPooling2D()(window)).item())
    said: dict[str, Any] = {
        "the largest value": window.max(),
        "the average": window.mean(),
        "the sum": window.sum(),
    }
    assert kept == said[fact.answer]
    assert all(kept != said[wrong] for wrong in fact.wrong if wrong in said)


@proves("pool-size-name")
def test_the_window_s_argument(fact: Fact) -> None:
    assert fact.answer in arguments(layers.MaxPooling2D)
    assert layers.MaxPooling2D(**{fact.answer: 3}).pool_size == (3, 3)


@proves("pool-size-default", "pool-padding-default", "pool-strides-default")
def test_the_default_written_before_the_hole(fact: Fact) -> None:
    argument, _ = fact.ask.rpartition(": ")[2].split("=")
    assert default(layers.MaxPooling2D, argument) == literal(fact.answer)


@proves("pool-strides-follow")
def test_strides_follow_the_window(fact: Fact) -> None:
    (one,) = calls(fact)
    assert one.of(layers).strides == fact.value


@proves("pool-four-arguments")
def test_the_arguments_that_decide_what_it_does(fact: Fact) -> None:
    assert set(arguments(layers.MaxPooling2D)) - {"name", "kwargs"} == set(fact.right)


@proves("pool-data-format")
def test_data_format_by_default_is_what_keras_is_set_to(fact: Fact) -> None:
    assert default(layers.MaxPooling2D, "data_format") is fact.value
    assert layers.MaxPooling2D().data_format == keras.config.image_data_format()


@proves(
    "pool-shape-even",
    "pool-conv-block",
    "pool-shape-odd-valid",
    "pool-shape-odd-same",
    "pool-stride-one",
    "pool-shape-three",
    "pool-flatten",
)
def test_what_comes_out(fact: Fact) -> None:
    put_out, _ = stacked(fact)
    assert all(put_out in (literal(text), (literal(text),)) for text in fact.right)


@proves("pool-params")
def test_how_much_a_pooling_layer_learns(fact: Fact) -> None:
    layer = layers.MaxPooling2D()
    layer.build((None, 28, 28, 32))
    assert layer.count_params() == fact.value


@proves("pool-or-conv-strides")
def test_the_steps_of_both_when_only_the_window_is_given(fact: Fact) -> None:
    def says(option: str) -> tuple[int, ...]:
        steps = [int(word) for word in option.split() if word.isdigit()]
        return (steps[0], steps[-1])

    both = layers.Conv2D(1, 3).strides[0], layers.MaxPooling2D(3).strides[0]
    assert says(fact.answer) == both
    assert all(says(wrong) != both for wrong in fact.wrong)


@proves("pool-cnn-order")
def test_one_order_decides_among_ten_and_convolves_the_whole_image(fact: Fact) -> None:
    fitting = [order for order in permutations(fact.steps) if outcome(_checked, order) == "runs"]
    assert fitting == [fact.steps]


def _checked(steps: tuple[str, ...]) -> None:
    flow, *rest = (call(step) for step in steps)
    sizes = [flow.of(keras)]
    for one in rest:
        sizes.append(one.of(layers)(sizes[-1]))
    whole = sizes[[one.name for one in rest].index("Conv2D")]
    assert (sizes[-1].shape, whole.shape) == ((None, 10), (None, 28, 28, 1))


@proves("pool-average-required")
def test_average_pooling_without_arguments(fact: Fact) -> None:
    assert outcome(layers.AveragePooling2D) in fact.answer
    assert layers.AveragePooling2D(2).strides == (2, 2)
