"""A deck: a YAML file as cards, each with what is wrong with it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, cast

from quiz.cards.card import Card
from quiz.cards.kinds import read_card
from quiz.cards.problem import Problem, quoted
from quiz.cards.reading import Fields
from quiz.decks.duplicates import Ids
from quiz.decks.weak_spots import FILE as WEAK_SPOTS_FILE
from quiz.i18n import N_
from quiz.text import Text, both, clean

if TYPE_CHECKING:
    from quiz.decks.source import Source
    from quiz.decks.yaml import Node, Part

_NO_CARDS = N_("The deck has no list of cards")
_LIST_THEM = N_("Write them below cards:, each beginning with a dash, as in - ask: …")
_NO_LIST = ("", "~", "null")

MOST_PROBLEMS = 1000
"""Problems of one deck that are told; of more only the number."""
DECK_KEYS = ("title", "weak", "tags", "cards")
"""The keys at the top of a deck."""


class Entry(NamedTuple):
    """One entry of a deck's list of cards."""

    raw: dict[str, object]
    """As in the file: texts, lists and mappings; JSON can hold it."""
    line: int
    cards: list[Card]
    """One card, several for a cloze; none where something is wrong."""


@dataclass(slots=True)
class Deck:
    """A deck as read. What its file says wrong is in `problems`; the cards all work."""

    name: str
    """Its file's stem."""
    path: str
    title: Text
    """The name where the file gives none."""
    weak: tuple[str, ...]
    """Weak spots of the cards that name none."""
    tags: tuple[str, ...]
    """Tags of the cards that name none."""
    cards: list[Card]
    problems: list[Problem]


class DeckReader:
    """One pass over the deck at `path`: iterate once to get its entries, memory stays flat.

    `title` and `problems` are complete when the iteration is over; `weak` and `tags`, which hold
    for the cards that have none, are known before the first entry. Nothing is raised: where the
    file cannot be read on, that is the last problem and the entries before it count. Where
    `placed`, every value of an entry knows its line and column, which takes longer; else a deck
    with problems is read once more for their places, and entries come again without their cards.
    """

    def __init__(self, path: str | os.PathLike[str], *, placed: bool = False) -> None:
        self._placed = placed
        self.path = os.fspath(path)
        self.name = deck_name(self.path)
        self.title = Text(self.name, self.name)
        self.weak: tuple[str, ...] = ()
        self.tags: tuple[str, ...] = ()
        self.problems: list[Problem] = []
        self._found: list[Problem] = []
        self._more = 0
        self._seen: set[str] = set()
        self._source: Source | None = None

    @property
    def bytes_read(self) -> int:
        """How far into its file it is."""
        return self._source.bytes_read if self._source else 0

    def __iter__(self) -> Iterator[Entry]:
        from quiz.decks.complaints import Unreadable
        from quiz.decks.source import Source

        try:
            source = self._source = Source.open(self.path)
        except Unreadable as error:
            self.problems.append(error.problem)
            return
        try:
            yield from self._entries(source, placed=self._placed)
            if self._found and not self._placed:
                yield from self._place_problems(source)
        finally:
            source.close()
        self.problems += self._found
        if self._more:
            self.problems.append(_more(self.path, self._more))

    def _entries(self, source: Source, *, placed: bool) -> Iterator[Entry]:
        from quiz.decks.complaints import Unreadable
        from quiz.decks.yaml import stream

        self._seen.clear()
        try:
            for part in stream(source, placed=placed):
                if part.item and not part.problems:
                    yield self._entry(part.value)
                else:
                    self._header(part)
            if "cards" not in self._seen:
                self._add([_no_cards(self.path)])
        except Unreadable as error:
            self._add([error.problem])
        self._add(source.problems)

    def _place_problems(self, source: Source) -> Iterator[Entry]:
        """Read once more, now that it pays that every text knows its place."""
        self._found.clear()
        self._more = 0
        source.rewind()
        for again in self._entries(source, placed=True):
            yield again._replace(cards=[])

    def _entry(self, value: Node) -> Entry:
        line = value.line
        cards, problems = read_card(
            value, deck=self.name, file=self.path, line=line, weak=self.weak, tags=self.tags
        )
        if problems:
            self._add(problems)
        return Entry(cast(dict[str, object], value) if isinstance(value, dict) else {}, line, cards)

    def _header(self, part: Part) -> None:
        late = "cards" in self._seen
        self._seen.add(part.key)
        if part.problems:
            card = part.value.get("id", "") if isinstance(part.value, dict) and part.item else ""
            self._add([problem._replace(card=quoted(card)) for problem in part.problems])
            return
        key = part.key
        fields = Fields({key: part.value}, self.path, key.line)
        if key == "title":
            self.title = fields.text(key) or self.title
        elif key in ("weak", "tags"):
            if late:
                fields.complain("too-late", *_too_late(key), key)
            setattr(self, key, fields.lines(key))
        elif key != "cards":
            fields.unknown_key(key, DECK_KEYS)
        elif part.value and part.value not in _NO_LIST:  # the list itself comes item by item
            fields.complain("wrong-type", both(_NO_CARDS), both(_LIST_THEM), part.value)
        self._add(fields.problems)

    def _add(self, problems: list[Problem]) -> None:
        room = max(MOST_PROBLEMS - len(self._found), 0)
        self._found += problems[:room]
        self._more += len(problems[room:])


def load(path: str | os.PathLike[str]) -> Deck:
    """Read the deck at `path` whole; of cards with one id the first is kept. Raises nothing."""
    reader = DeckReader(path)
    taken = Ids()
    cards: list[Card] = []
    for entry in reader:
        if twice := taken.add(entry.cards, reader.path):
            reader.problems.append(twice)
        else:
            cards += entry.cards
    return Deck(
        reader.name, reader.path, reader.title, reader.weak, reader.tags, cards, reader.problems
    )


def card_of(
    raw: Mapping[str, object],
    deck: str,
    *,
    line: int = 0,
    weak: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
) -> list[Card]:
    """Make the cards of an entry again from its `raw`, kept as JSON; YAML is not needed.

    `weak` and `tags` are the deck's. [] if something is wrong with it (see `problems_of`).
    """
    return read_card(raw, deck=deck, line=line, weak=weak, tags=tags)[0]


def problems_of(raw: Mapping[str, object], deck: str) -> list[Problem]:
    """Return what is wrong with the entry `raw` of `deck`, as with one that a form makes."""
    return read_card(raw, deck=deck)[1]


def deck_name(path: str | os.PathLike[str]) -> str:
    """Return the name of the deck in the file `path`: its stem, fit for a terminal."""
    stem = os.path.splitext(os.path.basename(os.fspath(path)))[0]
    return clean(stem).replace("\n", " ")


def deck_paths(folder: str | os.PathLike[str]) -> list[str]:
    """Return the paths of the deck files in `folder`, sorted. Raises OSError."""
    names = (name for name in os.listdir(folder) if name.endswith((".yaml", ".yml")))
    decks = (name for name in names if name[0] not in "._" and name != WEAK_SPOTS_FILE)
    return [os.path.join(folder, name) for name in sorted(decks)]


def _no_cards(path: str) -> Problem:
    return Problem(path, 0, 0, "", "no-cards", both(_NO_CARDS), both(_LIST_THEM))


def _more(path: str, count: int) -> Problem:
    message = both("The deck has {n} more problems", n=count)
    return Problem(path, 0, 0, "", "more-problems", message, both("Mend those above first."))


def _too_late(key: str) -> tuple[Text, Text]:
    hint = both("Move it above cards:, so that it holds for them.")
    return both("{key} stands below the cards", key=key), hint
