"""Reading one deck file into rows for the index."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from quiz.cards.card import Card
from quiz.decks.deck import DeckReader, Entry, card_of
from quiz.decks.duplicates import Ids
from quiz.memory.card_rows import CardRow, card_row, provisional


class DeckReading:
    """One pass over the deck at `path`; `reader.title` and `reader.problems` are whole after it."""

    def __init__(self, path: Path) -> None:
        self.reader = DeckReader(path)
        self._taken = Ids()
        self._equal = Counter[str]()
        """How many entries without an id were equal, by the id of the first."""

    def rows(self) -> Iterator[CardRow | None]:
        """Give a row for each card that works, of cards with one id the first.

        None stands for an entry without one, so that whoever waits knows that it goes on.
        """
        reader = self.reader
        for entry in reader:
            raw = entry.raw
            named = bool(entry.cards and entry.cards[0].id)
            cards = entry.cards
            if cards and not named:
                raw, cards = self._with_id(entry)
            if twice := self._taken.add(cards, reader.path):
                reader.problems.append(twice)
                cards = []
            for card in cards:
                yield card_row(card, raw, named)
            if not cards:
                yield None

    def _with_id(self, entry: Entry) -> tuple[dict[str, object], list[Card]]:
        """Return an entry without an id and its cards with a provisional one."""
        reader = self.reader
        first = provisional(reader.name, entry.raw)
        self._equal[first] += 1
        id = provisional(reader.name, entry.raw, self._equal[first])
        raw = {"id": id, **{key: value for key, value in entry.raw.items() if key != "id"}}
        return raw, card_of(raw, reader.name, line=entry.line, weak=reader.weak, tags=reader.tags)
