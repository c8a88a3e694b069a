"""The ids of drills: the card they are made from, the form, and what is particular to them.

As an id says all, a drill is made again exactly from the log: `scaler-robust~letters~RobustScal?r`.
"""

from __future__ import annotations

from typing import NamedTuple

FORMS = ("letters", "spelling", "contrast", "dtype")
"""Fill the missing letters, pick the right one of four spellings, tell two names apart,
say the dtype first."""
_MARK = "~"


class DrillId(NamedTuple):
    """An id taken apart."""

    card: str
    """The id of the card in a deck."""
    form: str
    detail: str
    """letters: the name, ? for each hole · spelling: the wrong ones, + between them ·
    contrast: the other name · dtype: which part of it is asked."""


def drill_id(card: str, form: str, detail: str) -> str:
    """Return the id of a drill; `read_id` gives its parts back."""
    return _MARK.join((card, form, detail))


def read_id(id: str) -> DrillId | None:
    """Return the parts of a drill's id, None if it is none."""
    parts = id.rsplit(_MARK, 2)
    if len(parts) < 3 or parts[1] not in FORMS or not parts[0] or not parts[2]:
        return None
    return DrillId(*parts)


def made_of(id: str) -> str:
    """Return the id of the card that a drill is made of; of any other card its own."""
    parts = read_id(id)
    return parts.card if parts else id


def is_drill(id: str) -> bool:
    """Return whether this is the id of a drill."""
    return read_id(id) is not None
