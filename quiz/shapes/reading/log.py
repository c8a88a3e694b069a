"""The steps of a trace as they come."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from quiz.shapes.layers.layer import Layer
from quiz.shapes.trace import Nested, Step
from quiz.text import Text, both

_MOST_STEPS = 400


class Log:
    """Collects steps. While `quiet`, array operations are not told; while `silent`, nothing is."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.quiet = 0
        self.silent = 0
        self.made = 0  # layers that the code has constructed

    @contextmanager
    def silence(self) -> Iterator[None]:
        """Note nothing for a while."""
        self.silent += 1
        try:
            yield
        finally:
            self.silent -= 1

    @property
    def next_number(self) -> int:
        """The number of the step that comes next."""
        return 1 + max((step.number for step in self.steps), default=0)

    def given(self, line: int, written: str, shape: Any) -> None:
        """Note what the program starts from."""
        if not self.quiet and not self.silent and len(self.steps) < _MOST_STEPS:
            self.steps.append(Step(0, line, written, None, nested(shape)))

    def array(self, line: int, written: str, before: Any, after: Any, lines: list[Text]) -> None:
        """Note an operation on arrays."""
        if not self.quiet and not self.silent and len(self.steps) < _MOST_STEPS:
            self._add(Step(0, line, written, nested(before), nested(after), lines=tuple(lines)))

    def layer(self, layer: Layer, before: Any, after: Any, weights: int, lines: list[Text]) -> None:
        """Note a layer that is put to a shape; `weights` is what is new with it."""
        frozen = 0 if not weights else layer.frozen if layer.trainable else weights
        step = Step(0, layer.line, layer.written, nested(before), nested(after), weights, frozen)
        if not self.silent:
            self._add(step._replace(lines=tuple(lines)))

    def model(self, line: int, written: str, before: Any, after: Any, weights: int) -> None:
        """Note a whole model that is put to a tensor."""
        if not self.silent:
            lines = (both("{count} parameters, told above", count=weights),) if weights else ()
            self._add(Step(0, line, written, nested(before), nested(after), 0, lines=lines))

    def refused(self, line: int, written: str, before: Any) -> int:
        """Note the step that is refused and return its number."""
        self._add(Step(0, line, written, nested(before), None))
        return self.steps[-1].number

    def _add(self, step: Step) -> None:
        self.steps.append(step._replace(number=self.next_number))


def nested(shape: Any) -> Nested:
    """Return shapes with tuples for lists."""
    if isinstance(shape, tuple | list):
        return tuple(nested(part) for part in shape)
    return shape if isinstance(shape, int | float | str) else None
