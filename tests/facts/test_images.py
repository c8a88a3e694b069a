"""Types and values of image arrays, asked of NumPy, pandas and Keras."""

from __future__ import annotations

import re
from typing import Any

import keras
import numpy as np
import pandas as pd
from keras import layers

from tests.facts.choices import only_the_answer
from tests.facts.proof import Fact, proves
from tests.facts.tuples import shape

IMAGES: Any = np.arange(192, dtype="uint8").reshape(4, 4, 4, 3)
CIFAR = str(keras.datasets.cifar100.load_data.__doc__)


@proves("img-dtype-attribute")
def test_the_attribute_of_an_array(fact: Fact) -> None:
    assert getattr(IMAGES, fact.holes[0]) == np.uint8


@proves("img-dtypes-of-table")
def test_the_attribute_of_a_table(fact: Fact) -> None:
    table = pd.DataFrame({"a": [1], "b": [0.5]})
    assert [str(one) for one in getattr(table, fact.holes[0])] == ["int64", "float64"]
    assert not hasattr(table, "dtype")


@proves("img-cifar-dtype")
def test_the_type_that_load_data_names(fact: Fact) -> None:
    assert set(re.findall(r"\*\*`x_\w+`\*\*: `(\w+)`", CIFAR)) == {fact.answer}


@proves("img-uint8-largest")
def test_the_largest_uint8(fact: Fact) -> None:
    assert np.iinfo("uint8").max == fact.value


@proves("img-cifar-one-image")
def test_the_input_that_takes_its_images(fact: Fact) -> None:
    assert f"`{shape(fact)}`" in CIFAR
    model = keras.Sequential([keras.Input(fact.value), layers.Conv2D(2, 3)])
    assert model(np.zeros((2, *shape(fact)[1:]))).shape == (2, 30, 30, 2)


@proves("img-astype")
def test_the_method_converts(fact: Fact) -> None:
    assert getattr(IMAGES, fact.holes[0])("float32").dtype == np.float32


@proves("img-astype-not-kept")
def test_astype_leaves_its_array_as_it_is(fact: Fact) -> None:
    x = IMAGES.copy()
    assert x.astype("float32").dtype != x.dtype
    only_the_answer(fact, lambda option: x.dtype == option)


@proves("img-keras-takes-uint8")
def test_keras_computes_on_uint8_in_float32(fact: Fact) -> None:
    flat = [keras.Input(IMAGES.shape[1:]), layers.Flatten()]
    model = keras.Sequential([*flat, layers.Dense(1)])
    given, cast = (model.predict(x, verbose=0) for x in (IMAGES, IMAGES.astype("float32")))
    whole = np.array_equal(given, given.round())
    happens = {
        "It converts them to float32 and computes": given.dtype == "float32"
        and np.array_equal(given, cast),
        "It fails because the types do not fit": False,  # or the lines above would have failed
        "It computes in integers and gives no fractions": whole,
    }
    only_the_answer(fact, lambda option: happens[option])


@proves("img-uint8-wraps")
def test_past_the_largest_number_it_starts_over(fact: Fact) -> None:
    x = np.array([250], dtype="uint8")
    assert (x + 10)[0] == fact.value


@proves("img-float32-memory")
def test_how_much_memory_grows(fact: Fact) -> None:
    assert IMAGES.astype("float32").nbytes == fact.value * IMAGES.nbytes


@proves("img-scaled-twice")
def test_what_makes_the_brightest_pixel_so_dark(fact: Fact) -> None:
    bright = np.array([0, 255], dtype="uint8")
    dark = np.array([0, 1], dtype="uint8")
    seen = {
        "It was divided twice": bright / 255 / 255,
        "The pictures were dark to begin with": (dark / 255) / 255,
        "float32 rounded the values": (bright / 255).astype("float32"),
    }
    assert f"{(1 / 255):.4f}" in fact.ask
    only_the_answer(fact, lambda option: round(float(seen[option].max()), 4) == 0.0039)
