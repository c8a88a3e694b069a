"""Python code as it is drawn everywhere: its words, strings and numbers told apart."""

from __future__ import annotations

import re
from functools import lru_cache
from keyword import iskeyword
from typing import NamedTuple

from textual.content import Content, Span

from quiz.cards.card import Question

_TOKEN = re.compile(
    r"""
    (?P<hole>\[…\])
    |(?P<comment>\#[^\n]*)
    |(?P<string>[rbuf]{0,2}(?:
        \"{3}.*?(?:\"{3}|\Z) | '{3}.*?(?:'{3}|\Z)
        | \"(?:\\.|[^\"\\\n])*\"? | '(?:\\.|[^'\\\n])*'?
    ))
    |(?P<number>(?:0[xob][\da-f_]+|\d[\d_]*\.?[\d_]*|\.\d[\d_]*)(?:e[+-]?\d+)?)
    |(?P<word>[^\W\d]\w*)
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
_CONSTANTS = frozenset(("True", "False", "None"))
STYLES = {
    "keyword": "$text-primary",
    "string": "$text-secondary",
    "number": "$text-accent",
    "comment": "italic $text-muted",
    "hole": "bold reverse",
}
"""How each kind of token is drawn; none in a colour that speaks of verdicts."""


class Token(NamedTuple):
    """A part of code that is drawn in a style of its own: [start, end) in characters."""

    start: int
    end: int
    kind: str
    """A key of STYLES."""


@lru_cache(32)  # a field that is typed in asks once a line
def tokens(code: str) -> tuple[Token, ...]:
    """Return the tokens of `code` to be told apart; it need not be whole, nor right."""
    found = ((_kind(match), match) for match in _TOKEN.finditer(code))
    return tuple(Token(*match.span(), kind) for kind, match in found if kind)


def _kind(match: re.Match[str]) -> str:
    kind = str(match.lastgroup)
    if kind != "word":
        return kind
    if match[0] in _CONSTANTS:
        return "number"
    return "keyword" if iskeyword(match[0]) else ""


def code_content(code: str) -> Content:
    """Return `code` in its colours."""
    return Content(code, [Span(*token[:2], STYLES[token.kind]) for token in tokens(code)])


def asked_content(question: Question) -> Content:
    """Return the question in bold, the code it shows below in colours."""
    asked = str(question.ask).removesuffix(question.code)
    return Content.styled(asked, "bold") + code_content(question.code).stylize_before("not bold")
