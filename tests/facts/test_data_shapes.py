"""Shapes of arrays, asked of NumPy."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np
from sklearn.model_selection import train_test_split

from tests.facts.choices import only_the_answer
from tests.facts.code import calls
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, literal, proves
from tests.facts.tuples import shape

CODE: dict[str, Callable[[Any], Any]] = {
    "x[0]": lambda x: x[0],
    "x[:1]": lambda x: x[:1],
    "x.reshape(-1, 784)": lambda x: x.reshape(-1, 784),
    "x.reshape(1000, 10, 3)": lambda x: x.reshape(1000, 10, 3),
    "x.reshape(-1, 28, -1)": lambda x: x.reshape(-1, 28, -1),
    "x.reshape(2, 3)": lambda x: x.reshape(2, 3),
    "x.reshape(3, 2)": lambda x: x.reshape(3, 2),
}


def array(fact: Fact) -> Any:
    """Return an array of the first shape in the question, its memory never touched."""
    return np.empty(shape(fact), "uint8")


def code(fact: Fact) -> Callable[[Any], Any]:
    """Return what the code in the question does."""
    (run,) = (run for text, run in CODE.items() if text in fact.ask.replace(".shape?", "?"))
    return run


@proves("shapes-ndim-word")
def test_the_attribute_counts_the_axes(fact: Fact) -> None:
    names = [name.removeprefix("x.") for name in fact.right]
    assert [getattr(np.empty((2, 3, 4)), name) for name in names] == [3] * len(names)


@proves("shapes-count-axes")
def test_the_axes_are_the_places_of_the_shape(fact: Fact) -> None:
    axes = array(fact).ndim
    assert {int(answer[0]) for answer in fact.right} == {axes}


@proves("shapes-how-many-samples")
def test_samples_lie_along_the_first_axis(fact: Fact) -> None:
    said = {"ten thousand": 10_000, "one thousand": 1000, "ten": 10}
    said["three hundred thousand"] = array(fact).size
    only_the_answer(fact, lambda option: len(array(fact)) == said[option])


@proves("shapes-one-sample", "shapes-slice-keeps-axis", "shapes-minus-one")
def test_the_code_gives_that_shape(fact: Fact) -> None:
    assert code(fact)(array(fact)).shape == fact.value


@proves("shapes-vector", "shapes-nested-brackets")
def test_the_array_in_the_question_has_that_shape(fact: Fact) -> None:
    ((values,),) = (call.args for call in calls(fact))
    assert np.array(values).shape == fact.value


@proves("shapes-no-parentheses")
def test_a_shape_cannot_be_called(fact: Fact) -> None:
    x: Any = np.zeros(2)
    assert outcome(lambda: x.shape()) == fact.answer


@proves("shapes-expand-dims")
def test_the_function_adds_an_axis_in_front(fact: Fact) -> None:
    assert getattr(np, fact.holes[0])(np.empty((28, 28, 1)), axis=0).shape == (1, 28, 28, 1)


@proves("shapes-reshape-product")
def test_every_right_number_flattens_the_images(fact: Fact) -> None:
    number = {"784": 784, "28*28": 28 * 28, "28x28": 28 * 28, "28×28": 28 * 28, "-1": -1}
    flat = {array(fact).reshape(10000, number[right]).shape for right in fact.right}
    assert flat == {(10000, literal(fact.holes[0]))}


@proves("shapes-cannot-reshape")
def test_only_the_number_of_values_stands_in_the_way(fact: Fact) -> None:
    assert outcome(lambda: code(fact)(array(fact))) == "ValueError"
    stands_in_the_way = {
        "The new form holds only 30000 values": 1000 * 10 * 3 == 30000 < array(fact).size,
        "4-D cannot become 3-D": outcome(lambda: array(fact).reshape(10000, 10, 3)) != "runs",
        "The sample axis cannot be changed": outcome(lambda: array(fact).reshape(1000, 10, 30))
        != "runs",
    }
    only_the_answer(fact, lambda option: stands_in_the_way[option])


@proves("shapes-two-minus-ones")
def test_reshape_works_out_one_number_only(fact: Fact) -> None:
    assert outcome(lambda: code(fact)(array(fact))) == fact.answer


@proves("shapes-minus-one-divides")
def test_reshape_neither_drops_nor_adds_values(fact: Fact) -> None:
    (values,) = (call.args for call in calls(fact) if call.name == "arange")
    assert outcome(lambda: np.arange(*values).reshape(shape(fact))) == fact.answer


@proves("shapes-reshape-returns")
def test_reshape_leaves_its_array_as_it_is(fact: Fact) -> None:
    x: Any = np.arange(6)
    new = code(fact)(x)
    assert x.shape == fact.value
    assert new.shape != fact.value


@proves("shapes-reshape-no-transpose")
def test_reshape_deals_values_out_in_order(fact: Fact) -> None:
    found = re.search(r"\[\[.*?\]\]", fact.ask)
    x = np.array(literal(found[0])) if found else None
    assert code(fact)(x)[0].tolist() == fact.value != np.transpose(x)[0].tolist()


@proves("shapes-samples-of-x-and-y")
def test_x_and_y_need_the_same_number_of_samples(fact: Fact) -> None:
    x: Any = np.zeros((100, 4))
    y: Any = np.zeros(100)
    same = {
        "X.shape[0], y.shape[0]": x.shape[0] == y.shape[0],
        "X.shape, y.shape": x.shape == y.shape,
        "X.ndim, y.ndim": x.ndim == y.ndim,
    }
    assert outcome(lambda: train_test_split(x, y)) == "runs"
    assert outcome(lambda: train_test_split(x, y[1:])) == "ValueError"
    only_the_answer(fact, lambda option: same[option])


@proves("shapes-broadcast-trap")
def test_subtracting_a_column_from_a_row_makes_a_table(fact: Fact) -> None:
    assert (np.zeros(3) - np.zeros((3, 1))).shape == fact.value
