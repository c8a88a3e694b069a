"""Bars that say how far, in lines of two weights: they speak without colour."""

from __future__ import annotations

from textual.content import Content

FULL, EMPTY = "━", "─"


def bar(share: float, width: int, style: str = "$text-primary") -> Content:
    """Return a bar of `width` cells of which `share` (0 to 1) is full."""
    full = min(max(round(share * width), 0), width)
    return Content.assemble((FULL * full, style), (EMPTY * (width - full), "$text-disabled"))


def mastery_bar(recall: float, seen: int, width: int) -> Content:
    """Return how well a weak spot's cards would be recalled now: bar and per cent.

    `recall` is 0 to 1, `seen` how many of its cards were ever asked (none: no per cent).
    """
    if not seen:
        return Content.assemble(bar(0, width), ("    -", "$text-muted"))
    style = "$text-success" if recall >= 0.85 else "$text-warning"
    return Content.assemble(bar(recall, width, style), f" {recall:>4.0%}")
