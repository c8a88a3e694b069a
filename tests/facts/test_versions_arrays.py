"""What changed in NumPy and pandas, asked of those installed: of the deck versions."""

from __future__ import annotations

import re

import numpy as np
import pandas as pd
import pytest
from pandas.errors import ChainedAssignmentError

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, literal, proves


@proves("ver-np-names", "ver-np-nan")
def test_which_names_numpy_has(fact: Fact) -> None:
    only_the_answer(fact, lambda option: option.removeprefix("np.") in dir(np))


@proves("ver-np-astype")
def test_the_type_once_called_np_float(fact: Fact) -> None:
    def works(option: str) -> bool:
        (given,) = re.findall(r"astype\((.*)\)", option)
        if given.startswith("np."):
            return hasattr(np, given.removeprefix("np."))
        type = {"float": float}.get(given, literal(given))
        return outcome(lambda: np.zeros(2).astype(type)) == "runs"

    only_the_answer(fact, works)
    assert not hasattr(np, "float")


@proves("ver-np-repr")
def test_how_numbers_in_a_list_look(fact: Fact) -> None:
    shown = str([np.mean([0, 1])])
    only_the_answer(fact, lambda option: option == shown)


@proves("ver-np-scalar")
def test_a_plain_number_adapts(fact: Fact) -> None:
    kinds = {
        "still np.float32": np.float32,
        "the larger np.float64": np.float64,
        "Python's own float": float,
    }
    only_the_answer(fact, lambda option: type(np.float32(3) + 3.0) is kinds[option])
    assert type(np.float32(3) + np.float64(3)) is np.float64


@proves("ver-np-overflow")
def test_a_number_too_large_for_uint8(fact: Fact) -> None:
    ended = outcome(lambda: np.array([200], "uint8") + 300)
    only_the_answer(fact, lambda option: option == ended)


@proves("ver-pd-str")
def test_the_type_of_text(fact: Fact) -> None:
    assert str(pd.Series(["a", "b"]).dtype) == fact.answer


@proves("ver-pd-is-string")
def test_how_to_ask_for_text(fact: Fact) -> None:
    s = pd.Series(["a", "b"])
    said = {
        "pd.api.types.is_string_dtype(s)": pd.api.types.is_string_dtype(s),
        "pd.api.types.is_object_dtype(s)": pd.api.types.is_object_dtype(s),
        "s.dtype == object": s.dtype == object,
        "s.dtype is str": s.dtype is str,
    }
    only_the_answer(fact, lambda option: said[option])


@proves("ver-pd-chained")
def test_setting_in_two_steps(fact: Fact) -> None:
    df = pd.DataFrame({"a": [1, 2, 3]})
    with pytest.warns(ChainedAssignmentError):
        df["a"][0] = 100
    after = {
        "Nothing": [1, 2, 3],
        "Its first value becomes 100": [100, 2, 3],
        "The whole column becomes 100": [100, 100, 100],
    }
    only_the_answer(fact, lambda option: df["a"].tolist() == after[option])


@proves("ver-pd-loc")
def test_setting_in_one_step(fact: Fact) -> None:
    for name in fact.right:
        df = pd.DataFrame({"a": [1, 2, 3]})
        getattr(df, name)[0, "a"] = 100
        assert df["a"].tolist() == [100, 2, 3]


@proves("ver-pd-cow")
def test_what_was_taken_out_is_a_copy(fact: Fact) -> None:
    df = pd.DataFrame({"a": [1, 2, 3]})
    s = df["a"]
    s.iloc[0] = 100
    assert df["a"].iloc[0] == fact.value


@proves("ver-pd-fillna")
def test_filling_gaps(fact: Fact) -> None:
    def filled(option: str) -> bool:
        df = pd.DataFrame({"a": [1, None]})
        if "inplace" in option:
            with pytest.warns(ChainedAssignmentError):
                df["a"].fillna(0, inplace=True)
        elif option.startswith("df['a'] ="):
            df["a"] = df["a"].fillna(0)
        else:
            df["a"].fillna(0)
        return bool((df["a"] == [1, 0]).all())

    only_the_answer(fact, filled)


@proves("ver-pd-append")
def test_putting_frames_together(fact: Fact) -> None:
    (name,) = fact.holes
    df = pd.DataFrame({"a": [1]})
    assert not hasattr(df, "append")
    assert getattr(pd, name)([df, df])["a"].tolist() == [1, 1]
