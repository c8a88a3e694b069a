"""A desk to try the program at: decks, a real log and index, a clock that stands until moved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from quiz.config import Places, Settings
from quiz.memory.day import Clock
from quiz.memory.store import Store

WEAK_SPOTS = """\
weak-spots:
  - id: loss-spelling
    name: {ko: 손실 철자, en: Loss spelling}
    sentence: 로스값 스펠링
    spelling: true
"""

MONDAY_NOON = 1_795_402_800_000
"""2026-11-23 12:00 in Korea, in UTC milliseconds."""


class Desk:
    """A home folder, the deck "practice" (if `deck` is its text), settings and the clock."""

    def __init__(self, folder: Path, deck: str = "", **settings: Any) -> None:
        self.at = MONDAY_NOON
        self.places = Places(folder / "home", folder / "decks")
        self.places.home.mkdir(parents=True, exist_ok=True)
        self.places.decks.mkdir(exist_ok=True)
        if deck:
            (self.places.decks / "practice.yaml").write_text(deck, "utf-8")
            (self.places.decks / "weak-spots.yaml").write_text(WEAK_SPOTS, "utf-8")
        self.clock = Clock(time=lambda: self.at, offset=lambda at: 540)
        self.settings = Settings(**settings)
        self.store = self.open()

    def open(self) -> Store:
        """Open the store, as another terminal would, too."""
        return Store.open(self.places, self.settings, self.clock)

    def wait(self, *, days: int = 0, seconds: int = 0) -> None:
        """Let time pass."""
        self.at += (days * 86_400 + seconds) * 1000
