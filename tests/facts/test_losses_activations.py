"""Activations and the outputs they shape, asked of Keras."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

import keras
import numpy as np
import pytest
from keras import activations, layers
from sklearn.datasets import load_digits
from sklearn.utils.multiclass import type_of_target

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, proves

NUMBERS = np.array([[-50.0], [-4.0], [-0.3], [0.0], [0.3], [4.0], [50.0]], dtype="float32")
SCORES = np.array([[2.0, 1.0, 0.1], [-4.0, 7.0, 0.0]], dtype="float32")


def activated(name: str, numbers: Any) -> Any:
    return np.asarray(activations.get(name)(keras.ops.convert_to_tensor(numbers)))


def of_one_number() -> list[str]:
    """Return the names of all activations that Keras applies number by number."""
    return [name for name in dir(activations) if outcome(_alone, name) == "runs"]


def _alone(name: str) -> None:
    each = np.concatenate([activated(name, number[None]) for number in NUMBERS])
    assert np.allclose(activated(name, NUMBERS), each)


@pytest.mark.filterwarnings("ignore:You are using a softmax")
@proves("act-binary-choice")
def test_one_output_becomes_a_probability_that_varies(fact: Fact) -> None:
    def fits(name: str) -> bool:
        put_out = activated(name, NUMBERS)
        return bool(put_out.min() >= 0 and put_out.max() <= 1 and np.ptp(put_out) > 0)

    only_the_answer(fact, fits)


@proves("act-s-curve")
def test_the_only_smooth_rise_from_0_to_1(fact: Fact) -> None:
    def is_s(name: str) -> bool:
        near = activated(name, NUMBERS[1:-1])
        rises = bool((np.diff(near, axis=0) > 0).all() and near.min() > 0 and near.max() < 1)
        return rises and np.allclose(activated(name, NUMBERS[[0, -1]]), [[0], [1]])

    assert [name for name in of_one_number() if is_s(name)] == [fact.answer]


@proves("act-sum-to-one")
def test_exponentials_over_their_sum(fact: Fact) -> None:
    shares = np.exp(SCORES) / np.exp(SCORES).sum(axis=1, keepdims=True)
    assert np.allclose(activated(fact.answer, SCORES), shares)


@proves("task-two-classes")
def test_scikit_learn_names_the_task(fact: Fact) -> None:
    assert f"{type_of_target(['spam', 'ham', 'spam'])} classification" == fact.answer


@proves("output-units-digits")
def test_a_unit_for_each_digit(fact: Fact) -> None:
    classes = load_digits().target_names
    assert layers.Dense(fact.value, activation="softmax")(np.ones((1, 4))).shape[1] == len(classes)


@proves("act-relu")
def test_the_only_one_that_stops_negatives_and_keeps_the_rest(fact: Fact) -> None:
    kept = np.maximum(NUMBERS, 0)
    same = [name for name in of_one_number() if np.array_equal(activated(name, NUMBERS), kept)]
    assert same == [fact.answer]


@proves("sigmoid-at-zero")
def test_the_middle_of_the_s(fact: Fact) -> None:
    middle = float(activated("sigmoid", np.zeros((1, 1))).item())
    assert {middle} == {float(Fraction(text)) for text in fact.right}


@proves("softmax-sum")
def test_equal_scores_share_equally(fact: Fact) -> None:
    shares = activated("softmax", np.array([[3.0] * 4, [-5.0] * 4], "float32"))
    for text in fact.right:
        assert np.allclose(shares, float(Fraction(text)))


@proves("spell-softmax")
def test_keras_knows_the_mended_activation_only(fact: Fact) -> None:
    (misspelled,) = re.findall(r"'(\w+)'", fact.ask)
    assert outcome(layers.Dense, 3, activation=misspelled) == "ValueError"
    assert layers.Dense(3, activation=fact.answer).activation is activations.softmax


@proves("activation-case")
def test_a_capital_in_an_activation(fact: Fact) -> None:
    assert outcome(layers.Dense, 3, activation="Softmax") == fact.answer


@proves("softmax-one-unit")
def test_softmax_over_a_single_score(fact: Fact) -> None:
    with pytest.warns(UserWarning, match="softmax"):
        put_out = layers.Dense(1, activation="softmax")(NUMBERS)
    assert np.array_equal(np.asarray(put_out), np.full((len(NUMBERS), 1), fact.value))


@proves("sigmoid-or-softmax-three")
def test_outputs_that_do_not_affect_one_another(fact: Fact) -> None:
    def fits(name: str) -> bool:
        before, after = (activated(name, np.array([[s, 1.0, 0.1]], "float32")) for s in (2, 5))
        return bool(np.allclose(before[:, 1:], after[:, 1:]) and after.max() <= 1)

    only_the_answer(fact, fits)


@proves("sigmoid-to-class")
def test_probabilities_become_classes(fact: Fact) -> None:
    p = np.array([[0.01], [0.4], [0.6], [0.99]])
    said: dict[str, Any] = {
        "(p > 0.5).astype(int)": (p > 0.5).astype(int),
        "np.argmax(p, axis=1)": np.argmax(p, axis=1),
        "p.astype(int)": p.astype(int),
        "np.ceil(p)": np.ceil(p),
    }
    assert [*said[fact.answer].ravel()] == [0, 0, 1, 1]
    assert all([*said[wrong].ravel()] != [0, 0, 1, 1] for wrong in fact.wrong)
