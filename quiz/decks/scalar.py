"""One text as a YAML scalar that every reader takes for that very text."""

from __future__ import annotations

import json
import re
from functools import cache

from yaml import ScalarNode
from yaml.resolver import Resolver

_ONE_LINE = re.compile(
    r"[ -~\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]+"
)
_NOT_IN_JSON = re.compile(r"[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_INDICATOR_FIRST = re.compile(r"[,\[\]{}#&*!|>'\"%@`?:]|-(?!\w)")
_NOT_PLAIN = re.compile(r":(?:\s|$)|\s#")
_NOT_PLAIN_IN_FLOW = re.compile(r"[,\[\]{}?:]")


def inline(text: str, *, flow: bool = False) -> str:
    """Return `text` as a scalar on one line, plain if that is safe, else quoted.

    `flow`: it stands between brackets or is a key, where commas, brackets and colons mean more.
    """
    if not _ONE_LINE.fullmatch(text):
        return _escaped(text)
    if _plain(text) and not (flow and _NOT_PLAIN_IN_FLOW.search(text)):
        return text
    if '"' in text or "\\" in text:
        return "'" + text.replace("'", "''") + "'"
    return f'"{text}"'


def literal(text: str, indent: int) -> str | None:
    """Return `text` as a `|` block, its lines after `indent` spaces.

    None where only a quoted scalar can hold it, for odd spaces or characters. The block ends
    with a line break where the text does.
    """
    lines = text.removesuffix("\n").split("\n")
    if not all(map(_block_line, lines)) or not (lines[0] and lines[-1]) or lines[0][0] == " ":
        return None
    body = "\n".join(" " * indent + line if line else "" for line in lines)
    return f"|\n{body}\n" if text.endswith("\n") else f"|-\n{body}"


def _block_line(line: str) -> bool:
    return not line or bool(line.strip(" ") and _ONE_LINE.fullmatch(line))


def _plain(text: str) -> bool:
    return (
        text == text.strip()
        and not _INDICATOR_FIRST.match(text)
        and not _NOT_PLAIN.search(text)
        and _is_text(text)
    )


@cache
def _resolver() -> Resolver:
    return Resolver()


def _is_text(plain: str) -> bool:
    # This program reads `no` and `3.10` as typed, other YAML programs as a truth and a number.
    tag = _resolver().resolve(ScalarNode, plain, (True, False))  # type: ignore[no-untyped-call]
    return bool(tag == "tag:yaml.org,2002:str")


def _escaped(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    return _NOT_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)
