"""Arguments of a call the learner may write by position or by name."""

from __future__ import annotations

from quiz.marking.code.term import Term


def by_position(ours: dict[str, Term], theirs: dict[str, Term]) -> dict[str, Term]:
    """Name the arguments that `theirs` gives by position as `ours`, where only those are named."""
    open_ = [key for key in ours if key not in theirs]
    named = {}
    for key, value in theirs.items():
        if key.isdigit() and key not in ours and open_:
            same = [one for one in open_ if ours[one].same(value)]
            key = (same or open_)[0]
            open_.remove(key)
        named[key] = value
    return named


def stretches(given: Term, right: Term) -> bool:
    """Return whether one number stands for a tuple of it, as 3 does for (3, 3)."""
    return bool(right.parts) and all(part.same(given) for _, part in right.parts)
