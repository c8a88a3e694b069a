"""Summary: how the session went, what was missed, which weak spots moved, when to come back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.i18n import N_, _
from quiz.session import Session
from quiz.tui.screens.base import BaseScreen
from quiz.tui.widgets.report import report
from quiz.tui.widgets.slips_moved import slips_moved
from quiz.tui.wish import Wish

if TYPE_CHECKING:
    from quiz.memory.store import Mastery


class SummaryScreen(BaseScreen):
    """What `session` came to; `before` is the weak spots' mastery as it began."""

    NAME = N_("Summary")
    CSS_PATH = "summary.tcss"
    AUTO_FOCUS = "#report"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,space", "home", N_("Home")),
        Binding("f4,m,ㅡ", "drill", N_("Drill what was missed")),
        Binding("u,ctrl+z,ㅕ", "undo", N_("Undo")),
        Binding("escape", "home", N_("Home"), show=False),
    ]

    def __init__(self, session: Session, before: Mapping[str, Mastery], seconds: float) -> None:
        super().__init__()
        self.session = session
        self._before = before
        self._seconds = seconds
        self._slips: Content | None = None

    def body(self) -> ComposeResult:
        """The report, scrolling."""
        with VerticalScroll(id="report"):
            yield Static(id="text")

    def on_mount(self) -> None:
        """Write the report."""
        self.head(_("Summary"))
        began = self.quiz.clock.now().at - round(self._seconds * 1000)
        self._slips = slips_moved(self.quiz.store, began)
        self._draw()

    def on_resize(self) -> None:
        """Align anew for another width."""
        self._draw()

    def _draw(self) -> None:
        width = min(self.size.width, 80) - 6
        text = report(
            self.session, self.quiz.store, self._before, self._seconds, width, self._slips
        )
        self.query_one("#text", Static).update(text)

    @property
    def missed(self) -> tuple[str, ...]:
        """The ids of the cards that were missed, each once."""
        missed = (result for result in self.session.results if result.missed)
        return tuple(dict.fromkeys(result.entry.card for result in missed))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer a drill only where something was missed."""
        if action == "drill":
            return bool(self.missed)
        return self.session.can_undo if action == "undo" else True

    def action_home(self) -> None:
        """Go home."""
        self.quiz.action_home()

    def action_drill(self) -> None:
        """Ask what was missed once more; the schedule stays as it is."""
        self.quiz.action_home()
        self.quiz.action_study(Wish(cards=self.missed))

    def action_undo(self) -> None:
        """Go back into the session, before its last answer."""
        self.dismiss(None)
