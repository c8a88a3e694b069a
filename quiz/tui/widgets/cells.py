"""Texts cut and padded by terminal cells, in which a Hangul syllable takes two."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size


def fit(text: str, width: int, *, right: bool = False) -> str:
    """Return `text` in exactly `width` cells: cut with "…" or padded (on the left if `right`)."""
    text = text.replace("\n", " ")
    size = cell_len(text)
    if size > width:
        return set_cell_size(text, width - 1) + "…" if width > 0 else ""
    pad = " " * (width - size)
    return pad + text if right else text + pad


def centre(text: str, width: int) -> str:
    """Return `text` in exactly `width` cells, in their middle; cut with "…" if it is longer."""
    left = max(width - cell_len(text), 0) // 2
    return " " * left + fit(text, width - left)
