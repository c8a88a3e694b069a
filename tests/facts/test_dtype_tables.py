"""Types of columns, asked of pandas: each question's own code is run."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pandas as pd
import pytest

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, literal, proves
from tests.facts.questions import shown
from tests.facts.typenames import all_name
from tests.facts.written import ran


@proves(
    "dtp-gap",
    "dtp-coerced",
    "dtp-mixed-object",
    "dtp-bool-gap",
    "dtp-filled",
    "dtp-one-row",
    "dtp-shift",
    "dtp-map-unknown",
)
def test_the_type_that_the_code_gives(fact: Fact) -> None:
    all_name(fact, shown(fact))


@proves("dtp-text-sum", "dtp-codes-order", "dtp-codes-gap")
def test_the_value_that_the_code_gives(fact: Fact) -> None:
    value = shown(fact)
    assert fact.value == value
    assert all(str(value) == right or [*literal(right)] == value for right in fact.right[1:])


@proves("dtp-text-max")
def test_the_largest_text(fact: Fact) -> None:
    only_the_answer(fact, lambda option: literal(option) == shown(fact))


@proves("dtp-set-fraction", "dtp-category-new-value", "dtp-astype-text")
def test_the_code_fails(fact: Fact) -> None:
    given = {
        "s": pd.Series(["a", "b"], dtype="category"),
        "df": pd.DataFrame({"city": ["Seoul"], "age": [20]}),
    }
    assert outcome(lambda: shown(fact, **given)) == fact.answer


@proves("dtp-int-with-gap")
def test_an_integer_needs_a_number(fact: Fact) -> None:
    happens = {
        "It raises an error": outcome(shown, fact) == "IntCastingNaNError",
        "It turns the NaN into 0": outcome(shown, fact) == "runs",
        "It turns the NaN into a huge negative number": outcome(shown, fact) == "runs",
    }
    only_the_answer(fact, lambda option: happens[option])


@proves("dtp-info")
def test_a_table_described(fact: Fact, capsys: pytest.CaptureFixture[str]) -> None:
    getattr(pd.DataFrame({"a": [1, None]}), fact.holes[0])()
    said = capsys.readouterr().out
    assert "1 non-null" in said
    assert "float64" in said


@proves("dtp-coerce")
def test_what_is_no_number_becomes_nan(fact: Fact) -> None:
    s: Any = pd.to_numeric(pd.Series(["1", "x"]), errors=fact.holes[0])
    assert s.isna().tolist() == [False, True]


@proves("dtp-capital-int")
def test_integers_with_a_gap(fact: Fact) -> None:
    for right in fact.right:
        s = pd.Series([1, None]).astype(right)
        assert (s[0], s.isna()[1], pd.api.types.is_integer_dtype(s)) == (1, True, True)
        assert outcome(pd.Series([1, None]).astype, right.lower()) != "runs"


@proves("dtp-capital-int-in-keras")
def test_keras_does_not_know_types_of_pandas(fact: Fact) -> None:
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    df = pd.DataFrame({"a": [1, 2]})
    assert outcome(shown, fact, model=model, df=df.astype("Int64")) == fact.answer
    assert outcome(shown, fact, model=model, df=df) == "runs"


@proves("dtp-category-name")
def test_text_as_fixed_kinds(fact: Fact) -> None:
    s = pd.Series(["a", "b", "a"]).astype(fact.holes[0])
    assert s.cat.categories.tolist() == ["a", "b"]


@proves("dtp-select")
def test_columns_of_numbers(fact: Fact) -> None:
    df = pd.DataFrame({"a": [1], "b": [0.5], "c": ["x"]})
    assert df.select_dtypes(fact.holes[0]).columns.tolist() == ["a", "b"]


@proves("dtp-select-bool")
def test_bools_are_no_numbers_to_select(fact: Fact) -> None:
    df = pd.get_dummies(pd.DataFrame({"a": [1], "c": ["x"]}))
    kept = shown(fact, df=df)
    happens = {
        "leaves them out": "c_x" not in kept,
        "keeps them as they are": "c_x" in kept and kept["c_x"].dtype == bool,
        "keeps them as 0 and 1": "c_x" in kept and kept["c_x"].dtype != bool,
    }
    only_the_answer(fact, lambda option: happens[option])


@proves("dtp-left-merge")
def test_rows_without_a_partner(fact: Fact) -> None:
    a = pd.DataFrame({"key": ["x", "y"]})
    b = pd.DataFrame({"key": ["x"], "n": [1]})
    assert b["n"].dtype == np.int64
    all_name(fact, shown(fact, a=a, b=b)["n"].dtype)


@proves("dtp-fill-and-cast")
def test_filled_and_cast(fact: Fact) -> None:
    for names in ran(fact, {"df": pd.DataFrame({"age": [1, None]})}):
        assert names["df"]["age"].dtype == np.int64
        assert names["df"]["age"].tolist() == [1, 0]


@proves("dtp-cast-one-column")
def test_one_column_cast(fact: Fact) -> None:
    for names in ran(fact, {"df": pd.DataFrame({"age": [1], "city": ["x"]})}):
        assert [str(one) for one in names["df"].dtypes] == ["float32", "str"]


@proves("dtp-yes-to-one")
def test_words_as_one_and_zero(fact: Fact) -> None:
    s = pd.Series(["yes", "no"])
    ways: dict[str, Any] = {
        "s.map({'yes': 1, 'no': 0})": lambda: s.map({"yes": 1, "no": 0}),
        "s.replace({'yes': 1, 'no': 0})": lambda: s.replace({"yes": 1, "no": 0}),
        "s.astype(int)": lambda: s.astype(int),
        "s.astype('category')": lambda: s.astype("category"),
    }

    def fits(option: str) -> bool:
        return outcome(ways[option]) == "runs" and str(ways[option]().dtype) == "int64"

    only_the_answer(fact, fits)
    assert (s == "yes").astype(int).tolist() == [1, 0]
