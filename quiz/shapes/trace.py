"""A program's shapes, step by step: `trace(code)`."""

from __future__ import annotations

from typing import NamedTuple

from quiz.shapes.rules import Rules, Shape
from quiz.text import Text

Nested = int | float | str | None | tuple["Nested", ...]
"""A shape, or several: (None, 10), ((80, 4), (20, 4))."""


class Step(NamedTuple):
    """One layer or array operation.

    `number` counts from 1; 0 is what is given: an Input, data. `line` counts from 1 in the code,
    `written` is what stands there. `before` and `after` are shapes, or tuples of shapes where there
    are several; `after` is None for the step that is refused. `params` is None for arrays;
    `frozen` of them are not trained. `lines` is the arithmetic with the numbers put in.
    """

    number: int
    line: int
    written: str
    before: Nested
    after: Nested
    params: int | None = None
    frozen: int = 0
    lines: tuple[Text, ...] = ()


class Refusal(NamedTuple):
    """What the real library would refuse: `error` is its exception; `remedy` may be empty."""

    step: int
    line: int
    written: str
    reason: Text
    remedy: Text
    error: str


class Doubt(NamedTuple):
    """What cannot be told from the code, and at which step and line that shows."""

    step: int
    line: int
    what: Text


class Trace(NamedTuple):
    """All steps and where they lead.

    `shape` is the shape that the program prints or makes last (several: a tuple of shapes), None if
    it is refused or unknown. `params` is None for arrays; `trainable` of them are trained.
    At most one of `refusal` and `unknown` is set.
    """

    steps: tuple[Step, ...] = ()
    shape: Nested = None
    params: int | None = None
    trainable: int | None = None
    refusal: Refusal | None = None
    unknown: Doubt | None = None


def trace(code: str, input_shape: Shape | None = None, rules: Rules | None = None) -> Trace:
    """Work out the shapes of `code`, a program or a fragment of one. Nothing is executed.

    `input_shape`, with the batch in front (None if open), is what a model without an Input, or the
    first name that is nowhere defined, is taken to get. `rules` is the arithmetic: an altered one
    shows where a misconception parts from the truth.
    """
    from quiz.shapes.reading.program import read  # the layers and libraries load with it

    return read(code, input_shape, rules or Rules())
