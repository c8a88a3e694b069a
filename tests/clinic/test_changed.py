"""The same error with other numbers and names is the same error, and its texts say them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from quiz.clinic.explain import explain
from tests.clinic.material import ERRORS, Real

FEW = 8
"""Changes of each of the many messages."""
SIZES = st.integers(2, 4000)
NAMES = st.from_regex(r"[a-z]{3,8}(_[a-z]{2,6})?", fullmatch=True)

QUOTED = re.compile(r"(?<=')[A-Za-z_]\w*(?=')")
MEANT_BY_NAME = {
    # The name itself is the error: another one is another error.
    "E069 E093 E094 E098 E099 E150 E158 E159 E220 E267 E268 E269 E270 E271 E273 E274 E276 E277",
    "E344",
}
ABOUT_THE_NAME = frozenset(" ".join(MEANT_BY_NAME).split())


@pytest.mark.parametrize("item", ERRORS, ids=lambda item: item.id)
@settings(max_examples=FEW)
@given(data=st.data())
def test_with_other_numbers_it_is_still_known(item: Real, data: st.DataObject) -> None:
    def other(number: re.Match[str]) -> str:
        return str(data.draw(st.integers(10 ** (len(number[0]) - 1), 10 ** len(number[0]) - 1)))

    message = re.sub(r"(?<![\w.])[1-9]\d*(?![\w.])", other, item.message)
    assert explain(f"{item.type}: {message}") is not None


@pytest.mark.parametrize(
    "item", [item for item in ERRORS if item.id not in ABOUT_THE_NAME], ids=lambda item: item.id
)
@settings(max_examples=FEW)
@given(name=NAMES)
def test_with_other_names_it_is_still_known(item: Real, name: str) -> None:
    message = QUOTED.sub(name, item.message, count=1)
    assert explain(f"{item.type}: {message}") is not None


@given(SIZES, SIZES, SIZES)
def test_a_reshape_is_multiplied_out(total: int, rows: int, columns: int) -> None:
    found = explain(
        f"ValueError: cannot reshape array of size {total} into shape ({rows},{columns})"
    )
    assert found is not None
    assert f"{rows}·{columns} = {rows * columns}" in found.cause.en
    assert str(total) in found.cause.ko


@given(SIZES, st.integers(2, 9), st.integers(2, 9))
def test_a_first_axis_that_fits_is_offered(rows: int, height: int, width: int) -> None:
    total = rows * height * width
    wrong = f"({rows + 1},{height},{width})"
    found = explain(f"cannot reshape array of size {total} into shape {wrong}")
    assert found is not None
    assert f"first axis of {rows} it fits" in found.cause.en
    assert f"reshape(-1, {height}, {width})" in found.fix.en


@given(st.integers(1, 30), st.integers(2, 40), st.integers(1, 3))
def test_a_convolution_that_does_not_fit_is_worked_out(size: int, kernel: int, stride: int) -> None:
    if (size - kernel) // stride + 1 > 0:
        return
    found = explain(
        "ValueError: Computed output size would be zero or negative. Received "
        f"`inputs shape=(None, {size}, {size}, 1)`, `kernel shape=({kernel}, {kernel}, 1, 8)`, "
        f"`dilation_rate=[1 1]`, `strides=({stride}, {stride})`, `padding=valid`."
    )
    assert found is not None
    result = (size - kernel) // stride + 1
    assert f"floor(({size} - {kernel}) / {stride}) + 1 = {result}" in found.cause.ko


@given(st.lists(SIZES, min_size=1, max_size=4), st.data())
def test_the_axis_that_differs_is_named(want: list[int], data: st.DataObject) -> None:
    axis = data.draw(st.integers(0, len(want) - 1))
    found_sizes = [size + (1 if at == axis else 0) for at, size in enumerate(want)]
    declared = "(None, " + ", ".join(map(str, want)) + ")"
    received = "(32, " + ", ".join(map(str, found_sizes)) + ")"
    found = explain(
        "ValueError: Input 0 with name 'x' of layer 'functional' is incompatible with the layer: "
        f"expected shape={declared}, found shape={received}"
    )
    assert found is not None
    assert f"axis {axis + 1} should be {want[axis]} and is {found_sizes[axis]}" in found.cause.en


@given(st.integers(3, 5), st.integers(1, 5))
def test_the_number_of_axes_is_counted(want: int, found_rank: int) -> None:
    if want == found_rank:
        return
    shape = "(None" + ", 7" * (found_rank - 1) + ("" if found_rank > 1 else ",") + ")"
    found = explain(
        f'Input 0 of layer "lstm" is incompatible with the layer: expected ndim={want}, '
        f"found ndim={found_rank}. Full shape received: {shape}"
    )
    assert found is not None
    assert shape in found.cause.ko
    assert f"{want}차원" in found.cause.ko
    assert f"{found_rank}차원" in found.cause.ko


@given(st.integers(2, 50), st.integers(2, 50))
def test_onehot_labels_and_units_are_told_apart(labels: int, units: int) -> None:
    if labels == units:
        return
    found = explain(
        "Arguments `target` and `output` must have the same shape. Received: "
        f"target.shape=(None, {labels}), output.shape=(None, {units})"
    )
    assert found is not None
    assert (found.family, found.weak) == ("onehot-columns", "one-hot")
    assert f"{labels} columns" in found.cause.en
    assert f"has {units}" in found.cause.en


@pytest.mark.parametrize(
    ("given_name", "right"),
    [
        ("StandardScalar", "StandardScaler"),
        ("LobustScaler", "RobustScaler"),
        ("MinmaxScaler", "MinMaxScaler"),
        ("MaxAvsScaler", "MaxAbsScaler"),
    ],
)
def test_a_misspelled_scaler_is_named_with_its_slip(given_name: str, right: str) -> None:
    found = explain(f"ImportError: cannot import name '{given_name}' from 'sklearn.preprocessing'")
    assert found is not None
    assert right in found.fix.en
    assert right in found.cause.ko
    assert len(found.cause.en.partition("misspelled. ")[2]) > 5  # what the slip is


def test_a_step_of_a_pipeline_is_put_before_its_parameter() -> None:
    found = explain(
        "Invalid parameter 'C' for estimator Pipeline(steps=[('standardscaler', StandardScaler()),"
        " ('svc', SVC())]). Valid parameters are: ['memory', 'steps', 'verbose']."
    )
    assert found is not None
    assert "'svc__C'" in found.fix.ko
