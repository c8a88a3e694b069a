"""Types of images, asked of NumPy and Keras: each question's own code is run."""

from __future__ import annotations

from typing import Any

import keras
import numpy as np
from keras import layers

from tests.facts.choices import only_the_answer
from tests.facts.proof import Fact, literal, proves
from tests.facts.questions import shown
from tests.facts.typenames import all_name
from tests.facts.written import ran

IMAGE: Any = np.full((4, 4, 3), 255, "uint8")


@proves(
    "dti-doubled",
    "dti-below-zero",
    "dti-difference",
    "dti-average",
    "dti-mean-is-safe",
    "dti-floor-divided",
    "dti-astype-wraps",
    "dti-back-too-early",
)
def test_the_number_that_the_code_gives(fact: Fact) -> None:
    value = shown(fact)
    assert all(np.array_equal(value, literal(right)) for right in fact.right)


@proves("dti-centred")
def test_the_type_that_the_code_gives(fact: Fact) -> None:
    all_name(fact, shown(fact))


@proves("dti-f32-divided")
def test_two_types_divided(fact: Fact) -> None:
    a: Any = np.ones(3, "uint8")
    b: Any = np.ones(3, "float32")
    only_the_answer(fact, lambda option: f"{(a / 255).dtype}, {(b / 255).dtype}" == option)


@proves("dti-in-between")
def test_how_large_the_array_in_between_is(fact: Fact) -> None:
    times = (IMAGE / 255).nbytes / IMAGE.nbytes
    assert "takes 100 MB" in fact.ask
    assert {int(right.removesuffix("MB")) for right in fact.right} == {100 * times}
    assert (IMAGE.astype("float32") / 255).nbytes == 4 * IMAGE.nbytes


@proves("dti-back-to-image")
def test_back_to_an_image(fact: Fact) -> None:
    for names in ran(fact, {"x": np.array([0.0, 0.2, 1.0])}):
        assert names["img"].dtype == np.uint8
        assert names["img"].tolist() == [0, 51, 255]


@proves("dti-img-to-array")
def test_an_image_as_an_array(fact: Fact) -> None:
    made = shown(fact, keras=keras, img=IMAGE)
    all_name(fact, made.dtype)
    assert made.max() == 255


@proves("dti-rescaling")
def test_a_layer_that_scales(fact: Fact) -> None:
    made = getattr(layers, fact.holes[0])(1 / 255)(IMAGE)
    assert keras.backend.standardize_dtype(made.dtype) == "float32"
    assert keras.ops.convert_to_numpy(made).max() == 1
