"""What learners write is understood: it comes to a shape, or is refused with a reason."""

from __future__ import annotations

import pytest

from quiz.shapes.trace import trace
from tests.shapes.programs import lines, programs


@pytest.mark.parametrize("code", [*programs(), *lines()])
def test_a_program_as_learners_write_it_comes_to_a_shape_or_to_a_reason(code: str) -> None:
    result = trace(code)
    assert result.unknown is None
    if result.refusal:
        assert result.refusal.reason.ko
        assert result.refusal.reason.en
    else:
        assert result.shape is not None
