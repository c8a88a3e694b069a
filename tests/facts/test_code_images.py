"""Code that reads and changes pictures, run on folders of small ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from keras.src.legacy.preprocessing.image import ImageDataGenerator

from tests.facts.pictures import paint
from tests.facts.proof import Fact, proves
from tests.facts.written import Names, ran

WHITE: Any = np.full((1, 8, 8, 3), 255.0, dtype="float32")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give an empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def generator() -> Names:
    return {"ImageDataGenerator": ImageDataGenerator, "datagen": ImageDataGenerator()}


@pytest.mark.fit
@proves("code-idg-import")
def test_tensorflow_leads_to_the_class(fact: Fact) -> None:
    for names in ran(fact, {}):
        assert ImageDataGenerator in names.values()
    assert not hasattr(keras.preprocessing.image, "ImageDataGenerator")


@proves("code-idg-rescale")
def test_white_becomes_one(fact: Fact) -> None:
    for names in ran(fact, generator):
        made = names["datagen"]
        assert next(made.flow(WHITE)).max() == pytest.approx(1)
        picture = np.arange(192.0).reshape(1, 8, 8, 3)
        assert next(made.flow(picture)) == pytest.approx(picture / 255), "nothing else changes"


@proves("code-idg-augment")
def test_training_pictures_are_turned_and_flipped(fact: Fact) -> None:
    for names in ran(fact, generator):
        made = names["datagen"]
        assert made.standardize(WHITE.copy()).max() == pytest.approx(1)
        drawn = [made.get_random_transform((8, 8, 3), seed=seed) for seed in range(200)]
        turns = [abs(one["theta"]) for one in drawn]
        assert 15 < max(turns) <= 20
        assert {one["flip_horizontal"] for one in drawn} == {True, False}
        assert {one["flip_vertical"] for one in drawn} == {False}


@proves("code-flow-directory")
def test_two_folders_for_one_neuron(fact: Fact, folder: Path) -> None:
    paint(folder / "data/train", "cat dog", 12)
    for names in ran(fact, generator):
        images, labels = next(names["train"])
        assert images.shape == (16, 64, 64, 3)
        assert labels.shape == (16,) and set(labels) == {0, 1}
        assert names["train"].class_indices["cat"] == 0


@proves("code-flow-grayscale")
def test_grey_pictures_and_one_hot_labels(fact: Fact, folder: Path) -> None:
    paint(folder / "data/train", "a b c d e f g h i j", 4)
    for names in ran(fact, generator):
        images, labels = next(names["train"])
        assert images.shape == (32, 28, 28, 1)
        assert labels.shape == (32, 10) and labels.sum(axis=1).tolist() == [1] * 32


@proves("code-flow-test")
def test_pictures_come_in_the_order_of_their_names(fact: Fact, folder: Path) -> None:
    paint(folder / "data/test", "all", 40)
    files = sorted((folder / "data/test/all").iterdir())
    for names in ran(fact, generator):
        images = np.concatenate([next(names["test"]), next(names["test"])])
        assert images.shape == (40, 64, 64, 3)
        first = keras.utils.img_to_array(keras.utils.load_img(files[0], target_size=(64, 64)))
        assert (images[0] == first).all()
        assert names["test"].filenames == [f"all/{file.name}" for file in files]


@proves("code-flow-subsets")
def test_the_two_parts_share_no_picture(fact: Fact, folder: Path) -> None:
    paint(folder / "data", "cat dog", 10)
    for names in ran(fact, generator):
        train, val = names["train"], names["val"]
        assert (train.samples, val.samples) == (16, 4)
        assert not set(train.filenames) & set(val.filenames)
        pixels = next(train)[0] * 255
        assert pixels.max() <= 255.01 and pixels == pytest.approx(pixels.round(), abs=1e-3)


@proves("code-flow-arrays", "code-fit-generator")
def test_a_model_trains_on_what_is_handed_out(fact: Fact) -> None:
    given: dict[str, Any] = {}

    class Model:
        def fit(self, x: Any, y: Any = None, **named: Any) -> None:
            assert y is None
            given.update(x=x, **named)

    pictures, labels = np.zeros((40, 8, 8, 1)), np.zeros(40)
    data = {"X_train": pictures, "y_train": labels, "train": "train", "val": "val"}
    for _ in ran(fact, lambda: {**generator(), **data, "model": Model()}):
        if fact.id == "code-flow-arrays":
            assert [part.shape for part in next(given["x"])] == [(32, 8, 8, 1), (32,)]
            assert given["epochs"] == 10
        else:
            assert given == {"x": "train", "epochs": 5, "validation_data": "val"}


@pytest.mark.fit
@proves("code-fit-generator")
def test_labels_come_with_the_pictures(fact: Fact) -> None:
    def make() -> Names:
        model = keras.Sequential(
            [keras.Input((8, 8, 1)), keras.layers.Flatten(), keras.layers.Dense(1)]
        )
        model.compile(loss="mse")
        flow = ImageDataGenerator().flow
        pictures, labels = np.zeros((40, 8, 8, 1)), np.zeros(40)
        return {"model": model, "train": flow(pictures, labels), "val": flow(pictures, labels)}

    for names in ran(fact, make):
        history = names["model"].history
        assert len(history.epoch) == 5 and "val_loss" in history.history
        with pytest.raises(ValueError, match="y"):
            names["model"].fit(names["train"], np.zeros(40))


@proves("code-class-indices")
def test_names_of_folders_by_number(fact: Fact, folder: Path) -> None:
    paint(folder / "pets", "dog cat", 1)
    train = ImageDataGenerator().flow_from_directory(folder / "pets")
    for names in ran(fact, lambda: {"train": train}):
        assert names["labels"] == {"cat": 0, "dog": 1}


@proves("code-load-picture")
def test_one_picture_as_an_array(fact: Fact, folder: Path) -> None:
    keras.utils.save_img("cat.png", np.full((8, 8, 3), 200.0), scale=False)
    image = {"load_img": keras.utils.load_img, "img_to_array": keras.utils.img_to_array}
    for names in ran(fact, lambda: dict(image)):
        assert names["x"].shape == (64, 64, 3)
        assert names["x"].dtype == np.float32 and names["x"].max() == 200
