"""Weak spots: what the learner finds hard, declared once, named by cards."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import NamedTuple, cast

from quiz.cards.card import Card
from quiz.cards.fields import Field
from quiz.cards.problem import Problem
from quiz.cards.reading import Fields
from quiz.i18n import N_
from quiz.text import Text, both

FILE = "weak-spots.yaml"
FIELDS = (
    Field("name", N_("Name"), "text", required=True),
    Field("sentence", N_("In your own words"), "line"),
    Field("spelling", N_("Spelling counts"), "line", choices=("true", "false")),
)


class WeakSpot(NamedTuple):
    """Something the learner finds hard."""

    id: str
    name: Text
    sentence: str
    """The learner's own words."""
    spelling: bool
    """Whether the spelling is the point: then a slip counts as missed."""


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
    from quiz.decks.complaints import Unreadable
    from quiz.decks.source import Source
    from quiz.decks.yaml import stream

    path = os.path.join(folder, FILE)
    spots: dict[str, WeakSpot] = {}
    problems: list[Problem] = []
    if not os.path.exists(path):
        return spots, problems
    try:
        source = Source.open(path)
        try:
            for part in stream(source, "weak-spots"):
                problems += part.problems
                if part.item and not part.problems:
                    problems += _read(part.value, spots, path)
                elif part.key != "weak-spots":
                    header = Fields({}, path, part.key.line)
                    header.unknown_key(part.key, ("weak-spots",))
                    problems += header.problems
        finally:
            source.close()
    except Unreadable as error:
        problems.append(error.problem)
    return spots, problems


def _read(value: object, spots: dict[str, WeakSpot], path: str) -> list[Problem]:
    """Add the weak spot that `value` is to `spots`; return what is wrong with it."""
    line = int(getattr(value, "line", 0))
    raw = cast(dict[str, object], value) if isinstance(value, dict) else {}
    fields = Fields(raw, path, line)
    fields.check(frozenset({"id", *(field.key for field in FIELDS)}), ("id", "name"))
    if fields.id in spots:
        message = both("{id} is declared twice", id=fields.id)
        fields.complain("duplicate-id", message, both("Keep one of the two."), raw["id"])
    name, sentence = fields.text("name"), fields.line("sentence")
    spelling = fields.choice("spelling", ("true", "false")) == "true"
    if fields.sound:
        spots[fields.id] = WeakSpot(fields.id, name, sentence, spelling)
    return fields.problems
