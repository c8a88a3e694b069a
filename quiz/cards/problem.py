"""What is wrong in a deck: where, what, and how to mend it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from quiz.text import Text, clean


class Problem(NamedTuple):
    """One thing to mend, in both languages; the cards it does not name still work."""

    file: str
    """Path of the deck, as it was given."""
    line: int
    """From 1; 0 where the whole file is meant."""
    column: int
    """From 1; 0 where the whole line is meant."""
    card: str
    """The card's id, "" where it has none or the file is meant."""
    code: str
    """A name for this kind of problem that never changes, say "unknown-key"."""
    message: Text
    hint: Text
    level: Literal["error", "advice"] = "error"
    """An error keeps something from working; advice does not."""


def quoted(value: object) -> str:
    """Return a deck's own words as a message may quote them: harmless, on one line, not long."""
    text = " ".join(clean(str(value)[:200]).split())
    return text if len(text) <= 60 else f"{text[:60]}…"
