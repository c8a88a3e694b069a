"""Where the parts of a list or mapping stand in the text of a deck, to the character."""

from __future__ import annotations

import re
from typing import NamedTuple

from quiz.decks.yaml import Map, Node, Scalar, Seq

BREAK = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")
"""What YAML takes for the end of a line."""
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_DASH = re.compile(r"(?:\s|#.*)*-")
_COLON = re.compile(r"\s*:")
_KEEPS_BLANK_LINES = re.compile(r"[|>][0-9]*\+")


class Child(NamedTuple):
    """A pair of a mapping or an item of a list."""

    key: str | None
    """None: an item."""
    value: Node
    start: int
    """Its first character: the key's, the dash's, or between brackets the item's."""
    column: int
    """The column, from 0, in which it starts."""
    lead: int
    """The character after its colon or dash, from which on the value may stand."""
    end: int
    """The character after its last one, blank lines and comments left out."""

    @property
    def line(self) -> int:
        """The character with which the line begins that it starts in."""
        return self.start - self.column


def line_end(text: str, at: int) -> int:
    """Return where the line break stands that ends the line of character `at`."""
    found = BREAK.search(text, at)
    return found.start() if found else len(text)


def break_before(text: str, at: int) -> int:
    """Return where the line break stands that ends at `at`."""
    return at - (2 if text.endswith("\r\n", 0, at) else 1)


def begins_line(text: str, child: Child) -> bool:
    """Tell whether nothing but spaces stands before `child` in its line."""
    return not text[child.line : child.start].strip(" ")


def is_alias(text: str, node: Node) -> bool:
    """Tell whether `*name` stands in the place of `node`."""
    return text.startswith("*", node.start)


def in_brackets(text: str, node: Node) -> bool:
    """Tell whether a list or mapping is written in brackets, with commas."""
    return text.startswith(("[", "{"), _body(text, node))


def end_of(text: str, node: Node) -> int:
    """Return the character after the last one of `node`, its trailing blank lines left out."""
    if is_alias(text, node):
        return node.end
    if isinstance(node, Scalar):
        return _end_of_scalar(text, node)
    if not node or in_brackets(text, node):
        return node.end
    return end_of(text, list(node.values())[-1] if isinstance(node, Map) else node[-1])


def _body(text: str, node: Node) -> int:
    """Return where `node` itself begins, after its &name and !tag."""
    properties = _PROPERTIES.match(text, node.start)
    return properties.end() if properties else node.start


def _end_of_scalar(text: str, node: Scalar) -> int:
    written = text[_body(text, node) : node.end]
    if not written.startswith(("|", ">")):
        return node.end
    if _KEEPS_BLANK_LINES.match(written):
        return break_before(text, node.end) if BREAK.match(written[-1]) else node.end
    solid = node.end - len(written) + len(written.rstrip(" \t\r\n"))
    return min(line_end(text, solid), node.end)


def children(text: str, node: Map | Seq) -> list[Child]:
    """Return the parts of `node` in the order of the text."""
    if isinstance(node, Map):
        return [_pair(text, key, value) for key, value in node.items()]
    if in_brackets(text, node):
        return [
            Child(None, item, item.start, item.column - 1, item.start, end_of(text, item))
            for item in node
        ]
    return _dashed(text, node)


def _pair(text: str, key: str, value: Node) -> Child:
    assert isinstance(key, Scalar)
    colon = _COLON.match(text, key.end)
    lead = colon.end() if colon else key.end
    end = max(lead, end_of(text, value))
    return Child(key, value, key.start, key.column - 1, lead, end)


def _dashed(text: str, node: Seq) -> list[Child]:
    result = []
    at = node.start
    for item in node:
        dash = _DASH.match(text, at)
        lead = dash.end() if dash else item.start
        at = max(lead, end_of(text, item))
        result.append(Child(None, item, lead - 1, node.column - 1, lead, at))
    return result
