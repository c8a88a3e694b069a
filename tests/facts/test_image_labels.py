"""The labels of flow_from_directory by class_mode, and the losses that take them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from keras import layers
from keras.src.legacy.preprocessing.image import ImageDataGenerator

from tests.facts.choices import only_the_answer
from tests.facts.outcome import outcome
from tests.facts.pictures import SIZE, paint, read
from tests.facts.proof import Fact, literal, proves


@pytest.fixture(scope="module")
def ten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with 10 pictures each of 10 classes."""
    return paint(tmp_path_factory.mktemp("ten"), "a b c d e f g h i j", 10)


def trains(folder: Path, loss: str, units: int, **arguments: Any) -> bool:
    """Return whether a model with so many output units can be scored on the pictures."""
    end = layers.Dense(units, "sigmoid" if units == 1 else "softmax")
    model = keras.Sequential([keras.Input((*SIZE, 3)), layers.Flatten(), end])
    model.compile(loss=loss)
    return outcome(lambda: model.evaluate(read(folder, **arguments), verbose=0)) == "runs"


@proves("img-class-modes")
def test_the_class_modes_and_no_others(fact: Fact, ten: Path) -> None:
    modes = {literal(one) for one in fact.right}
    assert all(read(ten, class_mode=mode).samples == 100 for mode in modes)
    with pytest.raises(ValueError, match="Invalid class_mode") as error:
        read(ten, class_mode="int")
    assert literal(str(error.value).partition("expected one of: ")[2]) == modes


@proves("img-labels-default-shape")
def test_labels_are_one_hot_by_default(fact: Fact, ten: Path) -> None:
    train = read(ten)
    assert train.samples == 100
    assert next(train)[1].shape == fact.value


@proves("img-class-mode-one-unit")
def test_the_class_mode_for_one_unit(fact: Fact, tmp_path: Path) -> None:
    paint(tmp_path, "cat dog", 2)
    only_the_answer(
        fact,
        lambda option: trains(tmp_path, "binary_crossentropy", 1, class_mode=literal(option)),
    )


@proves("img-class-mode-for-sparse")
def test_the_loss_for_integer_labels(fact: Fact, ten: Path) -> None:
    only_the_answer(fact, lambda option: trains(ten, option, 10, class_mode="sparse"))


@proves("img-class-mode-for-categorical")
def test_the_class_mode_for_one_hot_labels(fact: Fact, ten: Path) -> None:
    said = {"the default": {}, "'sparse'": {"class_mode": "sparse"}}
    said["'binary'"] = {"class_mode": "binary"}
    only_the_answer(
        fact, lambda option: trains(ten, "categorical_crossentropy", 10, **said[option])
    )


@proves("img-class-mode-none")
def test_images_alone(fact: Fact, ten: Path) -> None:
    assert next(read(ten, class_mode=fact.value)).shape == (32, *SIZE, 3)
    assert all(len(next(read(ten, class_mode=mode))) == 2 for mode in ("binary", "input"))


@proves("img-class-mode-input")
def test_images_in_place_of_labels(fact: Fact, ten: Path) -> None:
    images, labels = next(read(ten, class_mode="input"))
    comes = {
        "the same images": np.array_equal(images, labels),
        "the folder names as strings": labels.dtype.kind == "U",
        "integer labels": labels.shape == (32,),
        "nothing at all": labels is None,
    }
    only_the_answer(fact, lambda option: comes[option])


@proves("img-binary-three-folders")
def test_binary_does_not_count_folders(fact: Fact, tmp_path: Path) -> None:
    found = set(next(read(paint(tmp_path, "a b c", 2), class_mode="binary"))[1])
    happens = {
        "It gives labels 0, 1, 2 without error": found == {0, 1, 2},
        "It raises a ValueError as there are not two": False,  # or the line above would have failed
        "It reads the first two folders only": found == {0, 1},
    }
    only_the_answer(fact, lambda option: happens[option])


@proves("img-replacement")
def test_which_function_reads_folders_of_images(fact: Fact) -> None:
    assert ImageDataGenerator.__doc__.strip().startswith("DEPRECATED")

    def replaces(option: str) -> bool:
        function = getattr(keras.utils, option.rpartition(".")[2])
        said = str(function.__doc__).lower()
        return "image files in a directory" in said

    only_the_answer(fact, replaces)
