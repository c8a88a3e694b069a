"""Text to syntax tree, or what is wrong with it and where."""

from __future__ import annotations

import ast
import io
import re
import textwrap
import tokenize
import warnings
from contextlib import suppress
from typing import NamedTuple

from quiz.marking.mark import Mistake

_PROMPT = re.compile(r"^(?:>>> ?|\.\.\. ?|In \[\d+\]: ?)", re.MULTILINE)
_QUOTES = str.maketrans("“”‘’", "\"\"''")
_REASONS = (
    (re.compile(r"'(.)' was never closed"), "code not closed"),
    (re.compile(r"unmatched '(.)'"), "code not opened"),
    (re.compile(r"unterminated (?:triple-quoted )?(?:f-)?string"), "code quotes"),
    (re.compile(r"forgot a comma"), "code comma"),
    (re.compile(r"expected ':'"), "code colon"),
    (re.compile(r"indent"), "code indent"),
    (re.compile(r"positional argument follows keyword"), "code positional"),
    (re.compile(r"keyword argument repeated: (\w+)"), "code repeated"),
    (re.compile(r"invalid (?:non-printable )?character '?(.)?"), "code character"),
)

_CLOSERS = {")": "(", "]": "[", "}": "{"}


class Broken(NamedTuple):
    """Text that is not Python."""

    mistake: Mistake
    """Its `values` have the line (from 1) and what Python stumbled over."""
    at: int
    """Where Python stumbled, in characters."""


def plain(text: str) -> str:
    """Return `text` as code: no prompts, no common indent, typographic quotes as plain ones."""
    return textwrap.dedent(_PROMPT.sub("", text.translate(_QUOTES))).strip("\n").rstrip()


def parse(code: str) -> ast.Module | Broken:
    """Return the syntax tree of `code` (see `plain`), or how it is broken."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # "\d" in a string is no concern here
            return ast.parse(code)
    except SyntaxError as error:
        return _broken(error, code)
    except (ValueError, RecursionError, MemoryError):
        return Broken(Mistake("code syntax", {"line": "1", "text": code[:40]}), 0)


def _broken(error: SyntaxError, code: str) -> Broken:
    lines = code.splitlines(keepends=True) or [""]
    if error.msg.startswith("closing parenthesis") and (opener := _left_open(code)):
        return opener
    line = min(max(error.lineno or 1, 1), len(lines))
    start, text = sum(map(len, lines[: line - 1])), lines[line - 1]
    at = start + max((error.offset or 1) - 1, 0)
    values = {"line": str(line), "text": text.strip()[:60]}
    for pattern, kind in _REASONS:
        if found := pattern.search(error.msg):
            if found.groups() and found[1]:
                values["found"] = found[1]
            if kind == "code indent":  # Python points behind the line
                at = start + len(text) - len(text.lstrip())
            return Broken(Mistake(kind, values), min(at, len(code)))
    return Broken(Mistake("code syntax", values), min(at, len(code)))


def _left_open(code: str) -> Broken | None:
    """Return the bracket that was left open before one of another kind closes."""
    lines = code.splitlines(keepends=True)
    open_: list[tokenize.TokenInfo] = []
    with suppress(tokenize.TokenError, SyntaxError):
        for token in tokenize.generate_tokens(io.StringIO(code).readline):
            if token.string in _CLOSERS.values():
                open_.append(token)
            elif token.string in _CLOSERS:
                if open_ and open_[-1].string != _CLOSERS[token.string]:
                    break
                open_ = open_[:-1]
    if not open_:
        return None
    bracket, (line, column) = open_[-1].string, open_[-1].start
    values = {"line": str(line), "text": lines[line - 1].strip()[:60], "found": bracket}
    return Broken(Mistake("code not closed", values), sum(map(len, lines[: line - 1])) + column)
