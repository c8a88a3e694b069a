"""What changed in scikit-learn and Keras, asked of those installed: of the deck versions."""

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
import pytest
import sklearn.metrics
from packaging.version import Version
from sklearn.linear_model import LogisticRegression
from sklearn.preprocessing import OneHotEncoder

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.proof import Fact, default, proves


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
