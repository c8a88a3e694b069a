"""Code of callbacks, told of epochs that never were trained, and of saving and loading."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import joblib
import keras
import numpy as np
import pytest
from keras import callbacks, layers
from sklearn.preprocessing import StandardScaler

from tests.facts.outcome import outcome
from tests.facts.proof import Fact, proves
from tests.facts.written import Names, ran

CALLBACKS: Names = {
    name: getattr(callbacks, name)
    for name in ("EarlyStopping", "ModelCheckpoint", "ReduceLROnPlateau")
}


class Told:
    """A model whose weights are the number of the epoch, and that remembers when it was saved."""

    def __init__(self) -> None:
        self.stop_training = False
        self.weights: list[int] = []
        self.saved: list[tuple[str, int]] = []
        self.optimizer = SimpleNamespace(learning_rate=np.float32(0.08))

    def get_weights(self) -> list[int]:
        return self.weights

    def set_weights(self, weights: list[int]) -> None:
        self.weights = weights

    def save(self, path: str, overwrite: bool) -> None:
        self.saved.append((str(path), self.weights[0]))


def told(callback: Any, name: str, values: list[float]) -> Told:
    """Return the model after epochs with these values of `name`, or fewer if it is stopped."""
    model = Told()
    callback.set_model(model)
    callback.on_train_begin()
    for epoch, value in enumerate(values):
        model.weights = [epoch]
        callback.on_epoch_begin(epoch)
        callback.on_epoch_end(epoch, {name: value})
        if model.stop_training:
            break
    callback.on_train_end()
    return model


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@proves("code-callbacks-import")
def test_what_is_imported_are_the_two_callbacks(fact: Fact) -> None:
    for names in ran(fact, {}):
        assert callbacks.EarlyStopping in names.values()
        assert callbacks.ModelCheckpoint in names.values()
    assert not hasattr(callbacks, "early_stopping")


@proves("code-early-stopping")
def test_it_stops_ten_epochs_after_the_best(fact: Fact) -> None:
    falling = [1 / (epoch + 1) for epoch in range(4)]
    for names in ran(fact, CALLBACKS):
        model = told(names["es"], "val_loss", [*falling, *[0.5] * 20])
        assert names["es"].stopped_epoch == 3 + 10
        assert model.weights == [3]
    assert told(callbacks.EarlyStopping(patience=10), "val_loss", [0.1] + [0.5] * 20).weights == [
        10
    ]


@proves("code-early-stopping-accuracy")
def test_a_larger_accuracy_is_better(fact: Fact) -> None:
    scores = [0.5, 0.6, 0.7, *[0.65] * 9]
    for names in ran(fact, CALLBACKS):
        name = names["es"].monitor
        assert name in ("val_accuracy", "val_acc")  # as metrics=["accuracy"] or ["acc"] call it
        told(names["es"], name, scores)
        assert names["es"].stopped_epoch == 2 + 5


@proves("code-checkpoint")
def test_only_the_best_so_far_is_saved(fact: Fact) -> None:
    for names in ran(fact, CALLBACKS):
        model = told(names["mc"], "val_loss", [0.5, 0.6, 0.4, 0.45])
        assert model.saved == [("best.keras", 0), ("best.keras", 2)]
    assert outcome(callbacks.ModelCheckpoint, "best.txt") == "ValueError"


@proves("code-reduce-lr")
def test_the_rate_is_halved_after_five(fact: Fact) -> None:
    for names in ran(fact, CALLBACKS):
        rates = [
            float(told(names["rl"], "val_loss", [0.5] * (1 + waits)).optimizer.learning_rate)
            for waits in (4, 5)
        ]
        assert rates == pytest.approx([0.08, 0.04])


def stacked() -> Any:
    return keras.Sequential([keras.Input((3,)), layers.Dense(2)])


def same(one: Any, other: Any) -> bool:
    x: Any = np.ones((1, 3), dtype="float32")
    return bool(np.allclose(one.predict(x, verbose=0), other.predict(x, verbose=0), atol=1e-3))


@proves("code-save-model")
def test_the_file_holds_the_model(fact: Fact, folder: Path) -> None:
    for names in ran(fact, lambda: {"keras": keras, "model": stacked()}):
        assert same(keras.models.load_model("model.keras"), names["model"])
        (folder / "model.keras").unlink()


@proves("code-load-model")
def test_the_model_comes_back(fact: Fact, folder: Path) -> None:
    model = stacked()
    model.save("model.keras")
    for names in ran(fact, lambda: {"keras": keras}):
        assert same(names["model"], model)


@proves("code-load-weights")
def test_weights_alone_come_back(fact: Fact, folder: Path) -> None:
    model = stacked()
    model.save_weights("w.weights.h5")
    for names in ran(fact, lambda: {"model": stacked()}):
        assert same(names["model"], model)
    assert not same(stacked(), model)
    assert outcome(model.save_weights, "w.h5") == "ValueError"


SCALER = StandardScaler().fit([[10.0], [30.0]])


@proves("code-joblib-dump")
def test_a_scaler_is_kept(fact: Fact, folder: Path) -> None:
    for _ in ran(fact, lambda: {"scaler": SCALER}):
        assert joblib.load("scaler.pkl").mean_ == SCALER.mean_
        (folder / "scaler.pkl").unlink()


@proves("code-joblib-load")
def test_new_data_is_scaled_as_train_was(fact: Fact, folder: Path) -> None:
    joblib.dump(SCALER, "scaler.pkl")
    new = np.array([[40.0]])
    for names in ran(fact, {"joblib": joblib, "X_new": new}):
        assert names["X_new"].tolist() == [[2.0]]
    assert StandardScaler().fit_transform(new).tolist() == [[0.0]]


@proves("code-np-save")
def test_an_array_comes_back_whole(
    fact: Fact, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    x: Any = np.arange(6, dtype="uint8").reshape(2, 3)
    load, loaded = np.load, list[Any]()

    def noted(file: str) -> Any:
        loaded.append(load(file))
        return loaded[-1]

    monkeypatch.setattr(np, "load", noted)
    for names in ran(fact, {"X": x}):
        assert (folder / "x.npy").exists() and names["X"] is loaded.pop()
        assert names["X"].dtype == x.dtype and names["X"].tolist() == x.tolist()
