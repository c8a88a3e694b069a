"""Shapes worked out without Keras, beside Keras itself: random models, programs of all styles."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings

from quiz.shapes.trace import Trace, trace
from tests.facts.stacks import functional, stacks
from tests.shapes.programs import lines, programs

SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)


class Ran:
    """What running a program really gave: `refused`, else the shape it printed last and `model`."""

    def __init__(self, code: str) -> None:
        self.printed: list[tuple[Any, ...]] = []
        names: dict[str, Any] = {"print": lambda *values: self.printed.append(values)}
        self.refused = ""
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                exec(compile(code, "program", "exec"), names)
        except Exception as error:
            self.refused = f"{type(error).__name__}: {error}"
        self.model = names.get("model")

    @property
    def shape(self) -> Any:
        values = tuple(map(_shape, self.printed[-1]))
        return values[0] if len(values) == 1 else values

    @property
    def parameters(self) -> tuple[int, int]:
        assert self.model is not None
        trained = sum(int(np.prod(weight.shape)) for weight in self.model.trainable_weights)
        return self.model.count_params(), trained


def _shape(value: Any) -> Any:
    """Return the shape of a printed value; a printed shape is one already."""
    if isinstance(value, tuple | list):
        return tuple(map(_shape, value))
    if isinstance(value, int | type(None)) and not isinstance(value, bool):
        return value
    return tuple(value.shape) if hasattr(value, "shape") else ()


def _alike(code: str) -> Trace:
    ours, real = trace(code), Ran(code)
    assert ours.unknown is None, (code, ours.unknown)
    assert bool(ours.refusal) == bool(real.refused), (code, ours.refusal, real.refused)
    if not real.refused:
        assert ours.shape == real.shape, code
        if real.model is not None:
            assert (ours.params, ours.trainable) == real.parameters, code
    return ours


@settings(max_examples=300, deadline=None, suppress_health_check=SLOW)
@given(stacks())
def test_random_stacks_come_out_as_in_keras_or_are_refused_as_in_keras(code: str) -> None:
    _alike(code)


@settings(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(functional())
def test_random_graphs_come_out_as_in_keras_or_are_refused_as_in_keras(code: str) -> None:
    _alike(code)


@pytest.mark.parametrize("code", programs())
def test_programs_as_learners_write_them_come_out_as_they_do_when_run(code: str) -> None:
    _alike(code)


@pytest.mark.parametrize("code", lines())
def test_lines_of_numpy_pandas_and_scikit_learn_come_out_as_they_do_when_run(code: str) -> None:
    _alike(code)
