"""The arithmetic itself, and programs worked out under altered rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from quiz.shapes.rules import Rules, Shape
from quiz.shapes.terms import Term, product
from quiz.shapes.trace import Nested, Trace, trace

SIZES = st.integers(1, 64)
SMALL = st.integers(1, 7)


def _window_starts(size: int, reach: int, stride: int) -> int:
    """Count the places at which a window can start, one by one."""
    return sum(1 for start in range(0, size, stride) if start + reach <= size)


@given(SIZES, SMALL, SMALL, st.integers(1, 3))
def test_a_window_fits_as_often_as_one_can_lay_it_down(
    size: int, kernel: int, stride: int, dilation: int
) -> None:
    reach = dilation * (kernel - 1) + 1
    if reach <= size:
        expected = _window_starts(size, reach, stride)
        assert Rules().window(size, kernel, stride, dilation).value == expected


@given(SIZES, SMALL)
def test_a_padded_window_starts_at_every_step(size: int, stride: int) -> None:
    assert Rules().window_same(size, stride).value == len(range(0, size, stride))


@given(SIZES, SMALL, SMALL)
def test_a_transposed_convolution_turns_a_convolution_round(
    size: int, kernel: int, stride: int
) -> None:
    longer = Rules().transposed(size, kernel, stride, None).value
    if kernel >= stride:
        assert Rules().window(longer, kernel, stride).value == size


@given(st.lists(st.integers(1, 30), min_size=1, max_size=5))
def test_arithmetic_is_written_as_it_is_worked_out(numbers: list[int]) -> None:
    term = product(*numbers)
    for number in numbers:
        term = (term + number) * 2 - 1
    assert eval(term.text.replace("×", "*")) == term.value  # our own text, digits and signs alone


def test_brackets_stand_where_they_must() -> None:
    assert str((Term(28) - 3) // 2 + 1) == "floor((28 - 3) / 2) + 1 = 13"
    assert str(Term(4) * ((Term(3) + 8) * 8 + 8)) == "4 × ((3 + 8) × 8 + 8) = 384"


CODE = (
    "import keras\nfrom keras import layers\nmodel = keras.Sequential([\n"
    "    keras.Input((28, 28, 3)),\n    layers.Conv2D(8, 3, strides=2, padding='same'),\n"
    "    layers.MaxPooling2D(),\n    layers.Flatten(),\n    layers.Dense(10),\n])\n"
)


class StridesForgotten(Rules):
    def strides(self, strides: tuple[int, ...]) -> tuple[int, ...]:
        return (1,) * len(strides)


class SameTakenForValid(Rules):
    def padding(self, padding: str) -> str:
        return "valid"


class BiasForgotten(Rules):
    def use_bias(self, use_bias: bool) -> bool:
        return False


class FlattenForgotten(Rules):
    def flatten(self, shape: Shape) -> tuple[Shape, Term | None]:
        return shape, None


class BatchDropped(Rules):
    def answer(self, shape: Shape) -> Shape:
        return shape[1:]


def _parts(code: str, rules: Rules) -> int | None:
    """Return the number of the first step where altered rules lead elsewhere."""
    for right, wrong in zip(trace(code).steps, trace(code, rules=rules).steps, strict=False):
        if (right.after, right.params) != (wrong.after, wrong.params):
            return right.number
    return None


@pytest.mark.parametrize(
    ("rules", "shape", "step"),
    [
        (StridesForgotten(), (None, 10), 1),
        (SameTakenForValid(), (None, 10), 1),
        (BiasForgotten(), (None, 10), 1),
        (FlattenForgotten(), (None, 7, 7, 10), 3),
        (BatchDropped(), (10,), None),
        (Rules(), (None, 10), None),
    ],
)
def test_an_altered_rule_parts_from_the_truth_where_it_is_first_used(
    rules: Rules, shape: Nested, step: int | None
) -> None:
    assert trace(CODE, rules=rules).shape == shape
    assert _parts(CODE, rules) == step


@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=4),
    st.lists(st.integers(1, 9), min_size=1, max_size=4),
)
def test_reshape_keeps_how_many_numbers_there_are_or_is_refused(
    before: list[int], after: list[int]
) -> None:
    result = trace(f"import numpy as np\nprint(np.zeros({before}).reshape({tuple(after)}).shape)")
    if product(*before).value == product(*after).value:
        assert result.shape == tuple(after)
    else:
        assert result.refusal is not None


LAYERS = st.sampled_from(
    "Dense(4) Conv1D(3,2) LSTM(5) Flatten() MaxPooling1D(2) BatchNormalization() GRU(2)"
    " Dropout(0.5) GlobalMaxPooling1D() LSTM(4,return_sequences=True)".split()
)


@given(st.lists(LAYERS, max_size=5), st.integers(1, 9), st.integers(1, 9))
def test_a_stack_is_told_step_by_step_to_its_answer_or_to_its_refusal(
    layers: list[str], steps: int, features: int
) -> None:
    result = trace("\n".join(layers), (None, steps, features))
    if not layers:
        assert result.unknown is not None
        return
    _is_whole(result)
    for earlier, later in zip(result.steps[1:], result.steps[2:], strict=False):
        assert earlier.after == later.before


def _is_whole(result: Trace) -> None:
    numbered = [step for step in result.steps if step.number]
    assert [step.number for step in numbered] == list(range(1, len(numbered) + 1))
    assert all((step.params or 0) >= step.frozen >= 0 for step in numbered)
    if result.refusal:
        assert numbered[-1].after is None
        assert result.refusal.step == numbered[-1].number
        assert result.shape is None
    else:
        assert numbered[-1].after == result.shape
        assert result.params == sum(step.params or 0 for step in numbered)
