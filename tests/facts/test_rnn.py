"""What goes into RNNs and Conv1D, asked of Keras and NumPy."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import Any

import keras
import numpy as np
import pandas as pd
from keras import layers

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, literal, proves
from tests.facts.tuples import shape, tuples

WINDOWS = np.arange(96 * 5).reshape(96, 5)


def zeros(*shape: int) -> Any:
    return np.zeros(shape, "float32")


def accepts(layer: Any, *shape: int) -> bool:
    return outcome(lambda: layer(zeros(*shape))) == "runs"


@proves("rnn-axes-order")
def test_the_axes_in_order(fact: Fact) -> None:
    lstm, length = layers.LSTM(2), {"samples": 7, "timesteps": 5, "features": 3}
    assert lstm(zeros(*(length[step] for step in fact.steps))).shape == (length["samples"], 2)
    assert lstm.cell.kernel.shape[0] == length["features"]
    assert length[fact.steps[1]] == length["timesteps"]


@proves("rnn-ndim")
def test_an_lstm_takes_that_many_dimensions_only(fact: Fact) -> None:
    fits = [n for n in range(1, 6) if accepts(layers.LSTM(1), *[2] * n)]
    assert fits == [literal(fact.holes[0])]


@proves("rnn-same-input-layers")
def test_which_layers_take_samples_with_time_and_features(fact: Fact) -> None:
    made = {
        "LSTM": layers.LSTM(2),
        "GRU": layers.GRU(2),
        "Conv1D": layers.Conv1D(2, 2),
        "Conv2D": layers.Conv2D(2, 2),
        "MaxPooling2D": layers.MaxPooling2D(),
    }
    assert all(accepts(made[name], 4, 6, 3) for name in fact.right)
    assert not any(accepts(made[name], 4, 6, 3) for name in fact.wrong)


@proves("rnn-middle-axis-word")
def test_the_word_of_the_documentation(fact: Fact) -> None:
    said = fact.ask.partition(": ")[2].replace("[…]", fact.holes[0])
    assert all(said in str(layer.__doc__) for layer in (layers.LSTM, layers.GRU))


@proves("rnn-input-of-model")
def test_the_input_is_without_samples(fact: Fact) -> None:
    model = keras.Sequential([keras.Input(fact.value), layers.LSTM(2)])
    (data,) = tuples(fact)
    assert model.input_shape == (None, *data[1:])


@proves("rnn-weather-days")
def test_days_of_hours_of_measures(fact: Fact) -> None:
    hours, measures = 365 * 24, ("temperature", "humidity", "wind")
    table = np.arange(hours * len(measures)).reshape(hours, len(measures))
    days = table.reshape(fact.value)
    assert np.array_equal(days[1], table[24:48])
    assert all(word in fact.ask.lower() for word in measures)


@proves("rnn-feature-axis", "rnn-four-d-data")
def test_every_right_tuple_makes_it_fit_and_changes_no_value(fact: Fact) -> None:
    x: Any = np.empty(tuples(fact)[0], "uint8")
    for right in map(literal, fact.right):
        assert x.reshape(right).shape == fact.value
        assert x.reshape(right).squeeze().shape == x.squeeze().shape
    assert accepts(layers.LSTM(1), 2, *fact.value[1:])
    assert not accepts(layers.LSTM(1), 2, *x.shape[1:])


@proves("rnn-last-axis-code")
def test_every_right_axis_comes_last(fact: Fact) -> None:
    x = np.empty(shape(fact))
    added = {np.expand_dims(x, axis=literal(right)).shape for right in fact.right}
    assert added == {(*x.shape, 1)}


@proves("rnn-new-axis-no-variable")
def test_an_axis_of_length_one_holds_nothing_new(fact: Fact) -> None:
    before, after = (np.empty(one) for one in tuples(fact))
    grows = {
        "the number of dimensions": after.ndim > before.ndim,
        "the number of values": after.size > before.size,
        "the number of variables": after.shape[-1] > 1,
    }
    only_the_answer(fact, lambda option: grows[option])


@proves("rnn-second-variable")
def test_which_code_puts_two_values_at_each_time(fact: Fact) -> None:
    a, b = WINDOWS, -WINDOWS
    codes: dict[str, Callable[[], Any]] = {
        "np.stack([a, b], axis=-1)": lambda: np.stack([a, b], axis=-1),
        "np.concatenate([a, b])": lambda: np.concatenate([a, b]),
        "np.concatenate([a, b], axis=1)": lambda: np.concatenate([a, b], axis=1),
        "a.reshape(96, 5, 2)": lambda: a.reshape(96, 5, 2),
    }

    def fits(option: str) -> bool:
        made: list[Any] = []
        done = outcome(lambda: made.append(codes[option]())) == "runs"
        return done and made[0].shape == (96, 5, 2) and (made[0][3, 1] == [a[3, 1], b[3, 1]]).all()

    only_the_answer(fact, fits)


@proves("rnn-raw-table-axes")
def test_lines_are_times_and_columns_are_variables(fact: Fact) -> None:
    lines = [f"{hour},60,{hour / 10}" for hour in range(1000)]
    table = pd.read_csv(io.StringIO("\n".join(["temperature,humidity,wind", *lines])))
    assert table.shape == shape(fact)
    axis = {1000: "time", len(table.columns): "features"}
    said = "(" + ", ".join(axis[length] for length in table.shape) + ")"
    only_the_answer(fact, lambda option: option == said)


@proves("rnn-window-of-table")
def test_a_window_keeps_all_variables(fact: Fact) -> None:
    table = zeros(*shape(fact))
    windows = np.array([table[i : i + 24] for i in range(3)])
    assert "windows of 24 hours" in fact.ask
    assert windows[0].shape == fact.value
    assert accepts(layers.LSTM(1), *windows.shape)


@proves("rnn-how-many-windows")
def test_windows_with_a_next_value(fact: Fact) -> None:
    series = list(range(10))
    pairs = [(series[i : i + 5], series[i + 5]) for i in range(10) if i + 5 < 10]
    assert len(pairs) == fact.value


@proves("rnn-next-value-code")
def test_the_value_right_after_a_slice(fact: Fact) -> None:
    data, i = list(range(20)), 3
    value = {"data[i+5]": data[i + 5], "data[i+6]": data[i + 6], "data[i+4]": data[i + 4]}
    only_the_answer(fact, lambda option: value[option] == data[i : i + 5][-1] + 1)


@proves("rnn-swapped-axes")
def test_which_code_swaps_axes_and_keeps_each_series(fact: Fact) -> None:
    x = np.arange(96 * 2 * 5).reshape(shape(fact))
    codes = {
        "np.transpose(X, (0, 2, 1))": np.transpose(x, (0, 2, 1)),
        "X.reshape(96, 5, 2)": x.reshape(96, 5, 2),
        "X.T": x.T,
    }
    only_the_answer(
        fact, lambda option: np.array_equal(codes[option][:, :, 0].ravel(), x[:, 0].ravel())
    )
