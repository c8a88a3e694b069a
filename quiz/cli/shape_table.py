"""A trace as a table of 80 columns: each step, its shapes, its parameters, its arithmetic."""

from __future__ import annotations

from quiz.cli.screen import pad, shown, width
from quiz.i18n import _
from quiz.shapes.trace import Nested, Step, Trace

_COLUMNS = 80
_PARAMS = 13


def print_trace(trace: Trace) -> None:
    """Print the steps of a trace and where they lead."""
    if trace.steps:
        _row(_("step"), _("layer or operation, its shapes and its arithmetic"), _("params"))
        print("─" * _COLUMNS)
    for step in trace.steps:
        _print_step(step)
    if trace.refusal or trace.unknown:
        return
    if trace.steps:
        print("─" * _COLUMNS)
    print(_("Shape: {shape}", shape=trace.shape))
    if trace.params is not None and trace.trainable is not None:
        print(
            _(
                "Parameters: {all} ({trained} trained, {kept} not)",
                all=f"{trace.params:,}",
                trained=f"{trace.trainable:,}",
                kept=f"{trace.params - trace.trainable:,}",
            )
        )


def _print_step(step: Step) -> None:
    params = "" if step.params is None else f"{step.params:,}"
    _row(str(step.number or ""), step.written, params)
    if step.after is None:
        _under(_("✗ {shape} does not go in", shape=_told(step.before)) if step.before else "✗")
    elif step.before is None:
        _under(_told(step.after))
    else:
        _under(f"{_told(step.before)} → {_told(step.after)}")
    for line in step.lines:
        _under(f"  {line}")


def _told(shape: Nested) -> str:
    """Return a shape as it is printed; several with commas between."""
    if isinstance(shape, tuple) and shape and all(isinstance(part, tuple) for part in shape):
        return ", ".join(map(str, shape))
    return str(shape)


def _row(first: str, text: str, last: str) -> None:
    room = _COLUMNS - 5 - _PARAMS
    cut = shown(text)
    while width(cut) > room:
        cut = cut[:-2].rstrip("…") + "…"
    left, right = " " * (4 - width(first)), " " * (_PARAMS - width(last))
    print(f"{left}{first} {pad(cut, room)}{right}{last}".rstrip())


def _under(text: str) -> None:
    """Print a text below its step, broken where it would pass the last column."""
    indent, words = " " * 5, shown(text).split(" ")
    line = words[0]
    for word in words[1:]:
        if width(indent) + width(line) + 1 + width(word) > _COLUMNS:
            print(indent + line)
            line = "    " + word
        else:
            line += " " + word
    print(indent + line)
