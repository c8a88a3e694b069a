"""A value in a deck's text becomes another by as few changed characters as can be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import groupby

from quiz.decks.emit import Style, Value, after_colon, flow, item, joined, key_of
from quiz.decks.place import (
    Child,
    begins_line,
    break_before,
    children,
    in_brackets,
    is_alias,
    line_end,
)
from quiz.decks.splice import Splice
from quiz.decks.yaml import Map, Seq


class Change:
    """The splices that change values in `text`, collected; new values are written in `style`."""

    def __init__(self, text: str, style: Style) -> None:
        self.text = text
        self.style = style
        self.splices: list[Splice] = []

    def put(self, start: int, end: int, new: str) -> None:
        """Put `new` in the place of the characters from `start` to before `end`."""
        if start != end or new:
            self.splices.append(Splice(start, end, new))

    def value(self, child: Child, new: Value, brackets: bool) -> None:
        """Make `new` the value of `child`, which stands in `brackets` or in lines of its own.

        What is equal within the two stays as it is written.
        """
        old = child.value
        if old == new:
            return
        if old and not is_alias(self.text, old):
            if isinstance(old, Map) and isinstance(new, Mapping) and old.keys() & new.keys():
                return self._mapping(old, new)
            if isinstance(old, Seq) and isinstance(new, list) and new:
                return self._list(old, new)
        if brackets:
            self._replace_in_brackets(child, new)
        else:
            self._replace_in_lines(child, new)

    def first(self, child: Child, key: str, text: str) -> None:
        """Make `key` the first pair of the mapping that is the value of `child`."""
        node = child.value
        assert isinstance(node, Map)
        pairs = children(self.text, node)
        brackets = in_brackets(self.text, node)
        if (same := next((pair for pair in pairs if pair.key == key), None)) is not None:
            self.value(same, text, brackets)
        elif not pairs:
            at = node.end - 1
            self.put(at, at, _in_flow(key, text))
        else:
            between = ", " if brackets else "\n" + " " * pairs[0].column
            self.put(pairs[0].start, pairs[0].start, _in_flow(key, text) + between)

    def insert(
        self, before: Child, values: Sequence[tuple[str | None, Value]], brackets: bool
    ) -> None:
        """Put pairs, or items where the key is None, after the child `before`."""
        if brackets:
            between = ",\n" + " " * before.column if begins_line(self.text, before) else ", "
            self.put(before.end, before.end, "".join(between + _in_flow(*each) for each in values))
            return
        written = [self._in_lines(*each, before.column) for each in values]
        self.lines(line_end(self.text, before.end), joined(written, before.column), before.column)

    def lines(self, at: int, written: str, column: int) -> None:
        """Put lines below the line whose break is at `at`, the first after `column` spaces."""
        if at < len(self.text):
            written = written.removesuffix("\n")
        self.put(at, at, "\n" + " " * column + written)

    def remove(self, siblings: Sequence[Child], gone: Sequence[int], brackets: bool) -> None:
        """Take out those of `siblings` whose numbers are in `gone`; some must stay."""
        for _offset, run in groupby(enumerate(gone), lambda pair: pair[1] - pair[0]):
            numbers = [number for _index, number in run]
            self._remove_run(siblings, numbers[0], numbers[-1], brackets)

    def _remove_run(self, siblings: Sequence[Child], one: int, last: int, brackets: bool) -> None:
        first, after = siblings[one], siblings[last + 1 : last + 2]
        if brackets and not after:
            self.put(siblings[one - 1].end, siblings[last].end, "")
        elif brackets or (after and not begins_line(self.text, first)):
            self.put(first.start, after[0].start, "")
        else:
            end = line_end(self.text, siblings[last].end)
            self.put(break_before(self.text, first.line), end, "")

    def _mapping(self, old: Map, new: Mapping[str, Value]) -> None:
        brackets = in_brackets(self.text, old)
        pairs = children(self.text, old)
        numbers = {pair.key: number for number, pair in enumerate(pairs)}
        for pair in pairs:
            if pair.key is not None and pair.key in new:
                self.value(pair, new[pair.key], brackets)
        at = max(number for key, number in numbers.items() if key in new)
        added: dict[int, list[tuple[str | None, Value]]] = {}
        before = None
        for key, value in new.items():
            if key in numbers:
                before = numbers[key]
            else:
                added.setdefault(at if before is None else before, []).append((key, value))
        for number, values in added.items():
            self.insert(pairs[number], values, brackets)
        gone = [number for key, number in numbers.items() if key not in new]
        self.remove(pairs, gone, brackets)

    def _list(self, old: Seq, new: list[Value]) -> None:
        brackets = in_brackets(self.text, old)
        items = children(self.text, old)
        same = _common(old, new)
        # One item is changed in place at least: new ones are put after it.
        rest = min(len(old), len(new)) - max(same, 1)
        tail = min(_common(old[::-1], new[::-1]), max(rest, 0))
        middle, wanted = items[same : len(old) - tail], new[same : len(new) - tail]
        for child, value in zip(middle, wanted, strict=False):
            self.value(child, value, brackets)
        if extra := wanted[len(middle) :]:
            before = items[same + len(middle) - 1]
            self.insert(before, [(None, value) for value in extra], brackets)
        self.remove(items, range(same + len(wanted), len(old) - tail), brackets)

    def _replace_in_brackets(self, child: Child, new: Value) -> None:
        if child.end == child.lead:
            self.put(child.lead, child.lead, " " + flow(new))
        else:
            self.put(child.value.start, child.end, flow(new))

    def _replace_in_lines(self, child: Child, new: Value) -> None:
        written = self._after_lead(child, new)
        head, _break, tail = written.partition("\n")
        start, lead = child.value.start, child.lead
        line = start - (child.value.column - 1)
        if line > lead:
            self.put(lead, lead, head)
            self.put(break_before(self.text, line), child.end, "")
        elif head and child.key is not None and start < child.end:
            self.put(start, child.end, head.lstrip(" "))
        else:
            self.put(lead, child.end, head)
        if tail:
            # Below the line, not within: a comment after the old value stays a comment.
            at = line_end(self.text, child.end)
            self.put(at, at, "\n" + (tail.removesuffix("\n") if at < len(self.text) else tail))

    def _after_lead(self, child: Child, new: Value) -> str:
        if child.key is None:
            return item(new, child.column, self.style)[1:]
        return after_colon(new, child.column, self.style)

    def _in_lines(self, key: str | None, value: Value, column: int) -> str:
        if key is None:
            return item(value, column, self.style)
        return f"{key_of(key)}:{after_colon(value, column, self.style)}"


def _in_flow(key: str | None, value: Value) -> str:
    return flow(value) if key is None else f"{key_of(key)}: {flow(value)}"


def _common(one: Sequence[object], other: Sequence[object]) -> int:
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count
