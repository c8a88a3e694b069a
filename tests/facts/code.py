"""Code that stands in a card, read as a syntax tree and never evaluated."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from tests.facts.proof import Fact


class Call(NamedTuple):
    """A call whose arguments are literals: Conv2D(32, (3, 3), padding='same')."""

    name: str
    args: tuple[Any, ...]
    keywords: dict[str, Any]

    def of(self, room: object) -> Any:
        """Call what has the name in `room`, say a layer of keras.layers."""
        return getattr(room, self.name)(*self.args, **self.keywords)


def call(text: str) -> Call:
    """Return the call that `text` is; ValueError if an argument is no literal."""
    tree = ast.parse(text, mode="eval").body
    if not isinstance(tree, ast.Call):
        raise ValueError(text)
    args = tuple(map(ast.literal_eval, tree.args))
    named = {str(one.arg): ast.literal_eval(one.value) for one in tree.keywords}
    return Call(ast.unparse(tree.func).rpartition(".")[2], args, named)


def calls(fact: Fact) -> list[Call]:
    """Return the calls in the question of `fact`; both languages must show the same ones."""
    ask = fact.cards[0].ask
    found = list(_calls(ask.en))
    assert found == list(_calls(ask.ko)), "the two languages show different code"
    return found


def keywords(text: str) -> dict[str, Any]:
    """Return the arguments of 'name=value, …'; a value is a literal."""
    return call(f"arguments({text})").keywords


def _calls(text: str) -> Iterator[Call]:
    for start in re.finditer(r"(?<![\w.])[A-Za-z_][\w.]*\(", text):
        ends = (end.end() for end in re.finditer(r"\)", text) if end.start() >= start.end())
        for end in ends:
            try:
                yield call(text[start.start() : end])
                break
            except (SyntaxError, ValueError):
                continue
