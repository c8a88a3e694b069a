"""`quiz shape [FILE]`: the shapes of a program, step by step, without running it."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from quiz.cli.json_lines import each_line
from quiz.cli.options import Parser, add_json
from quiz.cli.screen import print_json, shown
from quiz.cli.shape_table import print_trace
from quiz.errors import QuizError, UsageError
from quiz.i18n import _
from quiz.shapes.rules import Shape
from quiz.shapes.trace import Trace, trace
from quiz.text import Text, both

if TYPE_CHECKING:
    from quiz.cli.context import Context


def run(arguments: list[str], context: Context) -> int:
    """Print the trace of a program; with --jsonl a line of JSON for each line of stdin."""
    parser = Parser("shape", _("Work out the shapes of a program, step by step."))
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help=_("- or none: stdin"))
    parser.add_argument(
        "--input", metavar="28,28,1", help=_("the shape of one sample, for lines without an Input")
    )
    add_json(parser)
    parser.add_argument("--jsonl", action="store_true", help=_("read and print lines of JSON"))
    options = parser.parse_args(arguments)
    if options.jsonl:
        return each_line(_line, _failed)
    result = trace(_code(options.file), options.input and _sample(options.input))
    if options.json:
        print_json(as_dict(result))
    else:
        print_trace(result)
        _complain(result, options.file)
    return 1 if result.refusal or result.unknown else 0


def _code(file: str) -> str:
    if file == "-":
        return "" if sys.stdin is None else sys.stdin.buffer.read().decode("utf-8-sig", "replace")
    try:
        with open(file, "rb") as opened:
            return opened.read().decode("utf-8-sig", "replace")
    except (OSError, ValueError) as error:
        raise UsageError(
            _("cannot read {file}: {error}", file=file, error=getattr(error, "strerror", error)),
            _("Name a file with Python code, or give the code on stdin."),
        ) from None


def _sample(text: str) -> Shape:
    """Read `28,28,1` as (None, 28, 28, 1); a None in front is taken for the batch."""
    words = [word.strip() for word in text.strip().strip("()[]").split(",") if word.strip()]
    if not words or not all(
        word == "None" or (word.isascii() and word.isdigit()) for word in words
    ):
        raise UsageError(
            _("--input {text!r} is not a shape", text=text),
            _("Write the lengths of one sample: --input 28,28,1"),
        )
    dims = tuple(None if word == "None" else int(word) for word in words)
    return dims if dims[0] is None and len(dims) > 1 else (None, *dims)


def _complain(result: Trace, file: str) -> None:
    """Say on stderr why there is no answer, where, and what to do."""
    name = "" if file == "-" else f"{file}:"
    if result.refusal:
        line, reason, remedy = result.refusal.line, result.refusal.reason, result.refusal.remedy
        message = f"{name}{line}: {result.refusal.error}: {reason}"
    elif result.unknown:
        remedy = both("This cannot be told from the code alone.")
        message = f"{name}{result.unknown.line}: {result.unknown.what}"
    else:
        return
    sys.stdout.flush()
    print(f"quiz: {shown(message)}", file=sys.stderr)
    if remedy:
        print(f"  → {shown(remedy)}", file=sys.stderr)


def as_dict(result: Trace) -> dict[str, Any]:
    """Return what `quiz shape --json` prints."""
    return {
        **_answer(result),
        "trainable": result.trainable,
        "known": result.unknown is None,
        "steps": [
            {
                "step": step.number,
                "line": step.line,
                "code": step.written,
                "input": step.before,
                "output": step.after,
                "params": step.params,
                "frozen": step.frozen,
                "arithmetic": [line.as_dict() for line in step.lines],
            }
            for step in result.steps
        ],
    }


def _answer(result: Trace) -> dict[str, Any]:
    """Return what a line of `quiz shape --jsonl` says."""
    error: dict[str, Any] | None = None
    if result.refusal:
        error = {"step": result.refusal.step, "reason": result.refusal.reason.as_dict()}
    elif result.unknown:
        error = {"step": result.unknown.step, "reason": result.unknown.what.as_dict()}
    return {"shape": result.shape, "params": result.params, "error": error}


def _failed(error: QuizError) -> dict[str, Any]:
    reason = Text(str(error), str(error))
    return {"shape": None, "params": None, "error": {"step": 0, "reason": reason.as_dict()}}


def _line(line: Any) -> dict[str, Any]:
    if not isinstance(line, dict) or not isinstance(line.get("code"), str):
        raise UsageError(_("a line needs “code” (a text)"))
    return _answer(trace(line["code"], _shape(line.get("input_shape"))))


def _shape(value: Any) -> Shape | None:
    """Return an input_shape of a line; None where there is none, or several."""
    if value is None:
        return None
    if isinstance(value, list) and all(d is None or (type(d) is int and d >= 0) for d in value):
        return tuple(value)
    if isinstance(value, list) and all(isinstance(part, list) for part in value):
        return None  # a program of several inputs tells them itself
    raise UsageError(_("“input_shape” must be a list of lengths, the batch first, or null"))
