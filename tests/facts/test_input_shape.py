"""What models say to shapes that fit and shapes that do not, asked of Keras."""

from __future__ import annotations

import re
from typing import Any

import keras
import numpy as np
import pytest
from keras import layers

from tests.facts.choices import only_the_answer
from tests.facts.code import calls
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, literal, proves
from tests.facts.stack import stacked
from tests.facts.tuples import shape, tuples


def zeros(*shape: int) -> Any:
    return np.zeros(shape, "float32")


def model(*shape: int, end: Any = None) -> Any:
    """Return a new model of an Input of `shape` and the layer `end`, a Dense(1) if none."""
    return keras.Sequential([keras.Input(shape), end or layers.Dense(1)])


@proves("shapes-input-of-table", "shapes-batch-by-mistake")
def test_a_table_s_input_is_its_features_in_a_tuple(fact: Fact) -> None:
    assert isinstance(fact.value, tuple)
    rows, columns = shape(fact)
    assert model(*fact.value)(zeros(rows, columns)).shape == (rows, 1)
    assert outcome(lambda: model(rows, columns)(zeros(rows, columns))) == "ValueError"


@proves("shapes-integer-is-no-tuple")
def test_parentheses_without_a_comma_make_no_shape(fact: Fact) -> None:
    (call,) = calls(fact)
    assert outcome(lambda: call.of(keras)) == fact.answer
    assert keras.Input((call.keywords["shape"],)).shape == (None, 8)


@proves("shapes-keyword-not-call")
def test_input_shape_is_an_argument(fact: Fact) -> None:
    name, _, value = fact.answer.partition("=")
    with pytest.warns(UserWarning, match=name):
        layer = layers.LSTM(8, **{name: literal(value)})
    assert keras.Sequential([layer]).input_shape == (None, *literal(value))


@proves("shapes-never-in-input-shape")
def test_a_model_takes_any_number_of_samples(fact: Fact) -> None:
    samples, *sample = shape(fact)
    conv = model(*sample, end=layers.Conv2D(1, 3))
    assert [conv(zeros(n, *sample)).shape[0] for n in (1, 3)] == [1, 3]
    only_the_answer(fact, lambda option: literal(option) == samples)


@proves("shapes-of-one-sample-code")
def test_which_code_gives_the_input_that_takes_the_data(fact: Fact) -> None:
    x_train = zeros(7, 10, 3)
    codes = {
        "x_train.shape[1:]": x_train.shape[1:],
        "x_train.shape[1]": x_train.shape[1],
        "x_train.shape[:1]": x_train.shape[:1],
        "x_train.shape": x_train.shape,
    }

    def fits(option: str) -> bool:
        begin = outcome(lambda: keras.Input(shape=codes[option]))
        return begin == "runs" and keras.Input(shape=codes[option]).shape[1:] == x_train[0].shape

    only_the_answer(fact, fits)
    assert outcome(lambda: keras.Input(shape=codes["x_train.shape[1]"])) == "ValueError"


@proves("shapes-keras3-input")
def test_a_model_begins_with_it_and_nothing_warns(fact: Fact) -> None:
    for name in fact.right:
        begin = getattr(keras, name.removeprefix("layers."))(shape=(10, 3))
        assert keras.Sequential([begin, layers.LSTM(2)]).input_shape == (None, 10, 3)


@proves("shapes-input-shape-in-keras3")
def test_input_shape_warns_and_counts(fact: Fact) -> None:
    (call,) = calls(fact)
    with pytest.warns(UserWarning, match="^Do not pass an `input_shape`"):
        built = keras.Sequential([call.of(layers)]).built
    says = {
        "It works, with a warning": built,
        "It is silently ignored": not built,
        "It fails with an unknown argument": False,  # or the lines above would have failed
    }
    only_the_answer(fact, lambda option: says[option])


@proves("shapes-ten-three-fits")
def test_only_one_pair_of_layer_and_data_fits(fact: Fact) -> None:
    ends = {"an LSTM layer": layers.LSTM(2), "a Conv2D layer": layers.Conv2D(2, 2)}

    def fits(option: str) -> bool:
        name, _, data = option.partition(", data ")
        sample = literal(data)[1:]
        return outcome(lambda: model(*shape(fact), end=ends[name])(zeros(2, *sample))) == "runs"

    only_the_answer(fact, fits)


@proves("shapes-axes-by-layer")
def test_each_layer_needs_an_axis_more_than_the_one_before(fact: Fact) -> None:
    made = {"Dense(1)": layers.Dense(1), "LSTM(1)": layers.LSTM(1)}
    made |= {"Conv2D(1, 1)": layers.Conv2D(1, 1), "Conv3D(1, 1)": layers.Conv3D(1, 1)}
    specs = [made[step].input_spec for step in fact.steps]
    assert [spec.ndim or spec.min_ndim for spec in specs] == [2, 3, 4, 5]


@proves("shapes-found-one-more")
def test_keras_counts_the_batch_axis(fact: Fact) -> None:
    with pytest.raises(ValueError, match="expected min_ndim=4, found ndim=3") as error:
        model(*shape(fact), end=layers.Conv2D(2, 3))
    (found,) = re.findall(r"received: (\(.*\))", str(error.value))
    batch, *image = literal(found)
    adds_one = {
        "The batch axis in front is counted, too": batch is None,
        "Grey images get a channel axis by themselves": image[-1] == 1,
        "The kernel's axes are counted, too": tuple(image) != shape(fact),
    }
    only_the_answer(fact, lambda option: adds_one[option])


@proves("shapes-last-axis-error")
def test_the_last_axis_is_that_of_the_features(fact: Fact) -> None:
    message = fact.ask.partition(". ")[0]
    with pytest.raises(ValueError, match=re.escape(message)):
        model(4)(zeros(20, 5))
    mended = {
        "the number of features (columns)": (20, 4),
        "the number of samples": (4, 5),
        "the number of dimensions": (20, 5, 1),
    }
    only_the_answer(
        fact, lambda option: outcome(lambda: model(4)(zeros(*mended[option]))) == "runs"
    )


@proves("shapes-predict-one")
def test_one_sample_is_predicted_as_a_batch(fact: Fact) -> None:
    x = zeros(100, 4)
    parts = {
        "model.predict(x[:1])": x[:1],
        "model.predict(x[0].flatten())": x[0].flatten(),
        "model.predict(x[0].reshape(4, 1))": x[0].reshape(4, 1),
    }
    assert outcome(lambda: model(4)(x[0])) == "ValueError"
    only_the_answer(fact, lambda option: outcome(lambda: model(4)(parts[option])) == "runs")


@proves("shapes-silent-squeeze", "shapes-silent-expand")
def test_a_model_sees_to_an_axis_of_length_one_by_itself(fact: Fact) -> None:
    declared, (_, *data) = tuples(fact)
    end = layers.LSTM(2) if "LSTM" in fact.ask else layers.Conv2D(2, 3)
    assert outcome(lambda: model(*declared, end=end)(zeros(4, *data))) == "runs"
    assert outcome(lambda: end(zeros(4, *data))) == "ValueError"  # the layer by itself does not
    happens = {
        "It runs, with the last axis dropped": len(data) > len(declared),
        "It runs, with a last axis added": len(data) < len(declared),
    }
    only_the_answer(fact, lambda option: happens.get(option, False))


@proves("shapes-dense-without-flatten")
def test_dense_changes_the_last_axis_only(fact: Fact) -> None:
    assert stacked(fact)[0] == fact.value
