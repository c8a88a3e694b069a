"""Looking up single things in the index: cards, decks, problems, weak spots."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import NamedTuple

from quiz.cards.card import Card
from quiz.cards.drills.drill import drill
from quiz.cards.drills.ids import read_id
from quiz.cards.problem import Problem
from quiz.decks.deck import card_of
from quiz.decks.duplicates import duplicate_id
from quiz.decks.weak_spots import WeakSpot
from quiz.memory.card_memory import STATE
from quiz.memory.facts import fact
from quiz.memory.keeping import problem_of, weak_spots_of
from quiz.memory.schedule import CardState
from quiz.memory.search import find
from quiz.memory.tables import PAGE
from quiz.text import Text


class DeckInfo(NamedTuple):
    """One deck file and how many cards it has."""

    name: str
    path: Path
    title: Text
    cards: int


class Found(NamedTuple):
    """A card that a search found."""

    id: str
    deck: str
    ask: Text
    answer: Text
    line: int
    due_day: int | None
    """None: it is new."""
    suspended: bool


def card(db: sqlite3.Connection, id: str) -> Card | None:
    """Return the card with this id, or the drill made of one; None if it is in no deck."""
    row = db.execute(
        """
        select json_extract(raws, '$[' || (position - first) || ']'), name, line, weak, tags
        from cards join decks on decks.key = cards.deck join sets on sets.key = cards.place
        join pages on pages.deck = cards.deck and first = position - position % :page
        where id = :id
        """,
        {"id": id, "page": PAGE},
    ).fetchone()
    if row is None:
        return _drill(db, id)
    raw, deck, line, weak, tags = row
    cards = card_of(
        json.loads(raw),
        deck,
        line=line,
        weak=tuple(json.loads(weak)),
        tags=tuple(json.loads(tags)),
    )
    return next((card for card in cards if card.id == id), None)


def _drill(db: sqlite3.Connection, id: str) -> Card | None:
    parts = read_id(id)
    made_of = card(db, parts.card) if parts else None
    return drill(made_of, parts) if parts and made_of else None


def state(db: sqlite3.Connection, id: str) -> CardState | None:
    """Return what is remembered of a card; None: it is new, or unknown."""
    row = db.execute(
        f"select {STATE} from cards where id = ? and first_day is not null", (id,)
    ).fetchone()
    return CardState(*row) if row else None


def path_of(db: sqlite3.Connection, id: str) -> Path | None:
    """Return the deck file that has the card with this id, None if none has."""
    row = db.execute(
        "select path from cards join decks on decks.key = cards.deck where id = ?", (id,)
    ).fetchone()
    return Path(row[0]) if row else None


def search(db: sqlite3.Connection, query: str, limit: int, offset: int) -> list[Found]:
    """Return the cards that hold every word of `query` (see `quiz.memory.search.find`)."""
    return [found for key in find(db, query, limit, offset) if (found := _found(db, key))]


def last_at(db: sqlite3.Connection) -> int:
    """Return when the latest line of the log was written, in UTC ms; 0 if there is none."""
    (id,) = db.execute("select max(id) from reviews").fetchone()
    return int(id[:12], 16) if id else 0


def suspended(db: sqlite3.Connection) -> list[Found]:
    """Return the suspended cards that are in a deck, by deck and place."""
    rows = db.execute(
        "select key from cards where suspended and deck is not null order by deck, position"
    )
    return [found for (key,) in rows.fetchall() if (found := _found(db, key))]


def _found(db: sqlite3.Connection, key: int) -> Found | None:
    id, deck, line, due_day, suspended = db.execute(
        """
        select id, decks.name, line, due_day, suspended
        from cards join decks on decks.key = cards.deck where cards.key = ?
        """,
        (key,),
    ).fetchone()
    known = card(db, id)
    if known is None:
        return None
    return Found(id, deck, known.ask, known.solution(), line, due_day, bool(suspended))


def decks(db: sqlite3.Connection) -> list[DeckInfo]:
    """Return the decks, by name."""
    rows = db.execute(
        """
        select name, path, title_ko, title_en, coalesce(sum(total), 0)
        from decks left join sets on sets.deck = decks.key group by decks.key order by name, file
        """
    )
    return [DeckInfo(name, Path(path), Text(ko, en), cards) for name, path, ko, en, cards in rows]


def problems(db: sqlite3.Connection) -> list[Problem]:
    """Return what is wrong in the decks, by file and line."""
    kept = [problem_of(said) for (said,) in db.execute("select said from problems")]
    kept += map(problem_of, json.loads(fact(db, "weak spots problems") or "[]"))
    clashes = db.execute(
        """
        select id, ours.path, cards.line, theirs.path, clashes.line
        from clashes join cards using (id) join decks as ours on ours.key = cards.deck
        join decks as theirs on theirs.key = clashes.deck
        """
    )
    kept += [duplicate_id(id, (a, line), (b, other)) for id, a, line, b, other in clashes]
    return sorted(kept, key=lambda problem: (problem.file, problem.line, problem.column))


def weak_spots(db: sqlite3.Connection) -> dict[str, WeakSpot]:
    """Return the declared weak spots by id."""
    return weak_spots_of(fact(db, "weak spots") or "[]")
