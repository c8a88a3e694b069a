"""The store: log, decks and index together, as sessions, screens and commands use them."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from quiz.cards.card import Card
from quiz.cards.drills.ids import made_of
from quiz.cards.problem import Problem
from quiz.config import Places, Settings
from quiz.decks.weak_spots import WeakSpot
from quiz.errors import StoreError
from quiz.first_run import prepare
from quiz.i18n import _
from quiz.memory import lookup, naming
from quiz.memory.counts import count, left_today
from quiz.memory.day import Clock
from quiz.memory.deck_names import DeckNames
from quiz.memory.device import device_name
from quiz.memory.due import LOG
from quiz.memory.facts import writing
from quiz.memory.habit import Habit, dtype_habit
from quiz.memory.index import Index, hurrying, is_broken, is_busy, open_index
from quiz.memory.levels import is_locked
from quiz.memory.log import Log
from quiz.memory.log_index import catch_up
from quiz.memory.lookup import DeckInfo, Found
from quiz.memory.missed import BadLine, Miss, bad_lines, history, missed
from quiz.memory.refresh import Progress, Refresh
from quiz.memory.review import Review
from quiz.memory.schedule import CardState
from quiz.memory.tallies import recall_on, recount, tallied_day
from quiz.memory.today import Counts, DeckCount
from quiz.memory.weakness import Mastery, mastery

__all__ = ["Counts", "DeckCount", "DeckInfo", "Found", "Mastery", "Miss", "Store"]


class Store:
    """Everything remembered. The log is the truth; the index is a cache that follows it."""

    def __init__(
        self, db: Index, log: Log, places: Places, settings: Settings, clock: Clock
    ) -> None:
        self.db = db
        """The index, for `quiz.memory.queue` and others of this floor."""
        self.places = places
        self.settings = settings
        self.clock = clock
        self.names = DeckNames(db)
        """The real names an answer may have been meant as (a `quiz.marking.mark.Names`)."""
        self._log = log
        self._decks = Refresh(db, places.decks, places.home / "reading.lock")
        self._minted: dict[str, str] = {}

    @classmethod
    def open(
        cls,
        places: Places,
        settings: Settings,
        clock: Clock,
        progress: Progress | None = None,
        patience: float | None = None,
    ) -> Store:
        """Open the store and bring a stale index up to date; `progress` is told of decks read.

        Decks that are not in after `patience` seconds (None: however long it takes) are left for
        `refresh`: see `is_complete`. ConfigError or StoreError where the home folder cannot be
        used.
        """
        prepare(places)
        log = Log(places.home / LOG, device_name(places.home))
        try:
            try:
                return cls(open_index(places.home), log, places, settings, clock)._ready(
                    progress, patience
                )
            except sqlite3.DatabaseError as error:
                if not is_broken(error):
                    raise
            anew = open_index(places.home, anew=True)
            return cls(anew, log, places, settings, clock)._ready(progress, patience)
        except (sqlite3.Error, OSError) as error:
            log.close()
            raise _unusable(places.home, error) from error

    def _ready(self, progress: Progress | None, patience: float | None) -> Store:
        try:
            self.refresh(progress, patience)
        except sqlite3.Error as error:
            if not is_busy(error):  # else what is in the index serves until the next refresh
                self.db.close()
                raise
        self.db.in_use = True
        return self

    def close(self) -> None:
        """Let go of the files."""
        self._decks.stop()
        self._log.close()
        self.db.close()

    def refresh(self, progress: Progress | None = None, patience: float | None = None) -> bool:
        """Take in what changed in decks and log; return whether anything did (see `open`)."""
        changed = catch_up(self.db, self._log.folder, self.retention)
        self.clock.not_before(lookup.last_at(self.db) + 1)
        changed |= self._decks.run(progress, patience)
        self.tally()
        return changed

    def read_on(self, patience: float) -> None:
        """Take in more of the decks, for about `patience` seconds, between two keys of a screen.

        While another terminal writes, nothing is done. StoreError: the index is damaged.
        """
        try:
            with hurrying(self.db):
                self.refresh(patience=patience)
        except sqlite3.Error as error:
            if not is_busy(error):
                raise _unusable(self.places.home, error) from error

    def edited(self, path: Path) -> None:
        """Take in the deck at `path`, which was just edited; while others wait, only that one."""
        if self.is_complete:
            self.refresh()
        else:
            self._decks.take_in(path)
            self.tally()

    @property
    def is_complete(self) -> bool:
        """Whether all decks are in the index; else `refresh` takes in more."""
        return self._decks.is_complete

    @property
    def share_read(self) -> float:
        """How much (0–1) of the decks that are to be read is in the index."""
        return 1.0 if self.is_complete else self._decks.read / max(self._decks.total, 1)

    def tally(self) -> int:
        """Have the tallies kept for today, and return today's day number.

        While another terminal writes, they stay those of the day before.
        """
        day = self.clock.now().day
        if tallied_day(self.db) != day:
            try:
                with writing(self.db):
                    recount(self.db, day)
            except sqlite3.OperationalError as error:
                if not is_busy(error):
                    raise
        return day

    @property
    def retention(self) -> float:
        """The recall probability at which a card comes due."""
        return self.settings.retention

    # What is remembered

    def record(self, review: Review) -> None:
        """Write `review` to the log, on the disk when this returns, then let the index follow.

        A card that has no id in its deck gets one first. StoreError: nothing was written.
        """
        card = self._mint(review.card)
        self._log.append(review if card == review.card else replace(review, card=card))
        # What the index cannot take now it takes with the next review, or at the next start.
        with suppress(sqlite3.Error, OSError, StoreError):
            catch_up(self.db, self._log.folder, self.retention)

    def state(self, card: str) -> CardState | None:
        """Return what is remembered of a card; None: it is new, or unknown."""
        return lookup.state(self.db, self.id_of(card))

    def recall(self, card: str) -> float | None:
        """Return the chance (0–1) that a card is recalled today; None: it is new.

        0 for one that was missed and not yet answered right.
        """
        state = self.state(card)
        if state is None:
            return None
        day = self.clock.now().day
        return recall_on(day, state.stability, state.last_day, state.due_day)

    def is_locked(self, card: str) -> bool:
        """Return whether a card waits for another one to hold, and is not asked before."""
        return is_locked(self.db, self.id_of(card))

    def history(self, card: str) -> list[Review]:
        """Return every line of the log about a card, in time order, undone ones too."""
        return history(self.db, self._log.folder, self.id_of(card))

    def misses(
        self,
        since_day: int | None = None,
        deck: str | None = None,
        weak: str | None = None,
        limit: int | None = None,
    ) -> list[Miss]:
        """Return the missed answers, newest first, those of cramming too.

        `since_day` is the first day number, `deck` and `weak` keep to cards that are there.
        """
        found = missed(self.db, self._log.folder, since_day, deck, weak, limit)
        cards = {card: self._card_or_none(card) for card in {review.card for review in found}}
        return [Miss(review, cards[review.card]) for review in found]

    def review_count(self) -> int:
        """Return how many lines the log has that make sense."""
        return int(self.db.execute("select count(*) from reviews").fetchone()[0])

    def bad_lines(self) -> list[BadLine]:
        """Return the lines of the log that make no sense."""
        return bad_lines(self.db, self._log)

    # Cards and decks

    def id_of(self, card: str) -> str:
        """Return the id by which a card goes now: another if it had none until it was asked."""
        return self._minted.get(card, card)

    def card(self, card: str) -> Card:
        """Return the card with this id. StoreError if it is in no deck."""
        found = self._card_or_none(card)
        if found is None:
            raise StoreError(
                _("there is no card {card!r}", card=card),
                _("`quiz search` finds cards; a card that left its deck keeps its history."),
            )
        return found

    def path_of(self, card: Card) -> Path:
        """Return the deck file in which `card` stands. StoreError if it is in none now."""
        path = lookup.path_of(self.db, card.id)
        if path is None:
            raise StoreError(_("there is no card {card!r}", card=card.id))
        return path

    def search(self, query: str, limit: int = 50, offset: int = 0) -> list[Found]:
        """Return cards that hold every word of `query` in id, question or answer."""
        return lookup.search(self.db, query, limit, offset)

    def suspended(self) -> list[Found]:
        """Return the suspended cards."""
        return lookup.suspended(self.db)

    def decks(self) -> list[DeckInfo]:
        """Return the decks, by name."""
        return lookup.decks(self.db)

    def problems(self) -> list[Problem]:
        """Return what is wrong in the decks, by file and line."""
        return lookup.problems(self.db)

    @property
    def weak_spots(self) -> dict[str, WeakSpot]:
        """The declared weak spots by id."""
        return lookup.weak_spots(self.db)

    def accept(self, card: str, answer: str) -> None:
        """Let `answer` be right from now on, in the card's deck. DeckError if that fails."""
        from quiz.decks.edit import accept

        named = self._mint(made_of(card))
        known = self.card(named)
        path = self.path_of(known)
        accept(path, named, known.accepted(answer))
        self.edited(path)

    # Today

    def counts(self) -> Counts:
        """Return what waits today."""
        day = self.tally()
        settings = self.settings
        found = count(self.db, day, settings.new_per_day, settings.reviews_per_day)
        return Counts.of(found, self.clock)

    def left_today(self) -> tuple[int, int]:
        """Return how many new cards and how many reviews the settings still allow today."""
        settings = self.settings
        day = self.clock.now().day
        return left_today(self.db, day, settings.new_per_day, settings.reviews_per_day)

    def mastery(self) -> dict[str, Mastery]:
        """Return how well each declared weak spot holds today."""
        self.tally()
        return mastery(self.db, self.weak_spots)

    def dtype_habit(self) -> Habit | None:
        """Return how near it is to a habit to look at the dtype first; None: no spot asks that."""
        return dtype_habit(self.db, self.weak_spots.values())

    def _card_or_none(self, card: str) -> Card | None:
        return lookup.card(self.db, self.id_of(card))

    def _mint(self, card: str) -> str:
        """Return the id of `card`; if its deck gives none, it does from now on."""
        named = naming.mint(self, card)
        if named != card:
            self._minted[card] = named
        return named


def _unusable(home: Path, error: Exception) -> StoreError:
    return StoreError(
        _("the index in {folder} cannot be used: {reason}", folder=home, reason=error),
        _("Look whether the disk is full and the folder writable. Nothing is lost."),
    )
