"""Which lines of the log are in effect once undoes are taken into account."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from quiz.memory.line import encode
from quiz.memory.review import Deed, Review


def effective(reviews: Iterable[Review]) -> list[Review]:
    """Return one card's lines that are in effect, by (at, id); their order coming in is no matter.

    An UNDO takes back its target and restores what that had taken back. An ANSWER with `undoes`
    takes its target's place, and with it what the target had taken the place of. The same line
    from two files counts once. An undo of a line that is not here does nothing, nor does one
    older than its target.
    """
    lines: dict[str, Review] = {}
    for review in reviews:
        known = lines.setdefault(review.id, review)
        if known is not review and known != review:
            lines[review.id] = min(known, review, key=encode)  # a line was edited: any, always it
    undone = _undone(lines)
    kept = [line for line in lines.values() if line.id not in undone and line.deed != Deed.UNDO]
    return sorted(kept, key=lambda line: (line.at, line.id))


def _undone(lines: dict[str, Review]) -> set[str]:
    """Return the ids of the lines that are taken back."""
    takers: dict[str, list[str]] = defaultdict(list)
    for line in lines.values():
        if line.undoes in lines and line.undoes < line.id:
            takers[line.undoes].append(line.id)
    undone: set[str] = set()
    void: set[str] = set()  # what these took back is restored
    # Later ids first: whether a line holds is known before its target is looked at.
    for target in sorted(takers, reverse=True):
        holding = [taker for taker in takers[target] if taker not in void]
        if holding:
            undone.add(target)
        if any(lines[taker].deed is Deed.UNDO for taker in holding):
            void.add(target)
    return undone
