"""Types of arrays, asked of NumPy: each question's own code is run."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import numpy as np
import pytest

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, literal, proves
from tests.facts.questions import shown
from tests.facts.typenames import all_name
from tests.facts.written import ran


@proves(
    "dta-integers",
    "dta-one-float",
    "dta-nan",
    "dta-none",
    "dta-divide",
    "dta-compare",
    "dta-f32-plus-f64",
    "dta-f32-plus-int",
    "dta-zeros-like",
)
def test_the_type_that_the_code_gives(fact: Fact) -> None:
    all_name(fact, shown(fact))


@proves(
    "dta-mean-of-bool",
    "dta-truncates",
    "dta-set-fraction",
    "dta-f32-large-number",
    "dta-text-to-bool",
)
def test_the_value_that_the_code_gives(fact: Fact) -> None:
    value = shown(fact)
    assert all(np.array_equal(value, literal(right)) for right in fact.right)


@proves("dta-text-to-int", "dta-set-nan", "dta-bool-minus", "dta-ragged", "dta-object-isnan")
def test_the_code_fails(fact: Fact) -> None:
    assert outcome(shown, fact) == fact.answer


@proves("dta-float-makers")
def test_what_makes_floats_unasked(fact: Fact) -> None:
    made = {
        "np.zeros(3)": np.zeros(3),
        "np.ones(3)": np.ones(3),
        "np.linspace(0, 2, 3)": np.linspace(0, 2, 3),
        "np.arange(3)": np.arange(3),
        "np.full(3, 0)": np.full(3, 0),
    }
    floats = {text for text, array in made.items() if array.dtype == np.float64}
    assert {*fact.right} == floats == made.keys() - {*fact.wrong}


@proves("dta-made-float32")
def test_made_of_a_list(fact: Fact) -> None:
    for names in ran(fact, {"values": [1, 2]}):
        assert names["x"].dtype == np.float32


@proves("dta-object-cast")
def test_numbers_freed_from_object(fact: Fact) -> None:
    for names in ran(fact, {"X": np.array([1, 2.5], dtype=object)}):
        assert names["X"].dtype == np.float32
        assert names["X"].tolist() == [1, 2.5]


@proves("dta-mixed-text")
def test_one_text_makes_all_text(fact: Fact) -> None:
    types = [type(one) for one in shown(fact).tolist()]
    said = {
        "all text": [str, str],
        "all whole numbers": [int, int],
        "each keeps its type": [int, str],
    }
    only_the_answer(fact, lambda option: types == said[option])


@proves("dta-nan-to-int")
def test_nan_as_an_integer(fact: Fact) -> None:
    x: Any = np.array([np.nan])
    with pytest.warns(RuntimeWarning, match="invalid value"):
        made = x.astype("int64")[0]
    happens = {
        "a meaningless number": bool(made != 0) and not np.isnan(made),
        "the number 0": bool(made == 0),
        "nothing, a ValueError": False,  # or the line above would have failed
    }
    only_the_answer(fact, lambda option: happens[option])


@proves("dta-concatenate")
def test_joined_arrays(fact: Fact) -> None:
    a: Any = np.zeros(2, "uint8")
    b: Any = np.zeros(2, "float32")
    only_the_answer(fact, lambda option: str(shown(fact, a=a, b=b)) == option)
    assert shown(fact, a=b, b=a) == shown(fact, a=a, b=b)


@proves("dta-bytes")
def test_bytes_of_a_value(fact: Fact) -> None:
    assert all(
        np.dtype(less).itemsize < np.dtype(more).itemsize for less, more in pairwise(fact.steps)
    )


@proves("dta-text-cut")
def test_text_fits_the_longest_at_first(fact: Fact) -> None:
    assert np.array(["cat", "dog"]).dtype.str.endswith(f"U{len(literal(fact.answer))}")
    only_the_answer(fact, lambda option: literal(option) == shown(fact))
