"""A part of the cards, as a condition on their sets."""

from __future__ import annotations

from typing import NamedTuple


class Filter(NamedTuple):
    """Cards of one deck (by name), weak spot or tag; None: whichever."""

    deck: str | None = None
    weak: str | None = None
    tag: str | None = None

    def sql(self) -> str:
        """Return a condition on cards.place, with `values` for its named parameters."""
        if self == Filter():
            return "true"
        return """
            place in (
                select sets.key from sets join decks on decks.key = sets.deck
                where (:deck is null or decks.name = :deck)
                    and (:weak is null or :weak in (select value from json_each(sets.weak)))
                    and (:tag is null or :tag in (select value from json_each(sets.tags)))
            )
        """

    @property
    def values(self) -> dict[str, object]:
        """The named parameters of `sql`."""
        return {} if self == Filter() else self._asdict()
