"""Code that trains models: needs Keras on TensorFlow."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
import pytest
from keras import layers

from tests.facts.proof import Fact, proves
from tests.facts.written import Names, ran

pytestmark = pytest.mark.fit
X = np.random.default_rng(0).normal(size=(100, 4)).astype("float32")
Y = (X[:, 0] > 0).astype(int)


def model() -> Any:
    """Return a compiled classifier whose fit stays silent and counts batches."""
    made = keras.Sequential([keras.Input((4,)), layers.Dense(1, "sigmoid")])
    made.compile("sgd", "binary_crossentropy")
    fit, made.batches = made.fit, []
    watch = keras.callbacks.LambdaCallback(
        on_train_batch_end=lambda batch, logs: made.batches.append(batch)
    )

    def silent(*data: Any, **given: Any) -> Any:
        own = given.pop("callbacks", [])
        return fit(*data, verbose=0, callbacks=[*own, watch], **given)

    made.fit = silent
    return made


def training() -> Names:
    keras.utils.set_random_seed(0)
    return {"model": model(), "X_train": X, "y_train": Y, "X_val": X[:20], "y_val": Y[:20]}


@proves("code-fit-validation-split")
def test_a_part_is_kept_for_validation(fact: Fact) -> None:
    for names in ran(fact, training):
        history = names["history"].history
        assert [len(values) for values in history.values()] == [30, 30]
        assert set(history) == {"loss", "val_loss"}
        assert len(names["model"].batches) == 30 * 2  # 80 rows in batches of 64
        last = names["model"].evaluate(X[80:], Y[80:], verbose=0)
        assert history["val_loss"][-1] == pytest.approx(last, rel=1e-4)


@proves("code-fit-validation-data")
def test_it_is_scored_on_the_data_given(fact: Fact) -> None:
    for names in ran(fact, training):
        history = names["model"].history.history
        assert len(history["val_loss"]) == 10
        last = names["model"].evaluate(X[:20], Y[:20], verbose=0)
        assert history["val_loss"][-1] == pytest.approx(last, rel=1e-4)


@proves("code-fit-class-weight")
def test_the_rare_class_counts_ten_times(fact: Fact) -> None:
    def trained(**weight: Any) -> Any:
        names = training()
        names["model"].fit(X, Y, epochs=5, **weight)
        return names["model"].predict(X, verbose=0).mean()

    weights = np.where(Y == 1, 10, 1)
    for names in ran(fact, training):
        mean = names["model"].predict(X, verbose=0).mean()
        assert len(names["model"].history.epoch) == 5
        assert mean == pytest.approx(trained(sample_weight=weights), rel=1e-3)
        assert mean > trained() + 0.05


@proves("code-history")
def test_the_numbers_of_a_history(fact: Fact) -> None:
    names = training()
    history = names["model"].fit(X, Y, epochs=3, validation_split=0.2)
    for left in ran(fact, lambda: {"history": history}):
        assert len(left["val_loss"]) == 3
        last = names["model"].evaluate(X[80:], Y[80:], verbose=0)
        assert left["val_loss"][-1] == pytest.approx(last, rel=1e-4)


@proves("code-fit-callbacks")
def test_callbacks_are_told_of_every_epoch(fact: Fact) -> None:
    def make() -> Names:
        seen: list[int] = []
        note = keras.callbacks.LambdaCallback(on_epoch_end=lambda epoch, logs: seen.append(epoch))
        early = keras.callbacks.EarlyStopping(patience=3, min_delta=9)
        return {**training(), "es": early, "mc": note, "seen": seen}

    for names in ran(fact, make):
        assert names["seen"] == [0, 1, 2, 3], "stopped long before the 100 epochs"
        assert "val_loss" in names["model"].history.history
        assert names["model"].history.params["epochs"] == 100
