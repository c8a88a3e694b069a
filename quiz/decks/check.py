"""Everything to mend in decks: what reading them meets, and what the rules find."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from quiz.cards.problem import Problem
from quiz.decks.complaints import Unreadable, problem
from quiz.decks.deck import DeckReader, Entry, deck_paths
from quiz.decks.duplicates import Ids
from quiz.decks.not_asked import FILE as NOT_ASKED
from quiz.decks.rules import RULES, Finding, Seen
from quiz.decks.rules.missing import unknown_weak_spot
from quiz.decks.source import Source
from quiz.decks.weak_spots import FILE as WEAK_SPOTS
from quiz.decks.weak_spots import WeakSpot, read_weak_spots
from quiz.errors import DeckError
from quiz.i18n import _

_NO_DECKS = (WEAK_SPOTS, NOT_ASKED)


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found."""

    cards: int
    """How many cards work."""
    problems: tuple[Problem, ...]
    """In the order of the files and their lines."""


class Judged(NamedTuple):
    """How the typed answer of one card is judged."""

    file: str
    card: str
    """Its id; for one without, where it begins, as in ":12"."""
    type: str
    """names, values or prose."""


def check(paths: Sequence[Path]) -> Report:
    """Check the decks at `paths`, files or folders of them. Raises DeckError without a folder."""
    return _Check().of(files_of(paths))


def files_of(paths: Sequence[Path]) -> list[Path]:
    """Return the deck files at `paths`: files as they are, of a folder all decks in it, sorted.

    Raises DeckError if a folder cannot be read.
    """
    files: list[Path] = []
    for path in paths:
        try:
            files += map(Path, deck_paths(path)) if path.is_dir() else [path]
        except OSError as error:
            reason = error.strerror or str(error)
            raise DeckError(
                _("The folder cannot be read: {reason}", reason=reason),
                _("Look whether you may read it."),
                file=str(path),
            ) from error
    return [file for file in dict.fromkeys(files) if file.name not in _NO_DECKS]


def types(paths: Sequence[Path]) -> Iterator[Judged]:
    """Give each typed card of the decks at `paths` with how its answer is judged."""
    for file in files_of(paths):
        for entry in DeckReader(file):
            for card in entry.cards:
                if card.answer_type:
                    yield Judged(str(file), card.id or f":{card.line}", card.answer_type)


class _Check:
    def __init__(self) -> None:
        self._cards = 0
        self._problems: list[Problem] = []
        self._ids = Ids()
        self._spots: dict[str, dict[str, WeakSpot]] = {}
        self._questions: dict[object, str] = {}

    def of(self, files: Iterable[Path]) -> Report:
        for file in files:
            spots = self._weak_spots(file.parent)
            reader = DeckReader(file, placed=True)
            seen = Seen(Entry({}, 0, []), "", spots, _commented(file), self._questions)
            found = [one for entry in reader for one in self._entry(entry, file, seen)]
            found += reader.problems
            found += _of_name(file)
            found += self._of_deck(reader, spots)
            self._problems += sorted(found, key=lambda one: (one.line, one.column))
        return Report(self._cards, tuple(self._problems))

    def _weak_spots(self, folder: Path) -> dict[str, WeakSpot]:
        name = os.path.realpath(folder)
        if name not in self._spots:
            self._spots[name], problems = read_weak_spots(folder)
            self._problems += problems
        return self._spots[name]

    def _entry(self, entry: Entry, file: Path, seen: Seen) -> Iterator[Problem]:
        if not entry.cards:
            return
        if twice := self._ids.add(entry.cards, str(file)):
            yield twice
            return
        self._cards += len(entry.cards)
        seen.entry, seen.place = entry, f"{file.name}:{entry.line}"
        for code in RULES:
            for finding in RULES[code].find(seen):
                yield _problem(str(file), entry, code, finding)

    def _of_deck(self, reader: DeckReader, spots: dict[str, WeakSpot]) -> Iterator[Problem]:
        code = "unknown-weak-spot"
        for name in reader.weak:
            if name not in spots:
                finding = unknown_weak_spot(name, spots)
                yield _problem(reader.path, Entry({}, 0, []), code, finding)


def _commented(file: Path) -> dict[int, str]:
    """Return the lines of a file that have a # after a space, by their numbers."""
    try:
        source = Source.open(file)
    except Unreadable:
        return {}
    try:
        return {number: line for number, line in enumerate(source.lines(), 1) if " #" in line}
    finally:
        source.close()


def _of_name(file: Path) -> list[Problem]:
    try:
        file.name.encode()
    except UnicodeEncodeError:
        return [problem("name-not-utf8", str(file))]
    return []


def _problem(file: str, entry: Entry, code: str, finding: Finding) -> Problem:
    line = getattr(finding.at, "line", entry.line)
    column = getattr(finding.at, "column", 0)
    card = entry.cards[0].note if entry.cards else ""
    message, hint, level = finding.message, finding.hint, RULES[code].level
    return Problem(file, line, column, card, code, message, hint, level)
