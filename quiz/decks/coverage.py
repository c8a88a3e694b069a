"""Which lines of the learner's notes the decks ask, from the sources of the cards."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from quiz.cards.problem import Problem, quoted
from quiz.decks.check import files_of
from quiz.decks.deck import DeckReader
from quiz.decks.not_asked import read_not_asked
from quiz.decks.places_in_notes import named_lines
from quiz.text import Text, both, clean

UNPROVEN = ("advice", "world")
"""Tags of cards that no library can prove: usage advice and opinion; the world outside."""


@dataclass(slots=True)
class Line:
    """A line of the notes that holds something."""

    number: int
    """From 1."""
    text: str
    cards: list[str] = field(default_factory=list)
    """The cards that name it, each by its id, or as deck:line."""
    reason: Text = field(default_factory=Text)
    """Why no card does."""

    @property
    def missed(self) -> bool:
        """It has neither card nor reason."""
        return not self.cards and not self.reason


@dataclass(slots=True)
class Coverage:
    """The notes, line by line, and who asks them."""

    lines: list[Line]
    """Blank lines and those of signs only are left out."""
    last: int
    """The number of the last line of the notes."""
    cards: int = 0
    """How many cards name the notes, a cloze counted once."""
    unproven: dict[str, list[str]] = field(default_factory=lambda: {tag: [] for tag in UNPROVEN})
    """The cards by each tag of UNPROVEN."""
    problems: list[Problem] = field(default_factory=list)
    """What is wrong with the file of reasons, and sources that name lines which are not there."""

    @property
    def missed(self) -> list[Line]:
        """The lines that have neither card nor reason."""
        return [line for line in self.lines if line.missed]


def coverage(notes: Path, paths: Sequence[Path]) -> Coverage:
    """Return how the decks at `paths` cover the file `notes`.

    Raises DeckError where a folder cannot be read, OSError where the notes cannot.
    """
    return _Reading(notes).of(files_of(paths))


class _Reading:
    def __init__(self, notes: Path) -> None:
        text = notes.read_bytes().decode("utf-8-sig", "replace")
        texts = text.removesuffix("\n").split("\n")
        said = {number: clean(text).strip() for number, text in enumerate(texts, 1)}
        self._notes = notes.name
        self._lines = {n: Line(n, t) for n, t in said.items() if any(map(str.isalnum, t))}
        self._coverage = Coverage([*self._lines.values()], len(texts))

    def of(self, decks: Iterable[Path]) -> Coverage:
        decks = list(decks)
        for deck in decks:
            self._cards(DeckReader(deck))
        for folder in dict.fromkeys(deck.parent for deck in decks):
            self._reasons(folder)
        return self._coverage

    def _cards(self, reader: DeckReader) -> None:
        for entry in reader:
            for card in entry.cards[:1]:
                name = card.note or f"{card.deck}:{card.line}"
                lines = self._named(card.source, reader.path, card.line, name)
                self._coverage.cards += bool(lines)
                for line in lines:
                    line.cards.append(name)
                for tag in self._coverage.unproven.keys() & set(card.tags if lines else ()):
                    self._coverage.unproven[tag].append(name)

    def _reasons(self, folder: Path) -> None:
        reasons, problems = read_not_asked(folder)
        self._coverage.problems += problems
        for given in reasons:
            for line in self._named(given.lines, given.file, given.line):
                line.reason = given.reason

    def _named(self, source: str, file: str, at: int, card: str = "") -> list[Line]:
        """Return the lines that `source` names, each once; those not there become a problem."""
        found: dict[int, Line] = {}
        for first, last in named_lines(source, self._notes):
            if not 1 <= first <= last <= self._coverage.last:
                self._coverage.problems.append(self._no_such_line(source, file, at, card))
                continue
            there = (n for n in range(first, last + 1) if n in self._lines)
            found.update((n, self._lines[n]) for n in there)
        return list(found.values())

    def _no_such_line(self, source: str, file: str, at: int, card: str) -> Problem:
        last, name = self._coverage.last, self._notes
        message = both("{source} names a line that is not there", source=quoted(source))
        hint = both("{name} has the lines 1 to {last}.", name=name, last=last)
        return Problem(file, at, 0, card, "no-such-line", message, hint)
