"""The code that a question shows, run: what it says is the value of its last line."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import pandas as pd

from tests.facts.proof import Fact

_WORDS = re.compile(r"[ -~]+")
_CODE = re.compile(r"[(\[=]")


def lines(fact: Fact) -> list[str]:
    """Return the pieces of code in the question; both languages must show the same ones.

    In the Korean text they are all that is not Korean.
    """
    ask = fact.cards[0].ask
    found = [piece for words in _WORDS.findall(ask.ko) for piece in _pieces(words)]
    assert found and all(piece in ask.en for piece in found)
    return found


def shown(fact: Fact, **names: Any) -> Any:
    """Run the code in the question with `names`, np and pd; return the value of its last line.

    Our own decks alone are run so.
    """
    names = {"np": np, "pd": pd, **names}
    *before, last = lines(fact)
    for line in before:
        exec(line, names)
    try:
        return eval(last, names)
    except SyntaxError:
        return exec(last, names)


def _pieces(words: str) -> Iterator[str]:
    """Give the code in `words`, of several statements with commas between them each one."""
    for part in re.split(r", (?=\w+ = )", words.strip(" .,?:")):
        if _CODE.search(part) and _is_code(part):
            yield part


def _is_code(text: str) -> bool:
    try:
        ast.parse(text)
    except SyntaxError:
        return False
    return True
