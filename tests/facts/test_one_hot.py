"""The three ways to one-hot, asked of Keras, pandas and scikit-learn."""

from __future__ import annotations

import importlib
import re
from typing import Any

import keras
import numpy as np
import pandas as pd
from keras.utils import to_categorical
from sklearn import preprocessing
from sklearn.preprocessing import OneHotEncoder

from tests.facts.choices import only_the_answer
from tests.facts.code import keywords
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, literal, proves

LABELS = np.array([0, 2, 1, 3])
CITIES = pd.DataFrame({"age": [31, 32, 33], "city": ["Seoul", "Busan", "Seoul"]})


def encoded(values: Any) -> Any:
    """Return what OneHotEncoder makes of a column of `values`."""
    column: Any = np.reshape(values, (-1, 1))
    return OneHotEncoder(sparse_output=False).fit_transform(column)


WAYS: dict[str, Any] = {
    "to_categorical": to_categorical,
    "get_dummies": lambda values: pd.get_dummies(list(values)),
    "OneHotEncoder": encoded,
}


@proves("onehot-vector")
def test_the_row_of_one_class(fact: Fact) -> None:
    assert to_categorical(LABELS)[1].astype(int).tolist() == fact.value


@proves("onehot-keras")
def test_the_function_of_keras(fact: Fact) -> None:
    rows = getattr(keras.utils, fact.answer)(LABELS)
    assert np.array_equal(rows, np.eye(4)[LABELS])


@proves("onehot-keras-import")
def test_where_the_function_is_imported_from(fact: Fact) -> None:
    assert importlib.import_module(f"keras.{fact.answer}").to_categorical is to_categorical


@proves("onehot-pandas")
def test_the_function_of_pandas(fact: Fact) -> None:
    columns = getattr(pd, fact.answer)(pd.Series(["b", "a", "b"]))
    assert columns.astype(int).to_dict("list") == {"a": [0, 1, 0], "b": [1, 0, 1]}


@proves("onehot-sklearn")
def test_the_class_of_scikit_learn(fact: Fact) -> None:
    encoder = getattr(preprocessing, fact.answer)().fit([["red", "S"], ["blue", "M"]])
    assert encoder.transform([["red", "M"]]).toarray().tolist() == [[0, 1, 1, 0]]


@proves("onehot-three-ways")
def test_three_names_from_three_libraries(fact: Fact) -> None:
    rooms = keras.utils, pd, preprocessing
    owners = {name: [room for room in rooms if hasattr(room, name)] for name in fact.right}
    assert sorted(map(len, owners.values())) == [1, 1, 1]
    assert {owner.__name__ for [owner] in owners.values()} == {room.__name__ for room in rooms}
    assert all(np.array_equal(WAYS[name](LABELS), np.eye(4)[LABELS]) for name in fact.right)


@proves("spell-onehotencoder")
def test_the_misspelled_class_is_refused(fact: Fact) -> None:
    misspelled = fact.ask.partition("import ")[2].split()[0]
    assert not hasattr(preprocessing, misspelled)
    assert misspelled.replace("corder", "coder") == fact.answer
    assert hasattr(preprocessing, fact.answer)


@proves("onehot-shape-small", "onehot-labels-from-one", "dummies-labels-from-one")
def test_the_shape_that_comes_out(fact: Fact) -> None:
    labels = literal(fact.ask[fact.ask.index("[") : fact.ask.index("]") + 1])
    (way,) = [way for name, way in WAYS.items() if name in fact.ask]
    assert way(labels).shape == fact.value


@proves("onehot-strings")
def test_which_takes_no_strings(fact: Fact) -> None:
    refusing = [name for name, way in WAYS.items() if outcome(way, ["cat", "dog"]) == "ValueError"]
    assert refusing == [fact.answer]
    assert {*fact.wrong} == {*WAYS} - {fact.answer}


@proves("onehot-eight-columns")
def test_which_makes_a_column_for_0(fact: Fact) -> None:
    labels = np.arange(1, 8)
    columns = {name: way(labels).shape[1] for name, way in WAYS.items()}
    assert columns[fact.answer] == 8
    assert {columns[wrong] for wrong in fact.wrong} == {7}


@proves("onehot-reuse-on-test")
def test_which_gives_the_test_part_the_columns_of_training(fact: Fact) -> None:
    encoder = OneHotEncoder().fit([[0], [1], [2]])
    columns = {
        "OneHotEncoder": encoder.transform([[1]]).shape[1],
        "get_dummies": pd.get_dummies([1]).shape[1],
        "to_categorical": to_categorical([1]).shape[1],
    }
    assert columns[fact.answer] == 3
    assert all(columns[wrong] < 3 for wrong in fact.wrong)


@proves("onehot-which-for-table")
def test_which_leaves_number_columns_alone(fact: Fact) -> None:
    def leaves(name: str) -> bool:
        ways = {**WAYS, "get_dummies": pd.get_dummies, "OneHotEncoder": _encoded_table}
        if outcome(ways[name], CITIES) != "runs":
            return False
        return [*ways[name](CITIES)] == ["age", "city_Busan", "city_Seoul"]

    only_the_answer(fact, leaves)


def _encoded_table(table: pd.DataFrame) -> Any:
    encoder = OneHotEncoder(sparse_output=False).set_output(transform="pandas")
    return encoder.fit_transform(table)


@proves("onehot-num-classes")
def test_the_argument_for_a_fixed_width(fact: Fact) -> None:
    assert to_categorical([0, 3]).shape[1] == 4
    assert to_categorical([0, 3], **keywords(fact.answer)).shape[1] == 5


@proves("onehot-back")
def test_which_code_gives_the_labels_back(fact: Fact) -> None:
    y = to_categorical(np.array([3, 9, 3]), 10)
    said: dict[str, Any] = {
        "np.argmax(y, axis=1)": np.argmax(y, axis=1),
        "np.argmax(y, axis=0)": np.argmax(y, axis=0),
        "np.argmax(y)": np.argmax(y),
        "np.max(y, axis=1)": np.max(y, axis=1),
    }
    assert np.array_equal(said[fact.answer], [3, 9, 3])
    assert not any(np.array_equal(said[wrong], [3, 9, 3]) for wrong in fact.wrong)


@proves("dummies-dtype")
def test_the_dtype_of_dummies(fact: Fact) -> None:
    assert {str(dtype) for dtype in pd.get_dummies(CITIES["city"]).dtypes} == {fact.answer}


@proves("dummies-float")
def test_the_argument_for_floats(fact: Fact) -> None:
    types = [text.partition("=")[2] for text in fact.right]
    for named in types:
        given = getattr(np, named[3:]) if named.startswith("np.") else literal(named)
        assert set(pd.get_dummies(CITIES["city"], dtype=given).dtypes) == {np.dtype("float32")}
    assert {text.partition("=")[0] for text in fact.right} == {"dtype"}


@proves("dummies-mixed-dtype")
def test_the_dtype_of_a_mixed_table(fact: Fact) -> None:
    mixed = pd.get_dummies(CITIES).to_numpy()
    names = [re.sub(r"dtype\('(.*)'\)", r"\1", text) for text in fact.right]
    assert {mixed.dtype} == {np.dtype(name) for name in names}
    assert mixed.astype("float32").dtype == "float32"
