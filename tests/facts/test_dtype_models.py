"""Types that models take and give, asked of Keras and scikit-learn."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pandas as pd
from sklearn.linear_model import LinearRegression, LogisticRegression
from sklearn.preprocessing import LabelEncoder, OneHotEncoder, StandardScaler

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, literal, proves
from tests.facts.questions import lines, shown
from tests.facts.typenames import all_name

X = np.array([[1, 2], [3, 5]])
ROOM = {
    "keras": keras,
    "LabelEncoder": LabelEncoder,
    "StandardScaler": StandardScaler,
    "LogisticRegression": LogisticRegression,
    "model": keras.Sequential([keras.Input((2,)), keras.layers.Dense(1)]),
}


@proves("dtm-floatx")
def test_the_type_that_keras_computes_in(fact: Fact) -> None:
    model: Any = ROOM["model"]
    assert fact.right == (keras.config.floatx(),)
    assert keras.backend.standardize_dtype(model.layers[0].kernel.dtype) == fact.answer


@proves("dtm-predict")
def test_what_predict_gives(fact: Fact) -> None:
    all_name(fact, shown(fact, **ROOM, X=X.astype("float64")).dtype)


@proves("dtm-object", "dtm-list")
def test_predict_fails(fact: Fact) -> None:
    assert outcome(shown, fact, **ROOM, X=X.astype(object)) == fact.answer
    assert outcome(ROOM["model"].predict, X) == "runs"


@proves("dtm-which-fails")
def test_what_keras_refuses(fact: Fact) -> None:
    df = pd.DataFrame({"a": [1, 2], "b": [True, False]})
    given: dict[str, Any] = {
        "model.predict(df)": df,
        "model.predict(df.to_numpy())": df.to_numpy(),
        "model.predict(df.astype('float32'))": df.astype("float32"),
        "model.predict(df.to_numpy('float32'))": df.to_numpy("float32"),
    }
    model: Any = ROOM["model"]
    only_the_answer(fact, lambda option: outcome(model.predict, given[option]) != "runs")


@proves("dtm-to-categorical", "dtm-label-encoder")
def test_the_type_that_the_code_gives(fact: Fact) -> None:
    all_name(fact, shown(fact, **ROOM))


@proves("dtm-argmax", "dtm-scaled-int")
def test_the_type_that_comes_of_x(fact: Fact) -> None:
    all_name(fact, shown(fact, **ROOM, X=X, p=X.astype("float32")))


@proves("dtm-to-categorical-cuts")
def test_fractions_of_labels_are_cut(fact: Fact) -> None:
    labels = np.array(literal(lines(fact)[0]))
    back = keras.utils.to_categorical(labels).argmax(axis=1)
    assert all([*literal(right)] == back.tolist() for right in fact.right)


@proves("dtm-text-labels")
def test_who_learns_from_text(fact: Fact) -> None:
    y = np.array(["cat", "dog"])
    p = np.array([[0.2, 0.8], [0.7, 0.3]], "float32")
    ways: dict[str, Any] = {
        "sklearn.linear_model.LogisticRegression": lambda: LogisticRegression().fit(X, y),
        "sklearn.linear_model.LinearRegression": lambda: LinearRegression().fit(X, y),
        "keras.losses.SparseCategoricalCrossentropy": (
            lambda: keras.losses.SparseCategoricalCrossentropy()(y, p)
        ),
        "keras.losses.BinaryCrossentropy": lambda: keras.losses.BinaryCrossentropy()(y, p[:, 0]),
    }
    only_the_answer(fact, lambda option: outcome(ways[option]) == "runs")


@proves("dtm-object-labels")
def test_labels_in_an_object_array(fact: Fact) -> None:
    assert outcome(shown, fact, **ROOM, X=X) == fact.answer
    assert outcome(LogisticRegression().fit, X, np.array([0, 1])) == "runs"


@proves("dtm-predicted-type")
def test_labels_come_back_as_learned(fact: Fact) -> None:
    names: dict[str, Any] = {"np": np}
    exec(lines(fact)[0], names)
    all_name(fact, LogisticRegression().fit(X, names["y"]).predict(X).dtype)


@proves("dtm-scaled-f32")
def test_a_scaler_keeps_the_type_of_floats(fact: Fact) -> None:
    floats = X.astype("float32")
    times = StandardScaler().fit_transform(floats).nbytes / floats.nbytes
    said = {"as much": 1, "twice as much": 2, "half as much": 0.5}
    only_the_answer(fact, lambda option: times == said[option])


@proves("dtm-encoded")
def test_the_type_of_one_hot_columns(fact: Fact) -> None:
    all_name(fact, OneHotEncoder().fit_transform(X).dtype)


@proves("dtm-labels-checklist")
def test_the_attributes_of_an_array(fact: Fact) -> None:
    x: Any = np.zeros((2, 3), "uint8")
    said = [getattr(x, name.removeprefix("x.")) for name in fact.right]
    assert said == [np.uint8, (2, 3), 2]
