"""Missed answers: what was written beside what was right, and a drill over what is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Static

from quiz.i18n import N_, _, ngettext
from quiz.memory.store import Miss
from quiz.tui.missed.detail import Detail
from quiz.tui.missed.groups import (
    GROUPINGS,
    Heading,
    Names,
    grouped,
    heading,
    no_slips,
    slip_name,
)
from quiz.tui.missed.row import draw, titles
from quiz.tui.screens.base import BaseScreen
from quiz.tui.widgets.virtual_list import GUTTER, VirtualList
from quiz.tui.wish import Wish

if TYPE_CHECKING:
    from quiz.memory.slips import Slip

DAYS = (30, 7, 0)
"""How far back the list goes, in turn; 0: all the way."""


class MissedScreen(BaseScreen):
    """The list of missed answers, and the one under the cursor in full."""

    NAME = N_("Missed answers")
    CSS_PATH = "missed.tcss"
    AUTO_FOCUS = "VirtualList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "drill", N_("Drill these")),
        Binding("f2,g,ㅎ", "group", N_("Group")),
        Binding("f3,d,ㅇ", "days", N_("Days")),
        Binding("f4,e,ㄷ", "edit", N_("Edit card")),
        Binding("escape,q,ㅂ", "app.pop_screen", N_("Back")),
        Binding("left", "page(-1)", N_("Detail up"), show=False),
        Binding("right", "page(1)", N_("Detail down"), show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._by = next(iter(GROUPINGS))
        self._days = DAYS[0]
        self._misses: list[Miss] = []
        self._slips: list[Slip] = []
        """The patterns that are not gone, where the answers are grouped by them."""

    def body(self) -> ComposeResult:
        """The list with its column titles, and the detail."""
        with Horizontal(id="columns", classes="-full"):
            with Vertical(id="list"):
                yield Static(id="titles")
                yield VirtualList[Heading | Miss](self._draw, lambda row: isinstance(row, Heading))
            yield Detail()
        yield Static(id="empty")

    def on_screen_resume(self) -> None:
        """Read the answers anew: a drill or an edit may have come between."""
        self.read()

    @property
    def today(self) -> int:
        """Today's day number."""
        return self.quiz.clock.now().day

    @property
    def rows(self) -> VirtualList[Heading | Miss]:
        """The list."""
        return self.query_one(VirtualList)

    def read(self) -> None:
        """Read the missed answers of the chosen days."""
        since = self.today - self._days + 1 if self._days else None
        self._misses = self.quiz.store.misses(since_day=since)
        self.show()

    def show(self) -> None:
        """Draw what was read, grouped as chosen."""
        shown = (str(len(self._misses)), self._span(), _(GROUPINGS[self._by]))
        self.head(_("Missed answers"), " · ".join(shown))
        self._slips = self._read_slips() if self._by == "pattern" else []
        names = Names.of(self.quiz.store, self.today, self._slips)
        rows = grouped(self._misses, self._by, names)
        self.rows.show(rows, self.rows.cursor)
        self.query_one("#columns").display = bool(rows)
        empty = self.query_one("#empty", Static)
        empty.update(no_slips() if self._misses else self._advice())
        empty.display = not rows

    def _read_slips(self) -> list[Slip]:
        from quiz.memory.slips import slips_of

        return [slip for slip in slips_of(self.quiz.store) if not slip.gone]

    def _span(self) -> str:
        if not self._days:
            return _("all days")
        return ngettext("last {n} day", "last {n} days", self._days)

    def _draw(self, row: Heading | Miss, width: int) -> Content:
        return draw(row, width, self.today)

    def on_resize(self) -> None:
        """Keep the titles over their columns."""
        self.call_after_refresh(self._draw_titles)

    def _draw_titles(self) -> None:
        width = self.rows.scrollable_content_region.width - GUTTER - 1
        self.query_one("#titles", Static).update(Content(" " * GUTTER) + titles(max(width, 0)))

    def on_virtual_list_moved(self) -> None:
        """Show the answer under the cursor in full."""
        row = self.rows.row
        self.query_one(Detail).show(row if isinstance(row, Miss) else None, self.quiz.store)

    def action_group(self) -> None:
        """Group by the next thing."""
        ways = list(GROUPINGS)
        self._by = ways[(ways.index(self._by) + 1) % len(ways)]
        self.rows.cursor = 0
        self.show()

    def action_days(self) -> None:
        """Go further back, or less far."""
        self._days = DAYS[(DAYS.index(self._days) + 1) % len(DAYS)]
        self.rows.cursor = 0
        self.read()

    def action_drill(self) -> None:
        """Ask the cards of all answers shown; the schedule is left alone.

        Grouped by slip: drills for the slip under the cursor.
        """
        if self._by == "pattern":
            self._drill_slip()
            return
        cards = dict.fromkeys(miss.card.id for miss in self._misses if miss.card)
        if cards:
            self.quiz.action_study(Wish(cards=tuple(cards), cram=True))
        elif self._misses:
            self.say(_("None of these cards is in a deck any more."), "error")

    def _drill_slip(self) -> None:
        from quiz.memory.drills import drills

        here = next(
            (s for s in self._slips if slip_name(s) == heading(self.rows.rows, self.rows.cursor)),
            None,
        )
        cards = drills(self.quiz.store, [here]) if here else []
        if cards:
            self.quiz.action_study(Wish(cards=tuple(cards)))
        elif here:
            self.say(_("No drill can be made of this; its cards come back by themselves."))

    def action_edit(self) -> None:
        """Edit the card under the cursor."""
        row = self.rows.row
        if isinstance(row, Miss) and row.card:
            self.quiz.action_edit(row.card.id)
        elif row is not None:
            self.say(_("This card is in no deck any more."), "error")

    def action_page(self, pages: int) -> None:
        """Scroll the detail."""
        self.query_one(Detail).scroll_relative(y=pages * 5, animate=False)

    def _advice(self) -> Content:
        """Return what to say where nothing is missed."""
        if self._days:
            head = ngettext(
                "Nothing missed in the last {n} day.",
                "Nothing missed in the last {n} days.",
                self._days,
            )
            rest = _("F3 or d looks further back.")
        else:
            head = _("Nothing missed yet.")
            rest = _(
                "What you answer wrong is kept here: what you wrote beside what was right, "
                "the mistake by its name, and a drill over all of them."
            )
        return Content.assemble((head, "bold"), "\n\n", (rest, "$text-muted"))
