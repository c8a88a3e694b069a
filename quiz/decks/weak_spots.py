"""Weak spots: what the learner finds hard, declared once, named by cards."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple

from quiz.cards.card import Card
from quiz.cards.fields import Field
from quiz.cards.problem import Problem, quoted
from quiz.cards.reading import Fields
from quiz.decks.side_file import read_side_file
from quiz.i18n import N_
from quiz.text import Text, both

FILE = "weak-spots.yaml"
FIELDS = (
    Field("name", N_("Name"), "text", required=True),
    Field("sentence", N_("In your own words"), "line"),
    Field("spelling", N_("Spelling counts"), "line", choices=("true", "false")),
    Field("dtype_first", N_("Ask the dtype first until so many are right in a row"), "line"),
)


class WeakSpot(NamedTuple):
    """Something the learner finds hard."""

    id: str
    name: Text
    sentence: str
    """The learner's own words."""
    spelling: bool
    """Whether the spelling is the point: then a slip counts as missed."""
    dtype_first: int = 0
    """How many right in a row make it a habit to look at the dtype first; 0: it is not asked."""


def spelling_counts(card: Card, spots: Mapping[str, WeakSpot]) -> bool:
    """Return whether a slip in the answer to `card` is a lapse: its spelling is the point."""
    return card.answer_type == "names" and any(
        spots[name].spelling for name in card.weak if name in spots
    )


def load_weak_spots(folder: str | os.PathLike[str]) -> dict[str, WeakSpot]:
    """Return the weak spots declared in `folder` by id, as the file lists them; see the other."""
    return read_weak_spots(folder)[0]


def read_weak_spots(
    folder: str | os.PathLike[str],
) -> tuple[dict[str, WeakSpot], list[Problem]]:
    """Return the weak spots declared in `folder`, and what is wrong with them. Raises nothing.

    A folder without the file has none.
    """
    spots: dict[str, WeakSpot] = {}
    path = os.path.join(folder, FILE)
    return spots, read_side_file(path, "weak-spots", lambda fields: _read(fields, spots))


def _read(fields: Fields, spots: dict[str, WeakSpot]) -> None:
    """Add the weak spot that `fields` hold to `spots`."""
    fields.check(frozenset({"id", *(field.key for field in FIELDS)}), ("id", "name"))
    if fields.id in spots:
        message = both("{id} is declared twice", id=fields.id)
        fields.complain("duplicate-id", message, both("Keep one of the two."), fields.raw["id"])
    name, sentence = fields.text("name"), fields.line("sentence")
    spelling = fields.choice("spelling", ("true", "false")) == "true"
    dtype_first = _count(fields, "dtype_first")
    if fields.sound:
        spots[fields.id] = WeakSpot(fields.id, name, sentence, spelling, dtype_first)


def _count(fields: Fields, key: str) -> int:
    """Return the value of `key`, a whole number of at most three digits, 0 where there is none."""
    said = fields.line(key)
    if not said or (said.isascii() and said.isdecimal() and len(said) <= 3):
        return int(said or 0)
    message = both("{key} cannot be {value}", key=key, value=quoted(said))
    fields.complain("unknown-value", message, both("Write a whole number."), fields.raw.get(key))
    return 0
