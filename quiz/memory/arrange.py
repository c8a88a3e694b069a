"""The order of a session: new among due, siblings and look-alikes apart, weak spots interleaved."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.memory.entry import Entry

_AHEAD = 12
"""How far to look for a card that goes well with the one before."""
_APART = 5
"""Siblings have so many other cards between them where there are so many."""


def near(one: Entry, other: Entry) -> bool:
    """Return whether two cards are siblings, or have the same answer."""
    return one.note == other.note or bool(one.twin and one.twin == other.twin)


def mixed(due: Sequence[Entry], new: Sequence[Entry]) -> list[Entry]:
    """Return both in their order, the fewer spread evenly among the others."""
    places = [
        *(((i + 0.5) / len(due), entry) for i, entry in enumerate(due)),
        *(((i + 0.5) / len(new), entry) for i, entry in enumerate(new)),
    ]
    return [entry for _place, entry in sorted(places, key=lambda pair: pair[0])]


def arranged(entries: Sequence[Entry]) -> list[Entry]:
    """Return `entries` in nearly their order, no two near ones in a row where that can be.

    Siblings stay further apart, and two cards of one weak spot or deck do not follow each other
    while there are others close by.
    """
    left = list(entries)
    result: list[Entry] = []
    while left:
        result.append(left.pop(_best(left, result[-_APART:])))
    return _mended(result)


def _best(left: Sequence[Entry], before: Sequence[Entry]) -> int:
    """Return the place of the first entry in `left` that goes best with those `before`."""
    ahead = min(len(left), _AHEAD)
    best = min(range(ahead), key=lambda i: (_likeness(left[i], before), i))
    if before and near(left[best], before[-1]):
        return next((i for i, entry in enumerate(left) if not near(entry, before[-1])), best)
    return best


def _likeness(entry: Entry, before: Sequence[Entry]) -> int:
    """Return how badly `entry` follows `before`: 0 well, more is worse."""
    if not before:
        return 0
    last = before[-1]
    sibling = any(entry.note == other.note for other in before)
    spot = any(spot in last.weak for spot in entry.weak)
    return 100 * near(entry, last) + 10 * sibling + 2 * spot + (entry.deck == last.deck)


def _mended(entries: list[Entry]) -> list[Entry]:
    """Move entries that follow a near one to places where none is near, while there are any."""
    while (move := _move(entries)) is not None:
        at, place = move
        entries.insert(place, entries.pop(at))
    return entries


def _move(entries: Sequence[Entry]) -> tuple[int, int] | None:
    """Return from where to move an entry, and where to, to leave one near pair fewer."""
    for at in range(1, len(entries)):
        if near(entries[at - 1], entries[at]):
            rest = [*entries[:at], *entries[at + 1 :]]
            closes = at < len(rest) and near(rest[at - 1], rest[at])
            place = None if closes else _gap(rest, entries[at])
            if place is not None:
                return at, place
    return None


def _gap(entries: Sequence[Entry], entry: Entry) -> int | None:
    """Return a place where `entry` is near neither neighbour, the last there is; None: nowhere."""
    for place in range(len(entries), -1, -1):
        neighbours = entries[max(place - 1, 0) : place + 1]
        if not any(near(entry, other) for other in neighbours):
            return place
    return None
