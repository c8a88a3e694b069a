"""A home with decks, a log and a clock that the test turns; and an index as plain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from quiz.memory.ids import new_id
from quiz.memory.review import Deed, Review
from quiz.memory.store import Store
from tests.desk import Desk

DAY = 86_400_000


class World(Desk):
    """A desk whose decks are written by the test; the store can be opened again."""

    @property
    def index(self) -> Path:
        return self.places.home / "index.db"

    @property
    def today(self) -> int:
        return self.clock.now().day

    def reopen(self) -> None:
        self.store.close()
        self.store = self.open()

    def deck(self, name: str, cards: Sequence[Mapping[str, str]], weak: str = "") -> Path:
        """Write a deck file; a card is its keys and their YAML."""
        path = self.places.decks / f"{name}.yaml"
        lines = [f"title: {name.title()}"]
        if weak:
            lines.append(f"weak: [{weak}]")
        lines.append("cards:" if cards else "cards: []")
        for card in cards:
            dash = "- "
            for key, value in card.items():
                lines.append(f"  {dash}{key}: {value}")
                dash = "  "
        path.write_text("\n".join(lines) + "\n", "utf-8")
        return path

    def plain_deck(self, name: str, *ids: str, weak: str = "") -> Path:
        """Write a deck of typed cards with these ids."""
        return self.deck(
            name, [{"id": id, "ask": f"What is {id}?", "answer": f"it is {id}"} for id in ids], weak
        )

    def review(self, card: str, rating: int = 3, **more: Any) -> Review:
        """Return an answer given now."""
        now = self.clock.now()
        fields = {"verdict": "right" if rating > 1 else "wrong", **more}
        return Review(
            id=new_id(now.at),
            card=card,
            at=now.at,
            offset=now.offset,
            day=now.day,
            rating=rating,
            **fields,
        )

    def answer(self, card: str, rating: int = 3, **more: Any) -> Review:
        review = self.review(card, rating, **more)
        self.store.record(review)
        return review

    def deed(self, deed: Deed, card: str, undoes: str = "") -> Review:
        blank = replace(self.review(card), deed=deed, rating=0, verdict="", undoes=undoes)
        self.store.record(blank)
        return blank

    def undo(self, review: Review) -> Review:
        return self.deed(Deed.UNDO, review.card, review.id)


def contents(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Return all that the index says, without the keys that depend on its history."""
    store.tally()
    tables = {
        "decks": "select file, name, title_ko, title_en, mtime, size, ctime from decks",
        "problems": "select file, said from problems join decks on decks.key = deck",
        "sets": """
            select file, weak, tags, total, new, due, seen, round(recall, 9)
            from sets join decks on decks.key = deck where total > 0
        """,
        "cards": """
            select id, file, weak, tags, position, line, note, twin, named, ready, suspended,
                buried_day, stability, difficulty, last_day, due_day, reps, lapses, first_day
            from cards left join decks on decks.key = cards.deck
            left join sets on sets.key = place
        """,
        "pages": "select file, first, lines, raws from pages join decks on decks.key = deck",
        "clashes": "select id, file, line from clashes join decks on decks.key = deck",
        "names": "select file, folded, names.name, card from names join decks on decks.key = deck",
        "reviews": """
            select id, card, at, day, deed, rating, scheduled, undoes, missed, name, start, undone
            from reviews join logs on logs.key = log
        """,
        "mistakes": "select review, kind, given, expected from mistakes",
        "bad_lines": "select name, start from bad_lines join logs on logs.key = log",
        "logs": "select name, read, seal from logs",
    }
    return {
        name: sorted(store.db.execute(query).fetchall(), key=repr) for name, query in tables.items()
    }


def rebuilt(world: World) -> dict[str, list[tuple[Any, ...]]]:
    """Return what an index made from nothing says, beside the one that `world` has."""
    kept = world.index.with_name("kept")
    world.store.close()
    world.index.rename(kept)
    fresh = world.open()
    try:
        return contents(fresh)
    finally:
        fresh.close()
        world.index.unlink()
        kept.rename(world.index)
        world.store = world.open()
