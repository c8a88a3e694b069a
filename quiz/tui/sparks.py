"""A row of small columns that shows how a share moved; plain text, for screens and commands."""

from __future__ import annotations

from collections.abc import Sequence

_STEPS = "▁▂▃▄▅▆▇█"


def spark(shares: Sequence[float]) -> str:
    """Return a column for each of `shares` (0 to 1)."""
    return "".join(_STEPS[min(int(share * len(_STEPS)), len(_STEPS) - 1)] for share in shares)


def moved(shares: Sequence[float]) -> str:
    """Return by how many per cent points the last differs from the first: "+9", "-3", "±0"."""
    points = round(shares[-1] * 100) - round(shares[0] * 100)
    return f"{points:+d}" if points else "±0"
