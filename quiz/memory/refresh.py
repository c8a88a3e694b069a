"""Bringing the index up to date with the deck files, reading only those that changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from time import monotonic

from quiz.memory.collecting import uncollected
from quiz.memory.deck_files import deck_files, known_decks, stamp_of
from quiz.memory.facts import writing
from quiz.memory.index import make_indexes
from quiz.memory.intake import take_in, take_in_weak_spots, take_out
from quiz.memory.tables import NAME_INDEXES
from quiz.memory.turn import Turn

Progress = Callable[[int, int], object]
"""Told (bytes read, bytes to read) of decks as they are taken in."""

_ROUNDS = 3


class Refresh:
    """Takes decks of `folder` that are new or changed into the index, those gone out of it.

    Who has no patience gets a part: what is in can be asked while the rest is read, bit by bit.
    `lock` is a file by which only one terminal at a time reads so.
    """

    def __init__(self, db: sqlite3.Connection, folder: Path, lock: Path) -> None:
        self._db = db
        self._folder = folder
        self._turn = Turn(lock)
        self._rest: Iterator[tuple[int, int]] | None = None
        self.is_complete = False
        """Whether all decks were in, the last time."""
        self.read, self.total = 0, 0
        """Bytes of the decks to read, and how many of them are read."""

    def run(self, progress: Progress | None = None, patience: float | None = None) -> bool:
        """Take in what there is for about `patience` seconds (None: all); return whether any.

        However short the patience, a part is taken in, unless it is another terminal's turn.
        """
        if patience is None:
            self.stop()
        elif not self._turn.take():
            self.is_complete = False
            return False
        steps, self._rest = self._rest or self._steps(whole=patience is None), None
        end = None if patience is None else monotonic() + patience
        changed = take_in_weak_spots(self._db, self._folder)
        with uncollected():
            for state in steps:
                changed = True
                if progress and state != (self.read, self.total):
                    progress(*state)
                self.read, self.total = state
                if end is not None and monotonic() >= end:
                    self._rest, self.is_complete = steps, False
                    return changed
        self.stop()
        if changed:
            make_indexes(self._db, NAME_INDEXES)
        self.is_complete = True
        return changed

    def take_in(self, path: Path) -> None:
        """Take in the one deck at `path`, whatever else waits."""
        self._rest = None  # it may have been half way through this very deck
        with uncollected(), writing(self._db):
            for _read in take_in(self._db, path):
                pass

    def stop(self) -> None:
        """Leave what is not in yet to the next time."""
        self._rest = None
        self._turn.give()

    def _steps(self, whole: bool) -> Iterator[tuple[int, int]]:
        """Do the work step by step, and yield bytes read and to read after each.

        Where `whole`, nobody sees a deck of which only a part is in.
        """
        if not whole:
            make_indexes(self._db, NAME_INDEXES)  # in the end it would be one long step
        # What a deck gives up may be another's, which then has to be read again; and in a
        # reading bit by bit there is time to change what was read.
        for _round in range(_ROUNDS):
            gone, stale = self._differences()
            if not gone and not stale:
                return
            for file in gone:
                take_out(self._db, file)
                yield 0, 0
            yield from self._take_in_all(stale, whole)

    def _take_in_all(self, files: list[str], whole: bool) -> Iterator[tuple[int, int]]:
        sizes = [(stamp_of(self._folder / file) or (0, 0, 0))[1] for file in files]
        done, total = 0, sum(sizes)
        for file, size in zip(files, sizes, strict=True):
            steps = take_in(self._db, self._folder / file)
            if whole:
                with writing(self._db):
                    for read in steps:
                        yield done + min(read, size), total
            else:
                for read in steps:
                    yield done + min(read, size), total
            done += size
            yield done, total

    def _differences(self) -> tuple[list[str], list[str]]:
        """Return the files of decks that are gone, and of those that are new or changed."""
        files, known = deck_files(self._folder), known_decks(self._db)
        gone = [file for file in known if file not in files]
        return gone, [file for file, stamp in files.items() if known.get(file) != stamp]
