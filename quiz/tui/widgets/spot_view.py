"""Under the list at home: the weak spot under the cursor in full, else what F6 would ask."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from quiz.i18n import _, ngettext
from quiz.memory.trend import WEEKS
from quiz.tui.missed.mistake_names import mistakes_line
from quiz.tui.sparks import moved, spark
from quiz.tui.wish import Wish, weakest

if TYPE_CHECKING:
    from quiz.memory.spots import Spot
    from quiz.memory.store import Mastery, Store

_MISTAKES = 3


class SpotView(Static):
    """Two rows that are always there, so that the list above never moves."""

    DEFAULT_CSS = """
    SpotView { height: 2; margin-top: 1; text-wrap: nowrap; text-overflow: ellipsis; }
    """

    _store: Store | None = None
    _mastery: Mapping[str, Mastery]
    _known: dict[str, Spot]

    def show(self, store: Store, mastery: Mapping[str, Mastery], wish: Wish | None) -> None:
        """Speak of these weak spots from now on, first of what `wish` asks."""
        self._store, self._mastery, self._known = store, mastery, {}
        self.display = bool(mastery)
        self.look_at(wish)

    def look_at(self, wish: Wish | None) -> None:
        """Say all about the weak spot of `wish`; of anything else, what the two weakest are."""
        spot = wish.weak if wish else None
        if self._store is None:
            return
        if spot is None or spot not in self._mastery:
            self.update(the_weakest(self._store))
            return
        if spot not in self._known:
            from quiz.memory.spots import spots

            self._known |= spots(self._store, {spot: self._mastery[spot]})
        self.update(in_full(self._known[spot]))


def in_full(spot: Spot) -> Content:
    """Return the trend of a weak spot in one row, and its commonest mistakes in another."""
    if not spot.mastery.seen:
        return Content.styled(_("not asked yet"), "$text-muted")
    shares = [share for _day, share in spot.trend]
    weeks = ngettext("over {n} week", "over {n} weeks", WEEKS)
    style = "$text-success" if shares[-1] >= shares[0] else "$text-warning"
    trend = Content.assemble(
        (f"{shares[0]:.0%} ", "$text-muted"),
        (spark(shares), style),
        f" {shares[-1]:.0%}",
        (f"  {moved(shares)} {weeks}", "$text-muted"),
    )
    if not spot.mistakes:
        return trend
    said = mistakes_line(spot.mistakes, _MISTAKES)
    return Content.assemble(trend, "\n", (_("mistakes") + "  ", "$text-muted"), said)


def the_weakest(store: Store) -> Content:
    """Return which weak spots F6 asks, and how."""
    wish = weakest(store)
    if wish is None:
        return Content("")
    names = [str(store.weak_spots[spot].name) for spot in wish.spots]
    how = _("F6: {n} minutes, a card of each in turn.", n=wish.minutes)
    if wish.cram:
        how = _("F6: {n} minutes of practice, a card of each in turn.", n=wish.minutes)
    return Content.styled(f"{' + '.join(names)}\n{how}", "$text-muted")
