"""How an RNN walks along time and what comes out, asked of Keras."""

from __future__ import annotations

import re
from typing import Any

import keras
import numpy as np
import pytest
from keras import layers

from tests.facts.choices import only_the_answer
from tests.facts.code import calls, keywords
from tests.facts.proof import Fact, default, literal, proves
from tests.facts.tuples import shape

BATCH: Any = np.random.default_rng(0).random((32, 24, 5)).astype("float32")


def numbers(layer: Any, data: Any = BATCH) -> Any:
    """Return what `layer` makes of `data`, as an array."""
    return np.asarray(layer(data))


def walked(lstm: Any) -> list[tuple[int, ...]]:
    """Walk the cell of a built `lstm` along BATCH; return the shape of its input at each step."""
    states, seen = lstm.get_initial_state(len(BATCH)), []
    for t in range(BATCH.shape[1]):
        at_step = BATCH[:, t]
        output, states = lstm.cell(at_step, states)
        seen.append(at_step.shape)
    assert np.allclose(np.asarray(output), numbers(lstm), atol=1e-5)  # it is the layer's output
    return seen


def output(fact: Fact) -> tuple[int, ...]:
    """Return the shape after the layers in the question, without batch."""
    flow = keras.Input(shape(fact))
    for call in calls(fact):
        flow = call.of(layers)(flow)
    return tuple(flow.shape[1:])


@proves("rnn-two-d-error")
def test_features_were_missing(fact: Fact) -> None:
    missing = shape(fact)
    with pytest.raises(ValueError, match="expected ndim=3, found ndim=2"):
        layers.LSTM(2)(keras.Input(missing))
    assert layers.LSTM(2)(keras.Input(fact.value)).shape == (None, 2)
    assert fact.value == (*missing, 1)


@proves("rnn-input-at-one-step")
def test_what_the_cell_gets_at_a_step(fact: Fact) -> None:
    assert shape(fact) == BATCH.shape
    assert set(walked(layers.LSTM(8))) == {fact.value}


@proves("rnn-loop-count")
def test_how_often_the_cell_works(fact: Fact) -> None:
    assert shape(fact) == BATCH.shape
    assert len(walked(layers.LSTM(8))) == fact.value


@proves("rnn-one-step-code")
def test_which_code_takes_out_one_time(fact: Fact) -> None:
    codes = {"X[:, t]": BATCH[:, 2], "X[t]": BATCH[2], "X[:, :, t]": BATCH[:, :, 2]}
    samples, _, features = BATCH.shape
    only_the_answer(fact, lambda option: codes[option].shape == (samples, features))


@proves("rnn-step-order-matters")
def test_the_order_of_steps_matters(fact: Fact) -> None:
    lstm = layers.LSTM(8)
    ahead, back = numbers(lstm), numbers(lstm, BATCH[:, ::-1])
    same, negated = np.allclose(ahead, back, atol=1e-3), np.allclose(ahead, -back, atol=1e-3)
    says = {
        "It differs": not same and not negated,
        "It is the same": same,
        "Only its sign changes": negated,
    }
    only_the_answer(fact, lambda option: says[option])


@proves("rnn-longer-window-params")
def test_one_cell_for_windows_of_any_length(fact: Fact) -> None:
    lengths = [int(found) for found in re.findall(r"from (\d+) to (\d+)", fact.ask)[0]]
    (call,) = calls(fact)
    inputs = [keras.Input((length, 5)) for length in lengths]
    before, after = (keras.Sequential([one, call.of(layers)]).count_params() for one in inputs)
    says = {"It stays the same": 1.0, "It doubles": 2.0, "It halves": 0.5}
    only_the_answer(fact, lambda option: after / before == says[option])


@proves("rnn-two-views")
def test_time_is_walked_along_and_neither_merged_nor_averaged(fact: Fact) -> None:
    lstm = layers.LSTM(8)
    as_often = len(walked(lstm)) == BATCH.shape[1]
    says = {
        "It is walked along, step by step": as_often,
        "It is merged with the features": lstm.cell.kernel.shape[0] != BATCH.shape[2],
        "It is averaged away": np.allclose(
            numbers(lstm, BATCH.mean(axis=1, keepdims=True)), numbers(lstm), atol=1e-3
        ),
    }
    only_the_answer(fact, lambda option: says[option])


@proves("rnn-output-shape", "rnn-output-sequences", "rnn-forgotten-sequences", "rnn-conv1d-output")
def test_the_shape_that_comes_out(fact: Fact) -> None:
    assert output(fact) == fact.value


@proves("rnn-return-sequences-default")
def test_return_sequences_by_default(fact: Fact) -> None:
    (hole,) = fact.holes
    assert literal(hole) is layers.LSTM(2).return_sequences is layers.GRU(2).return_sequences
    assert default(layers.SimpleRNN, "return_sequences") is literal(hole)


@proves("rnn-stacked-error")
def test_the_argument_that_keeps_time(fact: Fact) -> None:
    first, second = (call.args for call in calls(fact))
    start = keras.Input((24, 5))
    with pytest.raises(ValueError, match=r"expected ndim=3, found ndim=2.*\(None, 16\)"):
        layers.LSTM(*second)(layers.LSTM(*first)(start))
    kept = layers.LSTM(*first, **keywords(fact.answer))(start)
    assert layers.LSTM(*second)(kept).shape == (None, 8)


@proves("rnn-last-of-sequences")
def test_the_default_output_is_that_of_the_last_step(fact: Fact) -> None:
    cell = layers.LSTMCell(4)  # both have the weights of this one
    steps, b = numbers(layers.RNN(cell, return_sequences=True)), numbers(layers.RNN(cell))
    said = {
        "a's output at the last step": steps[:, -1],
        "the average of a's outputs over all steps": steps.mean(axis=1),
        "a's output at the first step": steps[:, 0],
    }
    only_the_answer(fact, lambda option: np.allclose(b, said[option], atol=1e-4))


@proves("rnn-gru-instead")
def test_a_gru_takes_and_gives_the_same_with_fewer_parameters(fact: Fact) -> None:
    lstm, gru = (keras.Sequential([keras.Input((24, 5)), call.of(layers)]) for call in calls(fact))
    changes = {
        "There are fewer parameters": gru.count_params() < lstm.count_params(),
        "The input must become 4-D": len(gru.input_shape) == 4,
        "The output gains a time axis": gru.output_shape != lstm.output_shape,
    }
    only_the_answer(fact, lambda option: changes[option])
