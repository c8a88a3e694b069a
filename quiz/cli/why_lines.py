"""`quiz why --jsonl`: a line of JSON for each line of stdin."""

from __future__ import annotations

from typing import Any

from quiz.cli.json_lines import each_line
from quiz.clinic.explain import Explanation, explain
from quiz.errors import UsageError
from quiz.i18n import N_, _
from quiz.text import both

UNKNOWN = N_("This error is not known here, and nothing is guessed.")
UNKNOWN_FIX = N_(
    "Read its last line and look at the line of your own code that the traceback names last."
)


def as_dict(found: Explanation | None) -> dict[str, Any]:
    """Return what a line of `quiz why --jsonl` says; texts that admit it where it is not known."""
    if found is None:
        cause, fix = both(UNKNOWN), both(UNKNOWN_FIX)
        return {"family": None, "weak": None, "cause": cause.as_dict(), "fix": fix.as_dict()}
    return {
        "family": found.family,
        "weak": found.weak,
        "cause": found.cause.as_dict(),
        "fix": found.fix.as_dict(),
    }


def explain_lines() -> int:
    """Explain each line of stdin; one that makes no sense gets an “error”, and 1 at the end."""
    return each_line(_line, lambda error: as_dict(None) | {"error": str(error)})


def _line(line: Any) -> dict[str, Any]:
    message, code = (line.get("message"), line.get("code")) if isinstance(line, dict) else (0, 0)
    if not isinstance(message, str | None) or not isinstance(code, str | None):
        raise UsageError(_("a line needs “message” (a text); “code” may be given, too"))
    if message is None and code is None:
        raise UsageError(_("a line needs “message” (a text); “code” may be given, too"))
    return as_dict(explain(message or "", code))
