"""Types that reading a file gives, asked of pandas: of the deck dtype-tables."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pandas as pd

from tests.facts.proof import Fact, literal, proves
from tests.facts.typenames import all_name


def column(text: str, **options: Any) -> Any:
    """Return the column a of a CSV file whose cells in it are `text`, a line each."""
    return pd.read_csv(
        StringIO("a,b\n" + "".join(f'"{line}",x\n' for line in text.split())), **options
    )["a"]


@proves("dtp-question-mark")
def test_one_sign_makes_a_column_text(fact: Fact) -> None:
    assert "20, ?, 31" in fact.ask
    all_name(fact, column("20 ? 31").dtype)
    assert column("20 30 31").dtype == "int64"


@proves("dtp-dates")
def test_a_date_is_read_as_text(fact: Fact) -> None:
    assert "2011-01-20" in fact.ask
    all_name(fact, column("2011-01-20").dtype)


@proves("dtp-na-values")
def test_a_sign_for_gaps(fact: Fact) -> None:
    assert column("20 ? 31", **{fact.holes[0]: "?"}).dtype == "float64"


@proves("dtp-thousands")
def test_commas_in_numbers(fact: Fact) -> None:
    assert column("1,200").dtype == "str"
    assert column("1,200", **{fact.holes[0]: ","}).tolist() == [1200]


@proves("dtp-zeros-lost")
def test_zeros_in_front(fact: Fact) -> None:
    assert "007" in fact.ask
    assert column("007").tolist() == [literal(fact.answer)]
    assert column("007", dtype={"a": str}).tolist() == ["007"]


@proves("dtp-parse-dates")
def test_a_date_read_as_one(fact: Fact) -> None:
    assert column("2011-01-20", **{fact.holes[0]: ["a"]}).dt.year.tolist() == [2011]
