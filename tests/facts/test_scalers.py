"""What each of the four scalers computes, asked of scikit-learn."""

from __future__ import annotations

import importlib
import re
from collections.abc import Callable
from difflib import get_close_matches
from fractions import Fraction
from typing import Any

import numpy as np
import pandas as pd
import pytest
from scipy.sparse import csr_matrix, issparse
from sklearn import preprocessing

from tests.facts.choices import only_the_answer
from tests.facts.code import keywords
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, default, literal, proves

SCALERS = [name for name in dir(preprocessing) if name.endswith("Scaler")]
COLUMN = np.array([[-4.0], [-1.0], [0.0], [2.0], [9.0]])
OUTLIER = np.array([1.0, 2.0, 3.0, 4.0, 100.0])
FORMULAS: dict[str, Callable[[Any], Any]] = {
    "scaler-standard": lambda x: (x - x.mean()) / x.std(),
    "scaler-minmax": lambda x: (x - x.min()) / (x.max() - x.min()),
    "scaler-robust": lambda x: (x - np.median(x)) / iqr(x),
    "scaler-maxabs": lambda x: x / np.abs(x).max(),
}


def iqr(x: Any) -> float:
    return float(np.subtract(*np.percentile(x, [75, 25])))


def scaled(name: str, column: Any, **arguments: Any) -> Any:
    """Return `column` (numbers) as the scaler `name` leaves it."""
    scaler = getattr(preprocessing, name)(**arguments)
    return scaler.fit_transform(np.reshape(column, (-1, 1))).ravel()


def learned(name: str, column: Any, value: float, **arguments: Any) -> float:
    """Return what the scaler `name` makes of `value` after a fit on `column`."""
    scaler = getattr(preprocessing, name)(**arguments).fit(np.reshape(column, (-1, 1)))
    return float(scaler.transform([[value]]).item())


@proves("scaler-standard", "scaler-minmax", "scaler-robust", "scaler-maxabs")
def test_one_scaler_alone_has_this_formula(fact: Fact) -> None:
    wanted = FORMULAS[fact.id](COLUMN.ravel())
    assert [name for name in SCALERS if np.allclose(scaled(name, COLUMN), wanted)] == [fact.answer]


@proves("scaler-import")
def test_where_scalers_are_imported_from(fact: Fact) -> None:
    for name in fact.right:
        module = importlib.import_module(f"sklearn.{name.removeprefix('sklearn.')}")
        assert module.MinMaxScaler is preprocessing.MinMaxScaler


@proves("scaler-four-names")
def test_there_are_just_these_scalers(fact: Fact) -> None:
    assert sorted(fact.right) == SCALERS


@proves("spell-scaler-ending")
def test_the_ending_of_a_scaler(fact: Fact) -> None:
    names = {f"Standard{end.removeprefix('Standard')}" for end in fact.right}
    assert names == {"StandardScaler"} <= set(SCALERS)


@proves("spell-minmax", "spell-robust", "spell-maxabs")
def test_the_misspelled_name_is_refused_and_this_one_meant(fact: Fact) -> None:
    (misspelled,) = re.findall(r"import (\w+)", fact.ask)
    assert not hasattr(preprocessing, misspelled)
    assert get_close_matches(misspelled, dir(preprocessing), 1) == [fact.answer]


@proves("scaler-for-outliers")
def test_which_keeps_the_ordinary_values_apart(fact: Fact) -> None:
    names = fact.answer, *fact.wrong
    spread: dict[str, Any] = {name: np.ptp(scaled(name, OUTLIER)[:4]) for name in names}
    assert max(spread, key=spread.__getitem__) == fact.answer
    assert spread[fact.answer] > 10 * max(spread[wrong] for wrong in fact.wrong)


@proves("scaler-for-sparse")
def test_which_takes_a_sparse_matrix(fact: Fact) -> None:
    names = fact.answer, *fact.wrong
    taking = [name for name in names if outcome(scaled_sparse, name) == "runs"]
    assert taking == [fact.answer]
    assert issparse(scaled_sparse(fact.answer))


def scaled_sparse(name: str, **arguments: Any) -> Any:
    return getattr(preprocessing, name)(**arguments).fit_transform(csr_matrix(COLUMN))


@proves("standard-sparse-argument")
def test_the_argument_for_sparse_matrices(fact: Fact) -> None:
    assert outcome(scaled_sparse, "StandardScaler") == "ValueError"
    assert issparse(scaled_sparse("StandardScaler", **keywords(fact.answer)))


@proves("scaler-minmax-or-maxabs")
def test_which_gives_the_column_of_the_question(fact: Fact) -> None:
    before, after = map(literal, re.findall(r"\[.*?\]", fact.ask))
    giving = [
        name for name in (fact.answer, *fact.wrong) if np.allclose(scaled(name, before), after)
    ]
    assert giving == [fact.answer]


@proves("standard-z")
def test_a_z_score(fact: Fact) -> None:
    mean, deviation, value = map(int, re.findall(r"\d+", fact.ask))
    column = [mean - deviation, mean + deviation]
    assert learned("StandardScaler", column, value) == fact.value


@proves("minmax-middle")
def test_a_value_half_way(fact: Fact) -> None:
    for text in fact.right:
        assert learned("MinMaxScaler", [10, 20], 15) == float(Fraction(text))


@proves("minmax-default-range")
def test_feature_range_by_default(fact: Fact) -> None:
    assert default(preprocessing.MinMaxScaler, "feature_range") == fact.value


@proves("minmax-other-range")
def test_the_range_from_minus_one_to_one(fact: Fact) -> None:
    after = scaled("MinMaxScaler", COLUMN, **keywords(fact.answer))
    assert (after.min(), after.max()) == (-1, 1)


@proves("minmax-test-outside")
def test_a_test_value_beyond_the_maximum(fact: Fact) -> None:
    assert learned("MinMaxScaler", [0, 10], 20) == fact.value


@proves("minmax-clip")
def test_the_argument_that_cuts_off(fact: Fact) -> None:
    assert learned("MinMaxScaler", [0, 10], 15) == 1.5
    assert learned("MinMaxScaler", [0, 10], 15, **keywords(fact.answer)) == 1
    assert learned("MinMaxScaler", [0, 10], -5, **keywords(fact.answer)) == 0


@proves("maxabs-no-negatives")
def test_a_column_without_negatives(fact: Fact) -> None:
    for text in fact.right:
        assert scaled("MaxAbsScaler", [1, 2, 4])[0] == float(Fraction(text))


@proves("robust-two-statistics")
def test_what_robust_scaler_learns(fact: Fact) -> None:
    scaler = preprocessing.RobustScaler().fit(COLUMN)
    said = {"median": np.median(COLUMN), "IQR": iqr(COLUMN)}
    assert {scaler.center_.item(), scaler.scale_.item()} == {said[name] for name in fact.right}


@proves("robust-keeps-outlier")
def test_the_outlier_stays_far_away(fact: Fact) -> None:
    after = scaled("RobustScaler", OUTLIER)[-1]
    said = {
        "It becomes 48.5, still far from the rest": after == 48.5,
        "It is pressed to about 1": abs(after - 1) < 0.5,
        "It counts as an outlier and becomes NaN": np.isnan(after),
        "It is replaced by the median, 3": after == np.median(OUTLIER),
    }
    only_the_answer(fact, said.__getitem__)


@proves("robust-quantiles")
def test_quantile_range_by_default(fact: Fact) -> None:
    assert default(preprocessing.RobustScaler, "quantile_range") == fact.value


@proves("standard-constant-column")
def test_a_column_of_one_value(fact: Fact) -> None:
    assert set(scaled("StandardScaler", [5, 5, 5])) == {fact.value}


@proves("standard-ddof")
def test_the_deviation_by_which_it_divides(fact: Fact) -> None:
    column = pd.Series(scaled("StandardScaler", COLUMN))
    assert column.std() > 1.01
    for text in fact.right:
        assert column.std(ddof=int(text.removeprefix("ddof="))) == pytest.approx(1)
