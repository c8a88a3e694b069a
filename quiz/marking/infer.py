"""What kind of answer a text is, where the card does not say."""

from __future__ import annotations

import re

from quiz.marking.hangul import has_hangul

_NAME = re.compile(r"[A-Za-z_]\w*(?:\.[A-Za-z_]\w*)*(?:\(\))?", re.ASCII)
_CONSTANTS = ("True", "False", "None")
_DTYPE = re.compile(
    r"(?:[a-z]+\.)*(?:u?int(?:8|16|32|64)|b?float(?:16|32|64)|complex(?:64|128)|bool_?|object_)"
)
_VALUE = re.compile(
    r"""True|False|None
    |(?:[Pp]ython\ ?|v|[=<>!~]=?\ ?)?[+-]?(?:\d+(?:\.\d+)*\.?|\.\d+)(?:[eE][+-]?\d+)?  # version
    |\d+(?:\.\d+)?(?:\ *[*/]\ *\d+(?:\.\d+)?)+            # 1/4, left as it is
    |0[xXoObB]\w+
    |[+-]?(?:np\.|numpy\.)?(?:inf|nan)
    |\((?:[^()]|\([^()]*\))*\)|\[.*\]|\{.*\}  # shape, list, dict
    |(?:[+-]?[\w.]+|None)(?:\s*,\s*(?:[+-]?[\w.]+|None))*\s*,  # 3,
    |[+-]?\d[\w.]*(?:\s*,\s*[+-]?\d[\w.]*)+                    # 28, 28, 1
    |[A-Za-z_]\w*\s*=[^=].*              # keyword argument
    |[A-Za-z_][\w.]*\(.+\)               # call
    |[A-Za-z_][\w.]*\[.+\]               # subscript
    |'[^']*'|"[^"]*"                     # a string that is no name
    """,
    re.ASCII | re.VERBOSE | re.DOTALL,
)


def infer(answer: str) -> str:
    """Return how `answer` is judged: "names" (identifiers), "values" or "prose".

    One Latin identifier, dotted or quoted too, is a name; what Python reads as a number, a
    version, a shape, a dtype, a keyword argument or a call is a value; the rest, and all
    with Hangul in it, is prose.
    """
    plain = answer.strip().strip("`").strip()
    if has_hangul(plain):
        return "prose"
    bare = plain.strip("'\"")
    if _DTYPE.fullmatch(bare):
        return "values"
    if _NAME.fullmatch(bare) and plain not in _CONSTANTS:
        return "names"
    return "values" if _VALUE.fullmatch(plain) else "prose"
