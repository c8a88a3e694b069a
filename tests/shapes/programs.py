"""Programs as learners write them; the facts suite compares them with the real libraries."""

from __future__ import annotations

from pathlib import Path

_DATA = Path(__file__).parents[1] / "data"


def programs() -> list[str]:
    """Return whole programs, most of them Keras models."""
    return (_DATA / "shape_programs.txt").read_text("utf-8").split("# ---\n")


def lines() -> list[str]:
    """Return single lines as programs, each below what is given for its group."""
    found = []
    for group in (_DATA / "shape_lines.txt").read_text("utf-8").split("# given\n")[1:]:
        given, below = group.split("# lines\n")
        found += [f"{given}{line}\nprint(out)\n" for line in below.splitlines()]
    return found
