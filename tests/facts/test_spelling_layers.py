"""Names of layers, their arguments and image reading, asked of Keras and NumPy."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest
from keras import layers
from keras.src.legacy.preprocessing.image import ImageDataGenerator

from tests.facts.proof import Fact, arguments, default, proves
from tests.facts.spelling import misspelled, nearest

CONV = arguments(layers.Conv2D)


@proves("spn-conv2d")
def test_the_convolution_for_images(fact: Fact) -> None:
    layer = getattr(layers, fact.holes[0])(2, 3)
    assert layer.compute_output_shape((None, 28, 28, 3)) == (None, 26, 26, 2)
    assert not hasattr(layers, "Conv2d")
    assert layers.Convolution2D is type(layer)


@proves(
    "spn-strides",
    "spn-kernel-initializer",
    "spn-dilation-rate",
    "spn-kernel-regularizer",
    "spn-activity-regularizer",
    "spn-kernel-constraint",
)
def test_a_misspelled_argument_of_conv2d(fact: Fact) -> None:
    wrong = misspelled(fact)
    with pytest.raises(ValueError, match=rf"Unrecognized keyword arguments.*'{wrong}'"):
        layers.Conv2D(32, 3, **{wrong: 2})
    assert nearest(wrong, CONV) == fact.answer


@proves("spn-use-bias")
def test_no_bias(fact: Fact) -> None:
    layer = layers.Conv2D(32, 3, **{fact.holes[0]: False})
    layer.build((None, 8, 8, 1))
    assert [weight.name for weight in layer.weights] == ["kernel"]
    with pytest.raises(ValueError, match="Unrecognized keyword arguments"):
        layers.Conv2D(32, 3, bias=False)


@proves("spn-groups")
def test_bundles_of_channels(fact: Fact) -> None:
    layer = layers.Conv2D(4, 3, **{fact.answer: 2})
    layer.build((None, 8, 8, 6))
    assert layer.kernel.shape == (3, 3, 3, 4)
    with pytest.raises(ValueError, match="Unrecognized keyword arguments"):
        layers.Conv2D(4, 3, group=2)


@proves("spn-glorot-uniform")
def test_the_initializer_of_glorot(fact: Fact) -> None:
    kinds = {type(keras.initializers.get(name)) for name in fact.right}
    assert kinds == {keras.initializers.GlorotUniform}
    assert "also called Xavier uniform initializer" in str(keras.initializers.GlorotUniform.__doc__)
    with pytest.raises(ValueError, match="Could not interpret initializer"):
        keras.initializers.get("xavier_uniform")


@proves("spn-bias-three")
def test_all_that_begin_with_bias(fact: Fact) -> None:
    assert set(fact.right) == {name for name in CONV if name.startswith("bias_")}


@proves("spn-max-pooling")
def test_a_misspelled_layer(fact: Fact) -> None:
    assert not hasattr(layers, misspelled(fact))
    assert {getattr(layers, name) for name in fact.right} == {layers.MaxPooling2D}


@proves("spn-pool-size")
def test_the_window_of_pooling(fact: Fact) -> None:
    with pytest.raises(ValueError, match="'kernel_size'"):
        layers.MaxPooling2D(kernel_size=2)
    assert layers.MaxPooling2D(**{fact.answer: 3}).pool_size == (3, 3)


@proves("spn-channels-last")
def test_the_place_of_channels(fact: Fact) -> None:
    with pytest.raises(ValueError, match=rf"\{{'channels_first', '{fact.answer}'\}}"):
        layers.Conv2D(2, 3, data_format=misspelled(fact))
    assert layers.Conv2D(2, 3, data_format=fact.answer).data_format == fact.answer


@proves("spn-lstm", "spn-gru", "spn-conv1d")
def test_layers_for_series(fact: Fact) -> None:
    layer = getattr(layers, fact.answer)(4, **({"kernel_size": 2} if "Conv" in fact.answer else {}))
    assert len(layer.compute_output_shape((None, 10, 3))) in (2, 3)
    said = re.findall(r"short for (.+?)\?", fact.ask) or ["1D convolution"]
    assert said[0].lower() in str(type(layer).__doc__).lower()
    assert not hasattr(layers, fact.answer.capitalize())


@proves("spn-image-data-generator")
def test_the_class_that_reads_images(fact: Fact) -> None:
    assert ImageDataGenerator.__name__ == fact.answer
    assert misspelled(fact) == fact.answer.replace("Data", "Date")


@proves("spn-flow-from-directory")
def test_the_method_that_reads_folders(fact: Fact) -> None:
    assert "directory" in arguments(getattr(ImageDataGenerator, fact.answer))
    assert not hasattr(ImageDataGenerator, misspelled(fact))


@proves("spn-target-size", "spn-class-mode", "spn-interpolation")
def test_a_misspelled_argument_of_reading(fact: Fact, tmp_path: Path) -> None:
    with pytest.raises(TypeError, match=misspelled(fact)):
        ImageDataGenerator().flow_from_directory(tmp_path, **{misspelled(fact): "binary"})
    assert nearest(misspelled(fact), arguments(ImageDataGenerator.flow_from_directory)) == (
        fact.answer
    )


@proves("spn-grayscale")
def test_the_mode_of_grey_images(fact: Fact, tmp_path: Path) -> None:
    def shape(mode: str) -> Any:
        read = ImageDataGenerator().flow_from_directory
        return read(tmp_path, color_mode=mode, target_size=(8, 9)).image_shape

    assert shape(fact.answer) == (8, 9, 1)
    with pytest.raises(ValueError, match="Invalid color mode"):
        shape(misspelled(fact))


@proves("spn-astype")
def test_the_method_that_casts(fact: Fact) -> None:
    array = np.zeros(1)
    assert getattr(array, fact.answer)("float32").dtype == "float32"
    assert not hasattr(array, misspelled(fact))


@proves("spn-uint8")
def test_unsigned_bytes(fact: Fact) -> None:
    array = np.array([255])
    assert array.astype(fact.answer).dtype == np.uint8
    with pytest.raises(TypeError, match="unit8"):
        array.astype(misspelled(fact))


def test_the_newer_reader_has_the_other_names() -> None:
    names = arguments(keras.utils.image_dataset_from_directory)
    assert {"image_size", "label_mode"} <= set(names)
    assert default(ImageDataGenerator.flow_from_directory, "class_mode") == "categorical"
