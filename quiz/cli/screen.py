"""What a command prints: JSON for programs, aligned lines for people."""

from __future__ import annotations

import sys

from quiz.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:  # a shell prompt waits for every import
    from collections.abc import Sequence

    from quiz.errors import QuizError


def print_json(value: object) -> None:
    """Print `value` as one JSON document, Hangul readable where stdout can take it."""
    import json

    said = json.dumps(value, ensure_ascii=False, indent=2)
    print(said if can_be_printed(said) else json.dumps(value, indent=2))


def can_be_printed(text: str) -> bool:
    """Return whether stdout can take every character of `text`."""
    try:
        text.encode(getattr(sys.stdout, "encoding", None) or "utf-8")
    except UnicodeEncodeError:
        return False
    return True


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


def shown(text: object) -> str:
    """Return a path or message as a terminal may show it: a file's name may hold escapes, too."""
    said = str(text)
    if said.isprintable():
        return said
    from quiz.text import clean

    return clean(said)


def tell(error: QuizError) -> int:
    """Print the error on stderr: what happened and where, then what to do; return its code."""
    print(f"quiz: {shown(error)}", file=sys.stderr)
    if error.hint:
        print(f"  → {shown(error.hint)}", file=sys.stderr)
    return error.exit_code


def no_decks(folder: object) -> str:
    """Return what to say where there is no deck at all, and what to do."""
    return _(
        "There is no deck in {folder}. `quiz add` makes one; QUIZ_DECKS names another folder.",
        folder=shown(folder),
    )


def one_line(text: str) -> str:
    """Return the first line of `text`, with … where more follows."""
    first, _newline, rest = text.partition("\n")
    return f"{first} …" if rest else first


def bar(share: float, cells: int = 20) -> str:
    """Return a bar of `cells` cells, filled to `share` (0 to 1)."""
    full = round(share * cells)
    return "█" * full + "░" * (cells - full)
