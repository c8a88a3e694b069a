"""Ratios of medians over interleaved rounds: a time alone does not repeat, its ratio does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from statistics import median

Measure = Callable[[], float]


def medians(measures: Mapping[str, Measure], rounds: int) -> dict[str, float]:
    """Run every measure once a round, in turns, and return each one's median."""
    taken: dict[str, list[float]] = {name: [] for name in measures}
    for _ in range(rounds):
        for name, measure in measures.items():
            taken[name].append(measure())
    return {name: median(values) for name, values in taken.items()}


def report(what: str, value: float, floor: float, floor_name: str, goal: str) -> None:
    """Print one line: what, its ratio to the floor measured in the same run, and the goal."""
    print(f"{what:<58} {value / floor:>8.2f} × {floor_name:<28} goal {goal}", flush=True)
