"""A trace in words, step by step, and the step where another one parts from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz.shapes.trace import Nested, Step, Trace
from quiz.text import Text, both

_LONGEST = 60
"""Characters of a step's code that are told."""
_WIDTH = 70
"""Characters of a line with code and shapes; longer ones are parted."""
_INDENT = "\n     "


def told(found: Trace, *, params: bool = False) -> Text:
    """Return all steps: the layer, shape in and out, the arithmetic below it; then the refusal.

    How the parameters are counted is told with `params`.
    """
    lines = [line for step in found.steps for line in _step(step, params=params)]
    if found.refusal is not None:
        lines.append(found.refusal.reason)
        lines.append(found.refusal.remedy)
    return joined(line for line in lines if line)


def parting(right: Trace, other: Trace) -> Text:
    """Say at which step `other` parts from `right`, with the arithmetic of both; or nothing.

    The first line names the step, the second is right, the third what was thought.
    """
    for ours, theirs in zip(right.steps, other.steps, strict=False):
        if (ours.after, ours.params) != (theirs.after, theirs.params):
            return _parted(ours, theirs)
    return Text()


def joined(lines: Iterable[Text]) -> Text:
    """Return lines one below another, in both languages."""
    kept = list(lines)
    return Text("\n".join(line.ko for line in kept), "\n".join(line.en for line in kept))


def _step(step: Step, *, params: bool) -> Iterator[Text]:
    if step.number == 0:
        return
    head = f"{step.number}  {_short(step.written)}"
    end = f" → {_shape(step.after)}" if step.after is not None else "  ✗"
    shapes = _shape(step.before) + end
    gap = "  " if len(head) + len(shapes) < _WIDTH else _INDENT
    yield _same(f"{head}{gap}{shapes}")
    for line in step.lines:
        if params or not line.en.startswith("parameters:"):
            yield Text(f"{_INDENT[1:]}{line.ko}", f"{_INDENT[1:]}{line.en}")


def _parted(ours: Step, theirs: Step) -> Text:
    pairs = zip(ours.lines, theirs.lines, strict=False)
    right, given = next(
        (pair for pair in pairs if pair[0] != pair[1]),
        (_result(ours, theirs), _result(theirs, ours)),
    )
    lines = (both("At step {n}:", n=ours.number), _marked("✓", right), _marked("✗", given))
    return joined(lines)


def _marked(sign: str, text: Text) -> Text:
    return Text(f"   {sign} {text.ko}", f"   {sign} {text.en}")


def _result(step: Step, other: Step) -> Text:
    """Return what tells `step` from `other`: the shape that comes out, else the parameters."""
    if step.after == other.after:
        return both("{n} parameters", n=step.params)
    return _same(_shape(step.after) if step.after is not None else "✗")


def _same(text: str) -> Text:
    return Text(text, text)


def _shape(shape: Nested) -> str:
    return str(shape) if shape is not None else "·"


def _short(written: str) -> str:
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
