"""Programs and fragments as learners write them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.shapes.trace import trace
from tests.shapes.cases import cases

CNN = {
    "a list of layers": (
        "import keras\nfrom keras import layers\n"
        "model = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(8, 3),"
        " layers.Flatten(), layers.Dense(10)])\n"
    ),
    "added one by one, the shape in the first": (
        "from tensorflow.keras.models import Sequential\n"
        "from tensorflow.keras.layers import Conv2D, Dense, Flatten\n"
        "model = Sequential()  # 모델\n"
        "model.add(Conv2D(8, (3, 3), input_shape=(28, 28, 1)))  # 합성곱\n"
        "model.add(Flatten())\nmodel.add(Dense(10))\n"
    ),
    "through tf.keras": (
        "import tensorflow as tf\n"
        "model = tf.keras.Sequential()\n"
        "model.add(tf.keras.Input(shape=(28, 28, 1)))\n"
        "model.add(tf.keras.layers.Conv2D(filters=8, kernel_size=3))\n"
        "model.add(tf.keras.layers.Flatten())\nmodel.add(tf.keras.layers.Dense(units=10))\n"
    ),
    "in the functional form, with names for numbers": (
        "from keras import Input, Model\nfrom keras.layers import *\n"
        "side, classes = 28, 2 * 5\nshape = (side, side, 1)\n"
        "x = inputs = Input(shape)\nx = Conv2D(8, 3)(x)\nx = Flatten()(x)\n"
        "model = Model(inputs, Dense(classes)(x))\n"
    ),
    "made in a function of their own": (
        "import keras\nfrom keras import layers\n"
        "def build(filters=4, *, classes):\n"
        "    model = keras.Sequential([keras.Input((28, 28, 1))])\n"
        "    for layer in (layers.Conv2D(filters, 3), layers.Flatten(), layers.Dense(classes)):\n"
        "        model.add(layer)\n"
        "    return model\n"
        "model = build(8, classes=10)\n"
    ),
    "built for a shape afterwards": (
        "import keras\nfrom keras import layers\n"
        "model = keras.Sequential([layers.Conv2D(8, 3), layers.Flatten(), layers.Dense(10)])\n"
        "model.build((None, 28, 28, 1))\nmodel.summary()\n"
    ),
}


@pytest.mark.parametrize("style", CNN)
def test_one_model_in_any_style_has_the_same_shape_and_parameters(style: str) -> None:
    result = trace(CNN[style])
    assert (result.shape, result.params) == ((None, 10), 54170)
    assert [step.params for step in result.steps if step.number] == [80, 0, 54090]


FRAGMENT = "Conv2D(8, 3),\nFlatten(),\nDense(10),  # 분류\n"


def test_lone_layers_are_stacked_upon_the_shape_that_is_told() -> None:
    result = trace(FRAGMENT, (None, 28, 28, 1))
    assert (result.shape, result.params) == ((None, 10), 54170)


def test_lone_layers_may_be_indented_as_they_stood_in_their_list() -> None:
    indented = "".join(f"    layers.{line}\n" for line in FRAGMENT.splitlines())
    assert trace(indented, (None, 28, 28, 1)).shape == (None, 10)


def test_lone_layers_without_a_shape_are_not_guessed_at() -> None:
    result = trace(FRAGMENT)
    assert result.shape is None
    assert result.unknown is not None
    assert result.refusal is None


def test_a_name_that_a_fragment_does_not_define_stands_for_the_input() -> None:
    result = trace("x = layers.Flatten()(images)\ny = layers.Dense(5)(x)", (None, 4, 4))
    assert (result.shape, result.params) == ((None, 5), 85)


def test_a_shape_that_stands_in_the_program_goes_before_the_one_told_beside_it() -> None:
    assert trace(CNN["a list of layers"], (None, 9, 9, 3)).params == 54170


UNKNOWN = {
    "a file that is read": 'import pandas as pd\ndf = pd.read_csv("a.csv")\nprint(df.shape)',
    "rows picked by random numbers": (
        "import numpy as np\nx = np.random.rand(9, 2)\nprint(x[x[:, 0] > 0.5].shape)"
    ),
    "a function nobody knows": "import numpy as np\nimport magic\nprint(magic.zeros(3).shape)",
    "a branch that hangs on data": (
        "import numpy as np\nx = np.random.rand(4)\ny = x\n"
        "if x.mean() > 0.5:\n    y = x.reshape(2, 2)\nprint(y.shape)"
    ),
    "a class of the program": "class Net:\n    pass\nimport keras\nprint(Net().output_shape)",
    "a loop without an end": "import numpy as np\nwhile True:\n    x = np.zeros(3)\n",
}


@pytest.mark.parametrize("what", UNKNOWN)
def test_what_the_code_does_not_tell_is_said_not_guessed(what: str) -> None:
    result = trace(UNKNOWN[what])
    assert result.unknown is not None, result
    assert result.shape is None
    assert result.refusal is None
    assert result.unknown.what.ko != result.unknown.what.en


def test_the_line_is_told_at_which_it_is_no_longer_known() -> None:
    result = trace(UNKNOWN["a file that is read"])
    assert result.unknown is not None
    assert result.unknown.line == 2


def test_an_unknown_on_the_side_does_not_spoil_the_answer() -> None:
    result = trace(
        "import keras\nfrom keras import layers, regularizers\n"
        'data = open("x.bin").read()\n'
        "model = keras.Sequential([keras.Input((4,)),"
        " layers.Dense(3, kernel_regularizer=regularizers.l2(0.01))])\n"
        "history = model.fit(data, data)\nprint(history.history)\n"
    )
    assert (result.shape, result.params) == ((None, 3), 15)


@pytest.mark.parametrize(
    "code",
    ["", "   ", "# nothing\n", "x = 10 ** 10 ** 10", "x = 'a' * 10 ** 12", "x = [0] * 10 ** 9"],
)
def test_code_without_shapes_or_with_vast_numbers_gets_no_answer_and_ends_soon(code: str) -> None:
    assert trace(code).shape is None


def test_nothing_of_a_program_is_ever_executed(tmp_path: object) -> None:
    target = f"{tmp_path}/made"
    trace(
        f"import os\nos.mkdir({target!r})\nopen({target!r} + '.txt', 'w').write('x')\n"
        f"__import__('os').mkdir({target!r})\nexec('import os; os.mkdir({target!r})')\n"
        f"[].__class__.__base__.__subclasses__()\n"
    )
    from pathlib import Path

    assert not list(Path(str(tmp_path)).iterdir())


def test_steps_tell_the_arithmetic_with_the_numbers_put_in_both_languages() -> None:
    steps = trace(CNN["a list of layers"]).steps
    said = [line.en for step in steps for line in step.lines]
    assert "height, width: floor((28 - 3) / 1) + 1 = 26" in said
    assert "parameters: 3 × 3 × 1 × 8 + 8 = 80" in said
    assert "all axes but the batch: 26 × 26 × 8 = 5408" in said
    assert "parameters: 5408 × 10 + 10 = 54090" in said
    assert all(line.ko != line.en for step in steps for line in step.lines)


def test_each_step_tells_its_line_and_what_stands_there() -> None:
    steps = trace(CNN["added one by one, the shape in the first"]).steps
    assert [(step.number, step.line) for step in steps] == [(0, 4), (1, 4), (2, 5), (3, 6)]
    assert steps[1].written == "Conv2D(8, (3, 3), input_shape=(28, 28, 1))"


def test_weights_that_are_not_trained_are_told_apart() -> None:
    result = trace(
        "import keras\nfrom keras import layers\n"
        "base = keras.Sequential([keras.Input((8,)), layers.Dense(4)])\nbase.trainable = False\n"
        "model = keras.Sequential([base, layers.BatchNormalization(), layers.Dense(1)])\n"
    )
    assert (result.params, result.trainable) == (36 + 16 + 5, 8 + 5)


VAST = {
    "a list of long lists": (
        "import numpy as np\nx = [[0] * 500000] * 500000\nprint(np.array(x).shape)"
    ),
    "many long lists": "x = [[0] * 500000 for _ in range(1000)]",
    "a long loop": "import numpy as np\nfor i in range(200000):\n    x = np.zeros(100000)\n",
    "loops within loops": "for i in range(9999):\n  for j in range(9999):\n    x = i * j\n",
    "a function that calls itself": "def f(n):\n    return f(n + 1)\nf(0)\n",
    "brackets within brackets": "x = " + "(" * 150 + "0" + ")" * 150,
    "a power of powers": "x = 9 ** 9 ** 9 ** 9",
    "windows that grow": (
        "import numpy as np\na = np.zeros((1460, 9))\n"
        "x = [a[: i + 30] for i in range(len(a) - 30)]\n"
    ),
}


@pytest.mark.parametrize("what", VAST)
def test_vast_programs_come_to_an_end_soon(what: str) -> None:
    trace(VAST[what])


@given(st.data())
def test_no_slip_of_the_fingers_breaks_it(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from([case.code for case in cases()[::40]]))
    words = re.findall(r"\w+|\W", code)
    for _slip in range(data.draw(st.integers(1, 3))):
        at = data.draw(st.integers(0, len(words) - 1))
        words[at] = data.draw(st.sampled_from(["", "None", "-1", "x", "()", "[0]", *words[:20]]))
    result = trace("".join(words))
    assert not (result.refusal and result.unknown)
    assert result.shape is None or not (result.refusal or result.unknown)
