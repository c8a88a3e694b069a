"""What a rule of `quiz check` is, what it looks at and what it says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from quiz.cards.card import Card
from quiz.decks.deck import Entry
from quiz.decks.weak_spots import WeakSpot
from quiz.text import Text

Level = Literal["error", "advice"]


@dataclass(slots=True)
class Seen:
    """What a rule looks at: one entry of a deck, and what stood before it."""

    entry: Entry
    """One whose cards work."""
    place: str
    """Where it stands, as a message says it: the file's name and the line."""
    spots: Mapping[str, WeakSpot]
    """The weak spots declared beside the deck."""
    commented: Mapping[int, str] = field(default_factory=dict)
    """The lines of the file that may end in a comment, by number from 1."""
    questions: dict[object, str] = field(default_factory=dict)
    """Each question met so far, in all decks, and its place."""

    @property
    def cards(self) -> list[Card]:
        """The entry's cards."""
        return self.entry.cards

    @property
    def asked(self) -> object:
        """The value that holds the question, with its place."""
        return self.entry.raw.get("ask", self.entry.raw.get("text"))


class Finding(NamedTuple):
    """What a rule found, at the place of the value `at` (None: the whole card)."""

    message: Text
    hint: Text
    at: object = None


Find = Callable[[Seen], Iterable[Finding]]


class Rule(NamedTuple):
    """A rule, by the code that its problems carry."""

    level: Level
    about: str
    """What it finds, in one line: an English msgid."""
    find: Find


RULES: dict[str, Rule] = {}
"""All rules by code, in the order they are tried."""


def rule(code: str, level: Level, about: str) -> Callable[[Find], Find]:
    """Make the function below a rule: it gets what is Seen and gives each Finding."""

    def register(find: Find) -> Find:
        RULES[code] = Rule(level, about, find)
        return find

    return register


def mappings(value: object) -> Iterator[Mapping[str, object]]:
    """Give all mappings within a card's raw value, its own left out."""
    for inner in value.values() if isinstance(value, dict) else value:  # type: ignore[attr-defined]
        if isinstance(inner, dict):
            yield inner
        if isinstance(inner, dict | list):
            yield from mappings(inner)


def folded(text: str) -> str:
    """Return `text` with case and spacing evened out."""
    return " ".join(text.casefold().split())
