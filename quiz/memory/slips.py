"""The learner's own slips by pattern: how often each was made, and whether it is gone.

A pattern is gone when AVOIDED occasions passed since it was made last, and every card on which it
was made was right since. An occasion passes when a card in which it could be made is right at the
first try, and was not answered before on that day: what was just read is no proof.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from quiz.marking.patterns import CONFUSED, Pattern, places
from quiz.memory import lookup

if TYPE_CHECKING:
    from quiz.memory.store import Store

AVOIDED = 4
"""Occasions that must pass without a slip before it is gone."""


class Slip(NamedTuple):
    """One pattern and its history."""

    pattern: Pattern
    reviews: tuple[str, ...]
    """The ids of the answers in which it was made, newest first."""
    cards: tuple[str, ...]
    """The ids of the cards on which it was made, the last one first."""
    others: tuple[str, ...]
    """The ids of the other answered cards in which it could be made."""
    occasions: int
    """Answers to cards in which it could be made, these among them."""
    avoided: int
    """How many occasions passed since it was made last."""
    gone_since: str
    """The id of the answer with which it was gone; "" while it is not."""

    @property
    def gone(self) -> bool:
        """Whether it was avoided often enough."""
        return bool(self.gone_since)

    @property
    def made(self) -> int:
        """How often it was made."""
        return len(self.reviews)


class Made(NamedTuple):
    """One answer in which a pattern was made."""

    review: str
    card: str
    pattern: Pattern


def slips_of(store: Store) -> list[Slip]:
    """Return all patterns of the learner's slips and confusions, what was made most first."""
    return slips(store.db, right_answers(store))


def slips_since(store: Store, at: int) -> list[Slip]:
    """Return the patterns that were made since `at` (UTC ms) and are not gone, or are gone since.

    Ids begin with their time (`quiz.memory.ids`).
    """
    first = f"{at:012x}"
    return [s for s in slips_of(store) if (s.gone_since or s.reviews[0]) >= first]


def right_answers(store: Store) -> Callable[[str], str | None]:
    """Return what gives a card's right answer on one line, None for a card in no deck."""

    def right(id: str) -> str | None:
        known = lookup.card(store.db, store.id_of(id))
        return None if known is None else next(iter(known.solution().either())).partition("\n")[0]

    return right


def slips(db: sqlite3.Connection, right: Callable[[str], str | None]) -> list[Slip]:
    """Return all patterns of slips and confusions, what was made most first.

    `right` gives the right answer of a card, None for one that is in no deck: a mistake that
    names only what was written needs it.
    """
    by_pattern: dict[Pattern, list[Made]] = {}
    for one in made_by(db, right):
        if one.pattern.is_slip:
            by_pattern.setdefault(one.pattern, []).append(one)
    answers = _Answers(db)
    found = [_slip(pattern, made, answers) for pattern, made in by_pattern.items()]
    return sorted(found, key=lambda slip: (-slip.made, slip.pattern))


def made_by(
    db: sqlite3.Connection, right: Callable[[str], str | None], since_day: int = 0
) -> list[Made]:
    """Return the answers from `since_day` on in which a mistake was made, newest first.

    With several patterns an answer comes several times. `right`: see `slips`.
    """
    rows = db.execute(
        """
        select review, card, kind, given, expected
        from mistakes join reviews on reviews.id = review
        where not undone and day >= ? order by review desc
        """,
        (since_day,),
    ).fetchall()
    known = {id: right(id) for id in {row[1] for row in rows if row[2] == CONFUSED}}
    made = []
    for review, id, *parts in rows:
        pattern = Pattern(*parts)
        if pattern.kind == CONFUSED:
            pattern = confused(pattern.given, pattern.expected or known[id] or "")
        if pattern.kind != CONFUSED or pattern.given:
            made.append(Made(review, id, pattern))
    return made


def confused(one: str, other: str) -> Pattern:
    """Return the pattern of taking one name for another, whichever for which."""
    return Pattern(CONFUSED, *sorted((one, other)))


def _slip(pattern: Pattern, made: list[Made], answers: _Answers) -> Slip:
    """Return the history of `pattern`, which was made in these answers, newest first."""
    last: dict[str, str] = {}
    for it in made:
        last.setdefault(it.card, it.review)
    others = tuple(dict.fromkeys(c for c in answers.cards_with(pattern) if c not in last))
    cards = (*last, *others)
    avoided = sorted(id for one in cards for id in answers.right_since(one, made[0].review))
    mended = [next(iter(answers.right_since(one, review)), "") for one, review in last.items()]
    is_gone = len(avoided) >= AVOIDED and all(mended)
    gone_since = max(avoided[AVOIDED - 1], *mended) if is_gone else ""
    occasions = sum(answers.count(one) for one in cards)
    reviews = tuple(it.review for it in made)
    return Slip(pattern, reviews, tuple(last), others, occasions, len(avoided), gone_since)


class _Answers:
    """The answers that stand, by card; review ids sort by time."""

    def __init__(self, db: sqlite3.Connection) -> None:
        self._db = db

    def count(self, card: str) -> int:
        """Return how often the card was answered."""
        return self._counts.get(card, 0)

    def right_since(self, card: str, review: str) -> list[str]:
        """Return the answers, one a day, that were right at once after `review`, in time order."""
        right = self._right.get(card, [])
        return right[bisect_right(right, review) :]

    def cards_with(self, pattern: Pattern) -> Iterable[str]:
        """Return the cards whose right answer gives occasion for `pattern`."""
        if pattern.kind == CONFUSED:
            names = [pattern.given, pattern.expected]
        else:
            names = [name for name in self._cards if places(pattern, name)]
        return [card for name in names for card in self._cards.get(name, ())]

    @cached_property
    def _cards(self) -> dict[str, list[str]]:
        """The answered cards by the names that are their answers."""
        cards: dict[str, list[str]] = {}
        for name, id in self._db.execute("select name, card from names"):
            if id in self._counts:
                cards.setdefault(name, []).append(id)
        return cards

    @cached_property
    def _right(self) -> dict[str, list[str]]:
        return self._by_card[1]

    @cached_property
    def _counts(self) -> dict[str, int]:
        return self._by_card[0]

    @cached_property
    def _by_card(self) -> tuple[dict[str, int], dict[str, list[str]]]:
        counts: dict[str, int] = {}
        right: dict[str, list[str]] = {}
        before = None
        for id, review, day, missed in self._db.execute(
            """
            select card, id, day, missed from reviews
            where deed = 'answer' and not undone order by card, id
            """
        ):
            counts[id] = counts.get(id, 0) + 1
            is_first, before = (id, day) != before, (id, day)
            if is_first and not missed:
                right.setdefault(id, []).append(review)
        return counts, right
