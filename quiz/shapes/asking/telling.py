"""A trace in words, step by step, and the step where another one parts from it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz.shapes.trace import Nested, Step, Trace
from quiz.text import Text, both

_LONGEST = 48
"""Characters of a step's code that are told."""


def told(found: Trace) -> Text:
    """Return all steps: the layer, shape in and out, the arithmetic below it; then the refusal."""
    lines = [line for step in found.steps for line in _step(step)]
    if found.refusal is not None:
        lines.append(found.refusal.reason)
        lines.append(found.refusal.remedy)
    return joined(line for line in lines if line)


def parting(right: Trace, other: Trace) -> Text:
    """Say at which step `other` parts from `right`, with the arithmetic of both; or nothing."""
    for ours, theirs in zip(right.steps, other.steps, strict=False):
        if (ours.after, ours.params) != (theirs.after, theirs.params):
            return _parted(ours, theirs)
    return Text()


def joined(lines: Iterable[Text]) -> Text:
    """Return lines one below another, in both languages."""
    kept = list(lines)
    return Text("\n".join(line.ko for line in kept), "\n".join(line.en for line in kept))


def _step(step: Step) -> Iterator[Text]:
    if step.number == 0:
        return
    head = f"{step.number}  {_short(step.written)}  {_shape(step.before)}"
    end = f" → {_shape(step.after)}" if step.after is not None else "  ✗"
    yield Text(head + end, head + end)
    for line in step.lines:
        yield Text(f"     {line.ko}", f"     {line.en}")


def _parted(ours: Step, theirs: Step) -> Text:
    pairs = zip(ours.lines, theirs.lines, strict=False)
    right, given = next(
        (pair for pair in pairs if pair[0] != pair[1]),
        (_result(ours, theirs), _result(theirs, ours)),
    )
    return both("Step {n}: {right} — not {given}", n=ours.number, right=right, given=given)


def _result(step: Step, other: Step) -> Text:
    """Return what tells `step` from `other`: the shape that comes out, else the parameters."""
    if step.after == other.after:
        return both("{n} parameters", n=step.params)
    said = _shape(step.after) if step.after is not None else "✗"
    return Text(said, said)


def _shape(shape: Nested) -> str:
    return str(shape) if shape is not None else "·"


def _short(written: str) -> str:
    return written if len(written) <= _LONGEST else f"{written[:_LONGEST]}…"
