"""What Keras, NumPy, scikit-learn … would refuse is refused: with its reason, line and remedy."""

from __future__ import annotations

import pytest

from quiz.shapes.trace import Refusal, trace

KERAS = "import numpy as np\nimport keras\nfrom keras import layers\n"


def _refusal(code: str) -> Refusal:
    result = trace(KERAS + code)
    assert result.refusal is not None, result
    assert result.shape is None
    assert result.params is None
    assert result.unknown is None
    return result.refusal


def _stack(shape: str, *layers: str) -> str:
    lines = "".join(f"    layers.{layer},\n" for layer in layers)
    return f"model = keras.Sequential([\n    keras.Input(shape={shape}),\n{lines}])\n"


REFUSED = {
    "too few axes for a convolution": (
        _stack("(28, 28)", "Conv2D(8, 3)"),
        "4 axes (batch, height, width, channels), but gets 3: (None, 28, 28)",
    ),
    "the number of samples in the input shape": (
        _stack("(10000, 10, 3, 1)", "Conv2D(8, 2)"),
        "4 axes (batch, height, width, channels), but gets 5: (None, 10000, 10, 3, 1)",
    ),
    "a recurrent layer after one that gives the last step alone": (
        _stack("(10, 3)", "LSTM(16)", "LSTM(8)"),
        "3 axes (batch, steps, features), but gets 2: (None, 16)",
    ),
    "a kernel larger than what it slides over": (
        _stack("(3, 3, 1)", "Conv2D(8, 5)"),
        "the window (5, 5) of Conv2D does not fit into (3, 3)",
    ),
    "a kernel that dilation makes too large": (
        _stack("(5, 5, 1)", "Conv2D(8, 3, dilation_rate=3)"),
        "the window (7, 7) of Conv2D does not fit into (5, 5)",
    ),
    "one pooling too many": (
        _stack("(1, 1, 8)", "MaxPooling2D()"),
        "the window (2, 2) of MaxPooling2D does not fit into (1, 1)",
    ),
    "a reshape that does not hold all numbers": (
        _stack("(784,)", "Reshape((28, 27))"),
        "(784,) holds 784 numbers, but (28, 27) takes 756",
    ),
    "a -1 that does not come out even": (
        _stack("(784,)", "Reshape((-1, 27))"),
        "(784,) holds 784 numbers, which 27 does not divide",
    ),
    "Permute that counts the batch": (
        _stack("(28, 28)", "Permute((0, 2, 1))"),
        "dims of Permute must hold 1, 2, … each once, not (0, 2, 1)",
    ),
    "a layer without what it needs": (
        _stack("(28, 28, 1)", "Conv2D(8)"),
        "Conv2D misses the argument kernel_size",
    ),
    "an argument the layer does not know": (
        _stack("(4,)", "Dense(8, unit=3)"),
        "Dense knows no argument unit",
    ),
    "an activation that does not exist": (
        _stack("(4,)", 'Dense(8, activation="sotfmax")'),
        "there is no activation 'sotfmax'",
    ),
    "a dropout of 50 percent written as 50": (
        _stack("(4,)", "Dropout(50)"),
        "rate of Dropout must lie between 0 and 1, not 50",
    ),
    "filters that groups do not divide": (
        _stack("(8, 8, 3)", "Conv2D(8, 3, groups=3)"),
        "8 filters cannot be shared out evenly to 3 groups",
    ),
    "a layer without its brackets": (
        _stack("(4,)", "Flatten"),
        "only layers can be added to a Sequential model",
    ),
    "layers that do not stand in one list": (
        "keras.Sequential(keras.Input((4,)), layers.Dense(1))\n",
        "Sequential takes the layers as one list",
    ),
    "an input shape without its comma": (
        "keras.Sequential([layers.Dense(8, input_shape=(4))])\n",
        "4 is no shape",
    ),
    "input_shape written as a call": (
        "keras.Sequential([layers.Conv2D(16, 2, input_shape(10, 3, 1))])\n",
        "the name input_shape is not defined",
    ),
    "tensors that differ where they are added": (
        "layers.Add()([keras.Input((5,)), keras.Input((6,))])\n",
        "Add needs inputs of the same shape, but gets (None, 5), (None, 6)",
    ),
    "tensors that differ off the axis they are joined along": (
        "layers.Concatenate()([keras.Input((5, 3)), keras.Input((6, 3))])\n",
        "Concatenate along axis -1 needs inputs that are alike on all other axes",
    ),
    "a merging layer put to two tensors instead of a list": (
        "x = keras.Input((5,))\nlayers.Concatenate()(x, x)\n",
        "Concatenate takes its tensors as one list",
    ),
    "data of another width than the model was built for": (
        _stack("(5,)", "Dense(1)") + "model.predict(np.zeros((20, 4)))\n",
        "the weights of Dense were made for 5 on the last axis, but the input has 4: (20, 4)",
    ),
    "more data than labels": (
        _stack("(4,)", "Dense(1)") + "model.fit(np.zeros((100, 4)), np.zeros(90))\n",
        "the data holds 100 samples, but the labels 90",
    ),
    "a NumPy reshape to another total": (
        "np.zeros((60000, 28, 28)).reshape(60000, 28, 27, 1)\n",
        "(60000, 28, 28) holds 47040000 numbers, but (60000, 28, 27, 1) takes 45360000",
    ),
    "two unknown lengths": (
        "np.zeros((60, 30)).reshape(-1, -1, 3)\n",
        "reshape takes -1 at most once, not (-1, -1, 3)",
    ),
    "a shape that is called": ("x = np.zeros((100, 4))\nx.shape(0)\n", "x.shape is no function"),
    "arrays of different length side by side": (
        "np.concatenate([np.zeros((100, 4)), np.zeros((90, 3))], axis=1)\n",
        "on axis 0 one has 100 and another 90",
    ),
    "arrays to be joined that stand in no list": (
        "np.concatenate(np.zeros((10, 4)), np.zeros((5, 4)))\n",
        "np.concatenate takes the arrays as one list",
    ),
    "lengths of zeros that stand in no tuple": ("np.zeros(3, 4)\n", "4 was taken for a dtype"),
    "an axis that is not there": (
        "np.argmax(np.array([0.1, 0.7]), axis=1)\n",
        "there is no axis 1: the array has 1 axes",
    ),
    "matrices whose inner lengths differ": (
        "np.zeros((32, 10)) @ np.zeros((5, 4))\n",
        "but 10 is not 5",
    ),
    "shapes that do not broadcast": (
        "np.zeros((5, 3)) + np.zeros(5)\n",
        "the shapes (5, 3) and (5,) do not go together",
    ),
    "a mask of another length": (
        "x = np.zeros((100, 4))\ny = np.zeros(90)\nx[y == 0]\n",
        "the mask has a length of 90 on axis 0, but the array has 100",
    ),
    "rows of different length": (
        "np.array([[1, 2, 3], [4, 5]])\n",
        "the rows have different lengths",
    ),
    "one column for a scaler": (
        "from sklearn.preprocessing import StandardScaler\n"
        "StandardScaler().fit_transform(np.array([1.0, 2.0, 3.0]))\n",
        "StandardScaler needs data of 2 axes (samples, features), but gets 1: (3,)",
    ),
    "images for a scaler": (
        "from sklearn.preprocessing import MinMaxScaler\n"
        "MinMaxScaler().fit_transform(np.zeros((10, 28, 28)))\n",
        "MinMaxScaler takes at most 2 axes (samples, features), but gets 3",
    ),
    "a scaler used before it is fitted": (
        "from sklearn.preprocessing import RobustScaler\n"
        "RobustScaler().transform(np.zeros((3, 2)))\n",
        "RobustScaler has not been fitted yet",
    ),
    "labels that do not match the data": (
        "from sklearn.model_selection import train_test_split\n"
        "train_test_split(np.zeros((100, 4)), np.zeros(99))\n",
        "the arrays hold different numbers of samples: 100, 99",
    ),
    "SMOTE with too few neighbours": (
        "from imblearn.over_sampling import SMOTE\n"
        "SMOTE().fit_resample(np.zeros((13, 2)), np.array([0] * 10 + [1] * 3))\n",
        "SMOTE looks at 5 neighbours, but class 1 has only 3 samples",
    ),
    "a column that is not in the table": (
        'import pandas as pd\npd.DataFrame({"age": [1, 2]})["agee"]\n',
        "there is no column 'agee'; there are 'age'",
    ),
    "a layer that Keras does not have": (
        "from keras.layers import Maxpooling2D\n",
        "keras.layers has no Maxpooling2D",
    ),
    "a bracket that is missing": ("x = np.zeros((3, 4)\ny = x\n", "Python cannot read line"),
}


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_with_the_reason_and_its_numbers(what: str) -> None:
    code, reason = REFUSED[what]
    refusal = _refusal(code)
    assert reason in refusal.reason.en
    assert refusal.reason.ko != refusal.reason.en
    assert refusal.remedy.en


def test_the_step_that_is_refused_is_told_with_its_line_and_what_stands_there() -> None:
    code = KERAS + _stack("(8, 8, 1)", "Conv2D(4, 3)", "MaxPooling2D()", "Conv2D(4, (5, 5))")
    result = trace(code)
    assert result.refusal is not None
    assert (result.refusal.step, result.refusal.line) == (3, 8)
    assert result.refusal.written == "layers.Conv2D(4, (5, 5))"
    assert [step.after for step in result.steps] == [
        (None, 8, 8, 1),
        (None, 6, 6, 4),
        (None, 3, 3, 4),
        None,
    ]


def test_data_that_does_not_fit_a_model_is_refused_where_it_comes_in() -> None:
    refusal = _refusal(_stack("(5,)", "Dense(1)") + "model.predict(np.zeros((20, 4)))\n")
    assert (refusal.line, refusal.written) == (8, "model.predict(np.zeros((20, 4)))")


def test_a_refusal_that_the_program_expects_does_not_end_it() -> None:
    result = trace(
        "import numpy as np\nx = np.zeros((4, 6))\n"
        "try:\n    x.reshape(5, 5)\nexcept ValueError:\n    print('no')\nprint(x.T.shape)\n"
    )
    assert result.shape == (6, 4)
