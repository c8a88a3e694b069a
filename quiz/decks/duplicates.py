"""Ids that stand twice, within a deck or across decks."""

from __future__ import annotations

import os
from collections.abc import Iterable

from quiz.cards.card import Card
from quiz.cards.problem import Problem
from quiz.text import both


class Ids:
    """The ids met so far, and where."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[str, int]] = {}

    def add(self, cards: Iterable[Card], file: str) -> Problem | None:
        """Take the ids of one entry's cards; the problem if one is taken, and then none is added.

        `file` is the path of the deck they stand in. Cards without an id never clash.
        """
        places = {}
        for card in cards:
            for name in {card.note, card.id} - {""}:
                if first := self._places.get(name):
                    return duplicate_id(name, first, (file, card.line))
                places[name] = (file, card.line)
        self._places.update(places)
        return None


def duplicate_id(name: str, first: tuple[str, int], second: tuple[str, int]) -> Problem:
    """Make the problem of the id `name`, taken at `first` and again at `second` (file, line)."""
    places = [f"{os.path.basename(file)}:{line}" for file, line in (first, second)]
    message = both(
        "{id} is the id of two cards: {one} and {other}", id=name, one=places[0], other=places[1]
    )
    hint = both("Give one of them another id; the one that keeps it keeps its history.")
    return Problem(second[0], second[1], 0, name, "duplicate-id", message, hint)
