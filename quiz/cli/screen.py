"""What a command prints: JSON for programs, aligned lines for people."""

from __future__ import annotations

import json

TYPE_CHECKING = False
if TYPE_CHECKING:  # a shell prompt waits for every import
    from collections.abc import Sequence


def print_json(value: object) -> None:
    """Print `value` as one JSON document, Hangul readable."""
    print(json.dumps(value, ensure_ascii=False, indent=2))


def width(text: str) -> int:
    """Return how many terminal cells `text` takes: a Hangul syllable takes two.

    Own, not rich's: `quiz due` stands in a shell prompt and must not load rich.
    """
    if text.isascii():
        return len(text)
    import unicodedata

    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in unicodedata.normalize("NFC", text)
    )


def pad(text: str, cells: int) -> str:
    """Return `text` filled with spaces to `cells` cells."""
    return text + " " * (cells - width(text))


def print_columns(rows: Sequence[Sequence[str]]) -> None:
    """Print rows with their columns aligned by cells, two spaces apart."""
    widths = [max(width(cell) for cell in column) for column in zip(*rows, strict=True)]
    for row in rows:
        print("  ".join(map(pad, row, widths)).rstrip())


def one_line(text: str) -> str:
    """Return the first line of `text`, with … where more follows."""
    first, _, rest = text.partition("\n")
    return f"{first} …" if rest else first


def bar(share: float, cells: int = 20) -> str:
    """Return a bar of `cells` cells, filled to `share` (0 to 1)."""
    full = round(share * cells)
    return "█" * full + "░" * (cells - full)
