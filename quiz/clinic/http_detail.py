"""What an HTTP answer of FastAPI says, in one line for each of its problems."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator

_START = re.compile(r"\{\s*[\"']detail[\"']")


def details(text: str) -> list[str]:
    """Return “detail: TYPE at PLACE.NAME: MESSAGE; input: VALUE” for each problem in a body."""
    found: list[str] = []
    for start in _START.finditer(text):
        body = _body(text[start.start() :])
        found += _said(body.get("detail")) if isinstance(body, dict) else ()
    return found


def _body(text: str) -> object:
    try:
        return json.JSONDecoder().raw_decode(text)[0]
    except (ValueError, RecursionError):
        pass
    try:
        return ast.literal_eval(text.strip().partition("\n")[0])
    except (ValueError, SyntaxError, RecursionError, MemoryError):
        return None


def _said(detail: object) -> Iterator[str]:
    if isinstance(detail, str):
        yield f"detail: {detail}"
    for problem in detail if isinstance(detail, list) else ():
        if isinstance(problem, dict):
            place = ".".join(map(str, problem.get("loc") or ("?",)))
            said = f"detail: {problem.get('type')} at {place}: {problem.get('msg')}"
            yield said + (f"; input: {problem['input']!r}" if "input" in problem else "")
