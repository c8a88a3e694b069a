"""What changed in the libraries, asked of those installed: the cards of the deck versions."""

from __future__ import annotations

import importlib
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pandas as pd
import pytest
import sklearn.metrics
from packaging.version import Version
from pandas.errors import ChainedAssignmentError
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import OneHotEncoder

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, default, literal, proves


def model() -> Any:
    return keras.Sequential([keras.Input((4,)), keras.layers.Dense(3)])


@proves("ver-warning")
def test_what_deprecated_means(fact: Fact) -> None:
    with pytest.warns(FutureWarning) as warned:
        ended = outcome(lambda: LogisticRegression(penalty="l2").fit([[0], [1]], [0, 1]))
    (message,) = re.findall(r"warns that (.*?)\. When", fact.ask)
    assert message in str(warned[0].message)
    now, gone = (Version(version) for version in ("1.9", message.split()[-1]))
    assert Version(sklearn.__version__).release[:2] == now.release
    said = {
        "with the version after 1.9": gone > now and gone.minor == now.minor + 1,
        "already now, in 1.9": ended != "runs",
        "since 1.8": ended != "runs",
        "with 2.0": gone == Version("2.0"),
    }
    only_the_answer(fact, lambda option: said[option])


@proves("ver-experimental")
def test_what_experimental_means(fact: Fact) -> None:
    # In a process of its own, as imblearn would enable it.
    line = "from sklearn.model_selection import HalvingRandomSearchCV"
    done = subprocess.run([sys.executable, "-c", line], capture_output=True, text=True, check=False)
    said = {
        "It may change without notice": "might change without any deprecation cycle",
        "Its results may be wrong": "wrong",
        "It will be removed soon": "removed",
        "It has to be installed separately": "install",
    }
    error = " ".join(done.stderr.split("ImportError: ")[1].split())
    only_the_answer(fact, lambda option: said[option] in error)


@proves("ver-feature-names")
def test_the_names_of_columns_that_come_out(fact: Fact) -> None:
    encoder = OneHotEncoder().fit([["a"], ["b"]])
    assert getattr(encoder, fact.answer)().tolist() == ["x0_a", "x0_b"]
    assert not hasattr(encoder, "get_feature_names")


@proves("ver-rmse")
def test_the_root_of_the_squared_error(fact: Fact) -> None:
    y, p = [1, 2], [2, 4]
    squared = sklearn.metrics.mean_squared_error
    assert getattr(sklearn.metrics, fact.answer)(y, p) == pytest.approx(squared(y, p) ** 0.5)
    assert outcome(lambda: squared(y, p, squared=False)) == "TypeError"


@proves("ver-keras-backend")
def test_the_variable_that_picks_the_backend(fact: Fact, monkeypatch: pytest.MonkeyPatch) -> None:
    before = os.environ[fact.answer]
    assert before == keras.config.backend()
    monkeypatch.setenv(fact.answer, "jax")
    assert keras.config.backend() == before


@pytest.mark.fit
@proves("ver-tf-keras")
def test_the_keras_of_tensorflow(fact: Fact) -> None:
    import tensorflow as tf

    said = {
        "the same Keras 3 as import keras": tf.keras.layers.Dense is keras.layers.Dense
        and keras.__version__.startswith("3."),
        "a Keras 2 inside TensorFlow": tf.keras.__version__.startswith("2."),
        "a Keras 2.21, numbered like TensorFlow": tf.keras.__version__ == tf.__version__,
    }
    only_the_answer(fact, lambda option: said[option])
    assert tf.__version__.startswith("2.21")


@proves("ver-keras-paths")
def test_where_layers_are(fact: Fact) -> None:
    def works(line: str) -> bool:
        room, name = re.findall(r"from (\S+) import (\w+)", line)[0]
        return outcome(lambda: getattr(importlib.import_module(room), name)) == "runs"

    only_the_answer(fact, works)


@proves("ver-predict-classes")
def test_a_method_that_is_gone(fact: Fact) -> None:
    ended = outcome(lambda: model().predict_classes(np.zeros((2, 4))))
    only_the_answer(fact, lambda option: option == ended)


@proves("ver-learning-rate")
def test_the_argument_once_called_lr(fact: Fact) -> None:
    assert outcome(lambda: keras.optimizers.Adam(lr=0.001)) == "ValueError"
    assert outcome(lambda: keras.optimizers.Adam(**{fact.answer: 0.001})) == "runs"
    assert default(keras.optimizers.Adam, fact.answer) == 0.001


@proves("ver-keras-save")
def test_saving_without_a_file_ending(fact: Fact, tmp_path: Path) -> None:
    ended = outcome(lambda: model().save(tmp_path / "my_model"))
    only_the_answer(fact, lambda option: option == ended)
    assert [*tmp_path.iterdir()] == []
    model().save(tmp_path / "my_model.keras")
    assert [file.name for file in tmp_path.iterdir()] == ["my_model.keras"]


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
