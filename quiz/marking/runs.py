"""Making the runs of an alignment look like what a person would point at."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.marking.align import Run


def calm(runs: list[Run]) -> list[Run]:
    """Take a letter that is the same by chance, between two longer edits, into one change."""
    calm: list[Run] = []
    for run in runs:
        while len(calm) > 1 and calm[-1].op == "same" and run.op != "same":
            same, before = calm[-1], calm[-2]
            if same.g_end - same.g >= min(_size(before), _size(run)):
                break
            run = Run("changed", before.g, run.g_end, before.e, run.e_end)
            del calm[-2:]
        calm.append(run)
    return calm


def _size(run: Run) -> int:
    return max(run.g_end - run.g, run.e_end - run.e)


def at_words(runs: list[Run], ours: Sequence[str], theirs: Sequence[str]) -> list[Run]:
    """Slide each gap between equal letters to the start of a word, where it can be."""
    runs = list(runs)
    for place in range(1, len(runs) - 1):
        before, run, after = runs[place - 1 : place + 2]
        if run.op not in ("missing", "extra") or before.op != "same" or after.op != "same":
            continue
        text, start, end = (
            (theirs, run.e, run.e_end) if run.op == "missing" else (ours, run.g, run.g_end)
        )
        by = _slide(text, start, end, before.g_end - before.g)
        runs[place - 1] = Run("same", before.g, before.g_end - by, before.e, before.e_end - by)
        runs[place] = Run(run.op, run.g - by, run.g_end - by, run.e - by, run.e_end - by)
        runs[place + 1] = Run("same", after.g - by, after.g_end, after.e - by, after.e_end)
    return [run for run in runs if run.g < run.g_end or run.e < run.e_end]


def _slide(text: Sequence[str], start: int, end: int, room: int) -> int:
    by = 0
    while by <= room and start - by >= 0:
        first = text[start - by]
        if start == by or not text[start - by - 1].isalnum() or first.isupper():
            return by
        if by == room or text[start - by - 1] != text[end - by - 1]:
            return 0
        by += 1
    return 0
