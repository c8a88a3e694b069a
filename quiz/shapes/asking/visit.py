"""One visit of a shape card with its numbers filled in, and what is right or would be."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from quiz.shapes.asking.ending import Labels, right_ending
from quiz.shapes.rules import Rules, Shape
from quiz.shapes.trace import Trace, trace

ASKED = ("shape", "params", "input_shape", "reshape", "error", "last")
"""What may be asked: the output shape; how many parameters; the input_shape or the reshape that
fits the data; the line that raises the error; the last layer and the loss."""
HOLE = "[…]"
"""Stands in the code for what is asked."""
RUNS = "0"
"""The number of the line that raises an error, where none does."""


@dataclass(frozen=True, slots=True)
class Visit:
    """What is asked (one of ASKED) about which code."""

    asked: str
    code: str
    """As it is run: what is asked stands in it."""
    shown: str = ""
    """As the learner sees it."""
    layer: int = 0
    """Params: the layer that is asked about, from 1; 0: all of them."""
    data: Shape = ()
    """input_shape and reshape: X.shape before."""
    right: Shape = ()
    """input_shape and reshape: what belongs in the hole."""
    labels: Labels | None = None
    """Last: what is predicted."""

    def answer(self, rules: Rules | None = None) -> str | None:
        """Return the right answer; under altered `rules` what follows from them.

        None where nothing does: the program is refused, or we do not know. The answer to "error"
        is the number of a line, RUNS for none.
        """
        if self.right:
            return str(self.right)
        if self.labels is not None:
            return str(right_ending(self.labels))
        return _told(self, self.trace(rules))

    def trace(self, rules: Rules | None = None) -> Trace:
        """Return the trace of the whole code (kept, for it is asked for several times)."""
        return _trace(self.code, rules or _TRUE)


_TRUE = Rules()


@lru_cache(1000)
def _trace(code: str, rules: Rules) -> Trace:
    return trace(code, rules=rules)


def _told(visit: Visit, found: Trace) -> str | None:
    if found.unknown is not None:
        return None
    if visit.asked == "error":
        return str(found.refusal.line) if found.refusal else RUNS
    if found.refusal is not None:
        return None
    if visit.asked == "shape":
        return None if found.shape is None else str(found.shape)
    params = found.params
    if visit.layer:
        layers = [step.params for step in found.steps if step.number == visit.layer]
        params = layers[0] if layers else None
    return None if params is None else str(params)
