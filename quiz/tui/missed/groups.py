"""Missed answers in groups: by day, card, deck, weak spot or mistake."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.i18n import N_, _
from quiz.marking.patterns import said
from quiz.memory.slips import AVOIDED
from quiz.tui.missed.mistake_names import mistake_name

if TYPE_CHECKING:
    from quiz.memory.slips import Slip
    from quiz.memory.store import Miss, Store

GROUPINGS = {
    "day": N_("by day"),
    "card": N_("by card"),
    "deck": N_("by deck"),
    "weak": N_("by weak spot"),
    "mistake": N_("by mistake"),
    "pattern": N_("by slip"),
}
"""What the answers can be grouped by, and what that is called."""


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above a group."""

    text: str
    count: int
    """0 where the text says how many there are."""


@dataclass(frozen=True, slots=True)
class Names:
    """What the keys of groups are called, and which day is today."""

    decks: Mapping[str, str]
    spots: Mapping[str, str]
    today: int
    slips: Sequence[Slip] = ()
    """The patterns that are not gone."""

    @classmethod
    def of(cls, store: Store, today: int, slips: Sequence[Slip] = ()) -> Names:
        """Read the titles of decks and the names of weak spots."""
        return cls(
            {deck.name: str(deck.title) for deck in store.decks()},
            {spot.id: str(spot.name) for spot in store.weak_spots.values()},
            today,
            slips,
        )


def grouped(misses: Iterable[Miss], by: str, names: Names) -> list[Heading | Miss]:
    """Return headings and answers: newest first in a group; days in turn, else the most first.

    An answer of a card with several weak spots stands under each of them, and so does one with
    several slips; by slip, only those that are not gone are there.
    """
    groups: dict[str, list[Miss]] = {}
    keys = _KEYS[by]
    for miss in misses:
        for key in keys(miss, names):
            groups.setdefault(key, []).append(miss)
    order = list(groups)
    if by != "day":
        order.sort(key=lambda key: -len(groups[key]))
    rows: list[Heading | Miss] = []
    for key in order:
        rows += [Heading(key, 0 if by == "pattern" else len(groups[key])), *groups[key]]
    return rows


def heading(rows: Sequence[Heading | Miss], place: int) -> str:
    """Return the text of the heading over the row at `place`, "" where there is none."""
    above = (row.text for row in reversed(rows[:place]) if isinstance(row, Heading))
    return next(above, "")


def no_slips() -> Content:
    """Return what to say where answers were missed, but no slip has a pattern."""
    head = _("No slip of your own is on the list.")
    rest = _(
        "A letter, a word or a name that you mistake is counted here by what it has in common "
        "with others, until you were right at once {n} times.",
        n=AVOIDED,
    )
    return Content.assemble((head, "bold"), "\n\n", (rest, "$text-muted"))


def day_name(day: int, today: int) -> str:
    """Return "today", "yesterday" or the date of a day number."""
    if today - day in (0, 1):
        return _("yesterday") if today - day else _("today")
    return date.fromordinal(day).isoformat()


def _day(miss: Miss, names: Names) -> Sequence[str]:
    return [day_name(miss.review.day, names.today)]


def _card(miss: Miss, names: Names) -> Sequence[str]:
    return [str(miss.card.ask) if miss.card else miss.review.card]


def _deck(miss: Miss, names: Names) -> Sequence[str]:
    if miss.card is None:
        return [_("in no deck any more")]
    return [names.decks.get(miss.card.deck, miss.card.deck)]


def _weak(miss: Miss, names: Names) -> Sequence[str]:
    spots = miss.card.weak if miss.card else ()
    return [names.spots.get(spot, spot) for spot in spots] or [_("no weak spot")]


def _pattern(miss: Miss, names: Names) -> Sequence[str]:
    return [slip_name(slip) for slip in names.slips if miss.review.id in slip.reviews]


def slip_name(slip: Slip) -> str:
    """Return what a pattern is called, and how often it was made: "-ar for -er: 5 of 9"."""
    return _(
        "{pattern}: {made} of {occasions}",
        pattern=said(slip.pattern),
        made=slip.made,
        occasions=slip.occasions,
    )


def _mistake(miss: Miss, names: Names) -> Sequence[str]:
    return [mistake_name(miss.review)]


_KEYS: dict[str, Callable[[Miss, Names], Sequence[str]]] = {
    "day": _day,
    "card": _card,
    "deck": _deck,
    "weak": _weak,
    "mistake": _mistake,
    "pattern": _pattern,
}
