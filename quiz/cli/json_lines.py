"""`--jsonl`: a line of JSON for each line of stdin, one that makes no sense told and passed by."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from typing import Any

from quiz.errors import QuizError, UsageError
from quiz.i18n import _

Report = Mapping[str, Any]


def each_line(report: Callable[[Any], Report], failed: Callable[[QuizError], Report]) -> int:
    """Print what `report` makes of each line of stdin, read as JSON; blank ones are passed by.

    Where a line is no JSON, or `report` raises QuizError, what `failed` says of it is printed,
    and the reason with the line's number on stderr. Return 1 if there was such a line, else 0.
    """
    bad = 0
    for number, text in enumerate(sys.stdin.buffer if sys.stdin else (), 1):
        if not text.strip():
            continue
        try:
            said = report(_read(text))
        except QuizError as error:
            bad = 1
            said = failed(error)
            print(_("quiz: line {number}: {error}", number=number, error=error), file=sys.stderr)
        print(json.dumps(said, ensure_ascii=False), flush=True)
    return bad


def _read(text: bytes) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UsageError(_("not JSON: {error}", error=error)) from None
