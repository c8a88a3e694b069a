"""OneHotEncoder, its steps and its versions, asked of scikit-learn."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import numpy as np
import pandas as pd
import sklearn
from scipy.sparse import issparse
from sklearn.neighbors import KNeighborsClassifier
from sklearn.preprocessing import OneHotEncoder

from tests.facts.choices import only_the_answer
from tests.facts.code import keywords
from tests.facts.outcome import outcome
from tests.facts.program import orders_that_run
from tests.facts.proof import Fact, literal, proves

CITIES = [["Seoul"], ["Busan"], ["Seoul"]]


@proves("onehot-encoder-steps")
def test_only_one_order_of_the_steps_runs(fact: Fact) -> None:
    names = {"X_train": CITIES, "X_test": [["Busan"]], "y_train": [1, 0, 1]}
    given: dict[str, Any] = {name: partial(list, value) for name, value in names.items()}
    model = partial(KNeighborsClassifier, 1)
    orders = orders_that_run(fact, **given, model=model, OneHotEncoder=lambda: OneHotEncoder)
    assert orders == [fact.steps]


@proves("onehot-sparse-default")
def test_what_comes_out_by_default(fact: Fact) -> None:
    rows = OneHotEncoder().fit_transform(CITIES)
    said = {
        "a SciPy sparse matrix": issparse(rows),
        "a NumPy array": isinstance(rows, np.ndarray),
        "a pandas DataFrame": isinstance(rows, pd.DataFrame),
    }
    only_the_answer(fact, said.__getitem__)


@proves("onehot-toarray")
def test_the_method_that_makes_an_array(fact: Fact) -> None:
    rows = getattr(OneHotEncoder().fit_transform(CITIES), fact.answer)()
    assert type(rows) is np.ndarray
    assert rows.tolist() == [[0, 1], [1, 0], [0, 1]]


@proves("onehot-sparse-output")
def test_the_argument_for_an_array(fact: Fact) -> None:
    rows = OneHotEncoder(**keywords(fact.answer)).fit_transform(CITIES)
    assert isinstance(rows, np.ndarray)


def renamed() -> tuple[str, str, str]:
    """Return the version, the old and the new name that the documentation gives."""
    told = re.search(
        r"versionadded:: ([\d.]+)\s+`(\w+)` was renamed to `(\w+)`", OneHotEncoder.__doc__
    )
    assert told
    return told[1], told[2], told[3]


@proves("onehot-sparse-old")
def test_the_name_before_it_was_renamed(fact: Fact) -> None:
    _, old, new = renamed()
    assert keywords(fact.answer) == {old: False}
    assert isinstance(OneHotEncoder(**{new: False}).fit_transform(CITIES), np.ndarray)


@proves("onehot-sparse-error")
def test_the_old_name_today(fact: Fact) -> None:
    assert outcome(OneHotEncoder, sparse=False) == fact.answer


@proves("onehot-sparse-since")
def test_the_version_of_the_new_name(fact: Fact) -> None:
    version, *_ = renamed()
    assert {text.removesuffix(".0") for text in fact.right} == {version}


@proves("version-attribute")
def test_where_the_version_stands(fact: Fact) -> None:
    assert re.fullmatch(r"\d+\.\d+\S*", getattr(sklearn, fact.answer))


@proves("onehot-two-dimensions")
def test_labels_become_a_column(fact: Fact) -> None:
    y = np.array([0, 3, 1, 4, 2])
    assert outcome(OneHotEncoder().fit, y) == "ValueError"
    for text in fact.right:
        assert OneHotEncoder().fit_transform(y.reshape(literal(text))).shape == (5, 5)


@proves("onehot-unknown-error")
def test_a_category_that_fit_never_saw(fact: Fact) -> None:
    encoder = OneHotEncoder().fit([["a"], ["b"]])
    assert f"It raises a {outcome(encoder.transform, [['c']])}" == fact.answer


@proves("onehot-ignore-unknown")
def test_the_argument_that_leaves_unknown_ones_empty(fact: Fact) -> None:
    encoder = OneHotEncoder(**keywords(fact.answer), min_frequency=2).fit(CITIES)
    assert encoder.transform([["Jeju"]]).toarray().tolist() == [[0, 0]]
