"""Every program of the file comes out as it did in the real library."""

from __future__ import annotations

from functools import cache

from quiz.shapes.trace import Trace, trace
from tests.shapes.cases import Case, cases


@cache
def _told() -> list[tuple[Case, Trace]]:
    return [(case, trace(case.code)) for case in cases()]


def _right(case: Case, result: Trace) -> bool:
    alike = (result.shape, result.params) == (case.shape, case.params)
    return alike and (case.trainable is None or result.trainable == case.trainable)


def test_all_programs_of_the_file_get_the_real_shape_and_parameters() -> None:
    wrong = [
        case.id
        for case in cases()
        if (shape := _one_shape(case.input_shape)) and not _right(case, trace(case.code, shape))
    ]
    assert len(cases()) == 1759
    assert wrong == []


def _one_shape(shape: object) -> tuple[int | None, ...] | None:
    whole = isinstance(shape, tuple) and not any(isinstance(part, tuple) for part in shape)
    return shape if whole and isinstance(shape, tuple) else None


def test_a_program_tells_its_shapes_without_the_input_shape_beside_it() -> None:
    assert [case.id for case, result in _told() if not _right(case, result)] == []


def test_the_last_step_of_a_model_gives_the_answer() -> None:
    for case, result in _told():
        if case.params is not None and "Sequential" in case.code:
            assert result.steps[-1].after == case.shape, case.id


def test_steps_add_up_to_all_parameters() -> None:
    for case, result in _told():
        if result.params is not None:
            assert sum(step.params or 0 for step in result.steps) == result.params, case.id
