"""Whether a name was misspelled or is another one: how many slips are still a slip."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from quiz.marking.letters import SOUNDS, VOWELS
from quiz.marking.mark import Mistake
from quiz.marking.name_words import word_slips
from quiz.marking.slips import LAYOUT, letter_slips

_LONG = 8
"""Letters from which on any two slips are forgiven; shorter names get too near each other."""
_MIDDLE = 5
_FOUR = 4
_SHORT = 3
_EXTRA = 20
"""Letters above twice the name's own that even a name written out in full does not have."""
_PLAIN = LAYOUT | {"swapped", "doubled", "undoubled"}
_OWN_SOUND = frozenset((*SOUNDS.values(), "vowel", "ending", "case", "doubled", "lookalike"))

KINDS = frozenset(
    (
        *(*SOUNDS.values(), *_PLAIN, "vowel", "moved", "dropped", "extra", "singular", "plural"),
        *("ending", "lookalike", "letter", "digit", "form", "short", "long", "word"),
        *("word missing", "order", "several"),
    )
)
"""Every kind of slip that `spelling` names."""


@lru_cache(maxsize=64)
def spelling(given: str, expected: str) -> Mistake | None:
    """Return the slip (or the "several") that makes `given` of `expected`.

    None: they differ by more than a slip. The kind "number" is no slip: another digit there
    makes another thing (Conv1D for Conv2D, float16 for float32).
    """
    if len(given) > 2 * len(expected) + _EXTRA:
        return None
    slips = letter_slips(given, expected)
    if slips and any(slip.kind == "number" for slip in slips):
        return slips[0] if len(slips) == 1 else None
    if not slips or not _forgiven(slips, len(expected)):
        slips = word_slips(given, expected)
    return several(slips) if slips else None


def _forgiven(slips: Sequence[Mistake], length: int) -> bool:
    kinds = {slip.kind for slip in slips}
    if len(slips) == 1:
        if length == 1:
            return kinds <= _OWN_SOUND
        if length < _LONG and _letters(slips[0]) > 1:
            return False
        return length > _SHORT or "letter" not in kinds
    if kinds <= LAYOUT:
        return True
    if len(slips) == 2 and length >= _FOUR and all(map(_of_vowels, slips)):
        return True
    if len(slips) > 2:
        return False
    natural = kinds <= _OWN_SOUND or (bool(kinds & _PLAIN) and "letter" not in kinds)
    return length >= _LONG or (length >= _MIDDLE and natural)


def _of_vowels(slip: Mistake) -> bool:
    return slip.kind == "vowel" or VOWELS.issuperset(slip.values.get("letters", "."))


def _letters(slip: Mistake) -> int:
    return len(slip.values.get("letters", "."))


def several(slips: Sequence[Mistake]) -> Mistake:
    """Return the one slip, or a "several" whose values name each: "1", "1.given", "2" …"""
    if len(slips) == 1:
        return slips[0]
    values = {}
    for place, slip in enumerate(slips, 1):
        values[str(place)] = slip.kind
        values |= {f"{place}.{key}": value for key, value in slip.values.items()}
    return Mistake("several", values)
