"""Arguments of two calls side by side, however each is given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from quiz.marking.code.difference import slip
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


def misspelled(extra: Sequence[str], missing: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Give each argument too many that is a missing one misspelled, and that one."""
    open_ = list(missing)
    for key in extra:
        if wanted := next((one for one in open_ if slip(key, one)), None):
            open_.remove(wanted)
            yield key, wanted
