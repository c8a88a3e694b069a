"""One place in a session's plan."""

from __future__ import annotations

from typing import NamedTuple


class Entry(NamedTuple):
    """A card to ask, with what keeps similar ones apart."""

    card: str
    note: str
    """Siblings, say the holes of one cloze, share it."""
    twin: str
    """Equal for equal answers."""
    weak: tuple[str, ...]
    new: bool
    """Never answered before."""
    deck: str = ""
