"""Reading lines of the log back by their places: missed answers, a card's history, bad lines."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from quiz.cards.card import Card
from quiz.memory.line import LineError, decode
from quiz.memory.log import Log
from quiz.memory.log_files import raw_lines
from quiz.memory.review import Review
from quiz.text import Text


class Miss(NamedTuple):
    """A missed answer, and its card while it is in a deck."""

    review: Review
    card: Card | None

    @property
    def right(self) -> Text | None:
        """The right answer to the question as it was asked, None where the card is in no deck."""
        if self.card is None:
            return None
        return self.card.solution_of(self.card.question(self.review.seed))


class BadLine(NamedTuple):
    """A line of the log that makes no sense; `number` counts from 1."""

    file: str
    number: int
    reason: Text


def missed(
    db: sqlite3.Connection,
    folder: Path,
    since_day: int | None,
    deck: str | None,
    weak: str | None,
    limit: int | None,
) -> list[Review]:
    """Return the missed answers in the log at `folder`, newest first (see `Store.misses`)."""
    rows = db.execute(
        """
        select logs.name, start from reviews join logs on logs.key = reviews.log
        where missed and not undone and day >= ?1
            and ((?2 is null and ?3 is null) or exists (
                select 1 from cards join sets on sets.key = cards.place
                join decks on decks.key = cards.deck
                where id = reviews.card and decks.name = coalesce(?2, decks.name)
                    and (?3 is null or ?3 in (select value from json_each(weak)))
            ))
        order by at desc, reviews.id desc limit ?4
        """,
        (since_day or 0, deck, weak, -1 if limit is None else limit),
    )
    return list(_read(folder, rows))


def history(db: sqlite3.Connection, folder: Path, card: str) -> list[Review]:
    """Return every line of the log about `card`, in time order."""
    rows = db.execute(
        """
        select logs.name, start from reviews join logs on logs.key = reviews.log
        where card = ? order by at, reviews.id
        """,
        (card,),
    )
    return list(_read(folder, rows))


def answers(db: sqlite3.Connection, folder: Path, ids: Iterable[str]) -> list[Review]:
    """Return the lines of the log with these ids, in their order; those that are gone left out."""
    query = """
        select logs.name, start from reviews join logs on logs.key = reviews.log
        where reviews.id = ?
    """
    rows = (row for id in ids for row in db.execute(query, (id,)))
    return list(_read(folder, rows))


def bad_lines(db: sqlite3.Connection, log: Log) -> list[BadLine]:
    """Return the lines of the log that make no sense, by file and place."""
    rows = db.execute(
        "select name, start from bad_lines join logs on logs.key = bad_lines.log order by 1, 2"
    )
    return [
        BadLine(name, log.line_number(name, start), reason)
        for name, start in rows
        if (reason := _reason(log.folder / name, start))
    ]


def _reason(path: Path, start: int) -> Text | None:
    try:
        decode(_line(path, start))
    except LineError as error:
        return error.reason
    return None


def _read(folder: Path, places: Iterable[tuple[str, int]]) -> Iterator[Review]:
    for name, start in places:
        try:
            yield decode(_line(folder / name, start))
        except (OSError, LineError):
            continue  # the file was changed under us; the next refresh takes it in anew


def _line(path: Path, start: int) -> bytes:
    return next((line for _end, line in raw_lines(path, start)), b"")
