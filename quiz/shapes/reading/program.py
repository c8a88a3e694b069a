"""A whole program: read, then asked what it prints or makes last."""

from __future__ import annotations

import ast
import textwrap
import warnings
from typing import Any

from quiz.shapes import arrays, layers, learning, tables
from quiz.shapes.layers.layer import Layer
from quiz.shapes.reading import (
    calls,
    expressions,
    functions,
    loops,
    names,
    operators,
    statements,
    subscripts,
)
from quiz.shapes.reading.answer import Answer, answer_of
from quiz.shapes.reading.graph import input_tensor
from quiz.shapes.reading.log import nested
from quiz.shapes.reading.machine import UNFIT, Machine, TooLong
from quiz.shapes.reading.model import Model
from quiz.shapes.reading.models import build
from quiz.shapes.reading.sequential import add
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Rules, Shape
from quiz.shapes.trace import Doubt, Refusal, Trace
from quiz.shapes.values import Unknown
from quiz.text import both

READERS = (
    arrays,
    calls,
    expressions,
    functions,
    layers,
    learning,
    loops,
    names,
    operators,
    statements,
    subscripts,
    tables,
)
"""Everything that registers what it reads when it is loaded."""


def read(code: str, input_shape: Shape | None, rules: Rules) -> Trace:
    """Return the trace of `code`."""
    code = textwrap.dedent(code.replace("\t", "    "))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's remarks on the learner's code
            tree = ast.parse(code)
    except SyntaxError as error:
        return _unreadable(error)
    except (ValueError, RecursionError, MemoryError):
        return Trace(unknown=Doubt(1, 1, both("Python cannot read this code")))
    whole = any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(tree))
    machine = Machine(code, rules, input_shape, whole)
    try:
        machine.run(tree.body)
        _stack(machine)
        return _answered(machine, answer_of(machine))
    except Refused as refusal:
        return _refused(machine, refusal)
    except NotKnown as doubt:
        return _unknown(machine, doubt.source or machine.doubt(doubt.what))
    except UNFIT:
        return _unknown(machine, machine.doubt(both("I do not know what this program makes")))
    except (TooLong, RecursionError):
        return _unknown(machine, machine.doubt(both("the program is too long or deep to follow")))
    except functions.Return:
        return _unknown(machine, machine.doubt(both("return stands outside of a function")))


def _unreadable(error: SyntaxError) -> Trace:
    line = error.lineno or 1
    written = " ".join((error.text or "").split())
    reason = both("Python cannot read line {line}: {error}", line=line, error=error.msg)
    remedy = both("Look for a missing bracket, comma or quotation mark there or in the line above.")
    return Trace(refusal=Refusal(1, line, written, reason, remedy, "SyntaxError"))


def _stack(machine: Machine) -> None:
    """Put the lone layers of a fragment one upon another, as the lines of a Sequential model."""
    models = [value for _node, value in machine.told if isinstance(value, Model)]
    lone = [layer for layer in machine.layers if isinstance(layer, Layer) and layer.built is None]
    if models or not lone:
        if models and models[-1].inputs is None and machine.given is not None:
            given, machine.given = machine.given, None
            machine.log.given(machine.line, "--input", given)
            build(machine, models[-1], given)
        return
    model = Model("Sequential")
    sample = lone[0].input_shape
    shape = machine.given or (machine.rules.batch(sample, None) if sample is not None else None)
    machine.told.append((None, model))
    if shape is None:
        model.layers = list(lone)
        return
    machine.given = None
    model.inputs = model.outputs = input_tensor(machine, shape, lone[0].line, "input")
    for layer in lone:
        add(machine, model, layer)


def _answered(machine: Machine, answer: Answer) -> Trace:
    if isinstance(answer.shape, Unknown):
        return _unknown(machine, answer.shape)
    shape = nested(_as_told(machine.rules, answer.shape))
    steps = tuple(machine.log.steps)
    return Trace(steps, shape, answer.params, answer.trainable)


def _as_told(rules: Rules, shape: Any) -> Any:
    if isinstance(shape, list):
        return [_as_told(rules, part) for part in shape]
    return rules.answer(shape) if isinstance(shape, tuple) else shape


def _refused(machine: Machine, refusal: Refused) -> Trace:
    line, written, before = refusal.place or (machine.line, "", None)
    number = machine.log.refused(line, written, before)
    told = Refusal(number, line, written, refusal.reason, refusal.remedy, refusal.error)
    return Trace(tuple(machine.log.steps), refusal=told)


def _unknown(machine: Machine, value: Unknown) -> Trace:
    doubt = Doubt(value.step or machine.log.next_number, value.line or machine.line, value.what)
    return Trace(tuple(machine.log.steps), unknown=doubt)
