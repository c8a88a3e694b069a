"""Misspelled words of an answer as the words of the right code that they were meant as.

A misspelled class or module hides what its arguments mean; once mended, only the slip is left.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from quiz.marking.code.difference import Difference, slip
from quiz.marking.code.places import Places
from quiz.marking.mark import Mistake, Names

_FAR = 4
"""Letters by which a word is longer or shorter that is another word, not a slip."""


class Word(NamedTuple):
    """A word of a program: the `part`-th of the dotted text in a field of a node."""

    text: str
    start: int
    node: ast.AST
    field: str
    part: int = 0

    def put(self, text: str) -> None:
        """Write `text` in its place."""
        parts = getattr(self.node, self.field).split(".")
        parts[self.part] = text
        setattr(self.node, self.field, ".".join(parts))


def mend(code: str, tree: ast.Module, right: ast.Module, names: Names) -> list[Difference]:
    """Mend `tree`, which is that of `code`, by the words of `right`; return each slip once."""
    known = {word.text: word for word in _words("", right)}
    found: dict[str, Difference] = {}
    for word in _words(code, tree):
        if word.text in known or names.get(word.text) is not None:
            continue
        for meant in known:
            near = abs(len(meant) - len(word.text)) < _FAR
            if near and (mistake := slip(word.text, meant)):
                word.put(meant)
                end = word.start + len(word.text)
                told = _told(word, meant, mistake)
                found.setdefault(word.text, Difference(told, word.start, end, meant, "slip"))
                break
    return list(found.values())


def _told(word: Word, meant: str, mistake: Mistake) -> Mistake:
    if not isinstance(word.node, ast.keyword):
        return mistake
    return Mistake("code argument misspelled", {"given": word.text, "expected": meant})


def _words(code: str, tree: ast.Module) -> Iterator[Word]:
    """Give the words of `tree`; without its `code` their places are 0."""
    places = Places(code) if code else None
    for node in ast.walk(tree):
        start, end = places.span(node) if places else (0, 0)
        match node:
            case ast.Name():
                yield Word(node.id, start, node, "id")
            case ast.Attribute():
                yield Word(node.attr, end - len(node.attr), node, "attr")
            case ast.keyword(arg=str(name)):
                yield Word(name, start, node, "arg")
            case ast.alias():
                yield from _dotted(node.name, start, node, "name")
            case ast.ImportFrom(module=str(module)):
                yield from _dotted(module, code.find(module, start), node, "module")
            case ast.Constant(value=str(text)) if text.isidentifier():
                yield Word(text, start + 1, node, "value")


def _dotted(text: str, start: int, node: ast.AST, field: str) -> Iterator[Word]:
    for part, word in enumerate(text.split(".")):
        yield Word(word, start, node, field, part)
        start += len(word) + 1
