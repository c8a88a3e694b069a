"""YAML text → values that know their place: scalars stay the text typed, nothing is executed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, cast

import yaml
from yaml import (
    AliasEvent,
    DocumentEndEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from quiz.cards.problem import Problem
from quiz.decks.complaints import Unreadable, problem
from quiz.decks.nodes import Map, Node, Scalar, Seq
from quiz.decks.source import Printable, Source
from quiz.decks.syntax import explained

Parser: Any
try:
    from yaml._yaml import CParser as Parser
except ImportError:  # PyYAML was built without libyaml
    from yaml import BaseLoader as Parser

__all__ = ["Map", "Node", "Part", "Scalar", "Seq", "read", "stream"]

MOST_DEPTH = 16
MOST_PROBLEMS = 100
"""Problems within one value that are told."""
MOST_ALIASED = 10_000
"""Values that aliases may repeat in one file: far beyond use, far below harm."""


class Part(NamedTuple):
    """A piece of a deck, as `stream` gives it."""

    key: Scalar
    """The key at the top of the file that it belongs to."""
    value: Node
    item: bool
    """True: `value` is one item of the list at that key; False: it is the key's whole value."""
    problems: list[Problem]
    """What is wrong within `value`, each with its place."""


def read(text: str, file: str = "") -> Map:
    """Return the mapping that `text` is; offsets count its characters, less a byte order mark.

    Raises Unreadable (a DeckError that names `file`) at the first thing wrong.
    """
    result = Map()
    for part in stream(Source.of(text, file), streamed=None):
        if part.problems:
            raise Unreadable(part.problems[0])
        result[part.key] = part.value
        if len(result) == 1:
            result.event, result.ended = part.key.event, None
    return result


def stream(
    source: Source, streamed: str | None = "cards", *, placed: bool = True
) -> Iterator[Part]:
    """Give the mapping at the top of a file pair by pair, the list at `streamed` item by item.

    That list itself comes first, empty. Memory stays flat however long it is. Raises Unreadable
    where the text can be read no further, after all that stands before. Where not `placed`, the
    texts in a mapping are bare str, a fourth faster; lists and mappings know their place still.
    """
    composer = _Composer(source, placed)
    try:
        yield from composer.parts(streamed)
    except (yaml.YAMLError, OverflowError, ValueError) as error:
        raise Unreadable(explained(error, source)) from None


class _Composer:
    def __init__(self, source: Source, placed: bool) -> None:
        self._file = source.file
        self._placed = placed
        self._next = Parser(Printable(source)).get_event
        self._anchors: dict[str, Node] = {}
        self._aliased = 0
        self._problems: list[Problem] = []

    def parts(self, streamed: str | None) -> Iterator[Part]:
        self._next()  # the stream's start
        if not isinstance(event := self._next(), DocumentStartEvent):
            raise self._fatal(event, "empty-file")
        if not isinstance(event := self._next(), MappingStartEvent):
            empty = isinstance(event, ScalarEvent) and not event.value
            raise self._fatal(event, "empty-file" if empty else "no-deck")
        self._check(event)
        seen = Map()
        seen.event = event
        while (event := self._next()).__class__ is not MappingEndEvent:
            key = self._key(event, 1)
            event = self._next()
            if key in seen:
                self._complain_twice(key, key.event, seen)
            seen.setdefault(key, key)
            if key == "<<":
                self._complain(key.event, "merge-key")
            if key == streamed and event.__class__ is SequenceStartEvent:
                yield from self._items(key, event)
            else:
                yield Part(key, self._node(event, 1), False, self._drained())
        while isinstance(event, MappingEndEvent | DocumentEndEvent):
            event = self._next()
        if isinstance(event, DocumentStartEvent):
            raise self._fatal(event, "several-documents")

    def _items(self, key: Scalar, event: Any) -> Iterator[Part]:
        self._check(event)
        if event.anchor is not None:
            self._complain(event, "anchored-cards")
        items = Seq()
        items.event = items.ended = event
        yield Part(key, items, False, self._drained())
        while (event := self._next()).__class__ is not SequenceEndEvent:
            yield Part(key, self._node(event, 2), True, self._drained())

    def _node(self, event: Any, depth: int) -> Node:
        kind = event.__class__
        node: Node
        if kind is ScalarEvent:
            node = Scalar(event.value)
            node.event = event
        elif kind is AliasEvent:
            return self._alias(event)
        elif depth >= MOST_DEPTH:
            raise self._fatal(event, "too-deep")
        elif kind is MappingStartEvent:
            node = self._map(event, depth)
        else:
            node = self._seq(event, depth)
        if event.tag is not None:
            self._check(event)
        if event.anchor is not None:
            self._anchors[event.anchor] = node
        return node

    def _map(self, event: Any, depth: int) -> Map:
        node = Map()
        node.event = event
        block = not event.flow_style
        placed = self._placed
        after = self._next
        value: Node
        # Nearly all keys and values are plain texts: those are made here, without a call.
        while (event := after()).__class__ is not MappingEndEvent:
            if event.__class__ is ScalarEvent and event.tag is None is event.anchor:
                key = event.value
                if placed:
                    key = Scalar(key)
                    key.event = event
            else:
                key = self._key(event, depth + 1)
            at = event
            event = after()
            if event.__class__ is ScalarEvent and event.tag is None is event.anchor:
                value = cast(Scalar, event.value)
                if placed:
                    value = Scalar(value)
                    value.event = event
            else:
                value = self._node(event, depth + 1)
            if key in node:
                self._complain_twice(key, at, node)
            else:
                node[key] = value
        node.ended = None if block else event
        if "<<" in node:
            self._complain(_key_event(node, "<<"), "merge-key")
        return node

    def _seq(self, event: Any, depth: int) -> Seq:
        node = Seq()
        node.event = event
        block = not event.flow_style
        while (event := self._next()).__class__ is not SequenceEndEvent:
            node.append(self._node(event, depth + 1))
        node.ended = None if block else event
        return node

    def _key(self, event: Any, depth: int) -> Scalar:
        node = self._node(event, depth)
        if isinstance(node, Scalar) and event.__class__ is ScalarEvent:
            return node
        self._complain(event, "key-not-text")
        key = Scalar()
        key.event = event
        return key

    def _alias(self, event: Any) -> Node:
        """Return a copy that stands where the alias does; what is within stays where it was."""
        node = self._anchors.get(event.anchor)
        if node is None:
            self._complain(event, "unknown-alias", name=event.anchor)
            node = Scalar()
        self._aliased += _size(node, MOST_ALIASED)
        if self._aliased > MOST_ALIASED:
            raise self._fatal(event, "too-many-aliases")
        copy: Node = cast(Any, node.__class__)(node)
        copy.event = event
        if not isinstance(copy, Scalar):
            copy.ended = event
        return copy

    def _check(self, event: Any) -> None:
        if event.tag is not None:
            self._complain(event, "tag", tag=event.tag.replace("tag:yaml.org,2002:", "!!"))

    def _complain_twice(self, key: str, event: Any, node: Map) -> None:
        first = _key_event(node, key).start_mark.line + 1
        second = event.start_mark.line + 1
        self._complain(event, "duplicate-key", key=key, first=first, second=second)

    def _drained(self) -> list[Problem]:
        problems, self._problems = self._problems, []
        return problems

    def _problem(self, event: Any, code: str, **values: object) -> Problem:
        mark = event.start_mark
        return problem(code, self._file, mark.line + 1, mark.column + 1, **values)

    def _complain(self, event: Any, code: str, **values: object) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(self._problem(event, code, **values))

    def _fatal(self, event: Any, code: str) -> Unreadable:
        return Unreadable(self._problem(event, code))


def _key_event(node: Map, key: str) -> Any:
    """Return the event of the key of `node` that equals `key`, else that `node` begins with."""
    return next(getattr(own, "event", node.event) for own in node if own == key)


def _size(node: Node, most: int) -> int:
    """Return how many values `node` is, written out, but hardly more than `most`."""
    count = 0
    pending = [node]
    while pending and count <= most:
        node = pending.pop()
        count += 1
        if not isinstance(node, Scalar):
            pending.extend(node.values() if isinstance(node, Map) else node)
    return count
