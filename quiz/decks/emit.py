"""One card, or one value of a card, as YAML in the manner of the file it goes into."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from quiz.decks.scalar import inline, literal

Value: TypeAlias = "str | Sequence[Value] | Mapping[str, Value]"
"""What a deck file holds: texts, lists and mappings of them."""

WIDTH = 100
"""Columns within which a value is written on one line."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a file writes its cards."""

    step: int = 2
    """Spaces by which a nested line is indented."""
    gap: int = 2
    """Columns from a list's dash to what follows it."""
    flow_texts: bool = False
    """Texts in two languages stand on one line, {ko: …, en: …}, where they fit."""
    blocks: bool = True
    """Texts of several lines stand below a | sign, else in quotes."""


def flow(value: Value) -> str:
    """Return `value` on one line, lists and mappings in brackets."""
    if isinstance(value, str):
        return inline(value, flow=True)
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key_of(key)}: {flow(item)}" for key, item in value.items()) + "}"
    return "[" + ", ".join(map(flow, value)) + "]"


def after_colon(value: Value, column: int, style: Style) -> str:
    """Return what follows `key:` when the key stands in `column` (from 0).

    No line break at the end, but for a `|` block whose text ends with one.
    """
    if _on_one_line(value, column, style):
        return " " + (inline(value) if isinstance(value, str) else flow(value))
    inner = column + style.step
    if isinstance(value, str):
        return " " + ((literal(value, inner) if style.blocks else None) or inline(value))
    return "\n" + " " * inner + _block(value, inner, style)


def item(value: Value, column: int, style: Style) -> str:
    """Return a list item with its dash, which stands in `column`; ends as `after_colon` does."""
    if isinstance(value, Mapping) and value and not _on_one_line(value, column, style):
        return "-" + " " * (style.gap - 1) + pairs(value, column + style.gap, style)
    return "-" + after_colon(value, column, style)


def pairs(values: Mapping[str, Value], column: int, style: Style) -> str:
    """Return the `key: value` lines of a mapping, the first of them without its indentation."""
    lines = [f"{key_of(key)}:{after_colon(item, column, style)}" for key, item in values.items()]
    return joined(lines, column)


def joined(parts: Sequence[str], column: int) -> str:
    """Put `parts` one below the other in `column`, the first without its indentation."""
    indent = " " * column
    return "".join(
        part.removesuffix("\n") + "\n" + indent if number < len(parts) else part
        for number, part in enumerate(parts, 1)
    )


def _block(value: Sequence[Value] | Mapping[str, Value], column: int, style: Style) -> str:
    if isinstance(value, Mapping):
        return pairs(value, column, style)
    return joined([item(each, column, style) for each in value], column)


def _on_one_line(value: Value, column: int, style: Style) -> bool:
    if isinstance(value, str):
        return "\n" not in value
    if isinstance(value, Mapping):
        if not (value.keys() <= {"ko", "en"} and style.flow_texts):
            return not value
        parts: Sequence[Value] = list(value.values())
    else:
        parts = value
    if not all(isinstance(part, str) and "\n" not in part for part in parts):
        return False
    return column + style.step + len(flow(value)) <= WIDTH


def key_of(key: str) -> str:
    """Return `key` as it stands before its colon."""
    return inline(key, flow=True)
