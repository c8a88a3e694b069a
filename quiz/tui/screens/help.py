"""Help: every key, how a verdict becomes a rating, where the data lies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.config import Places
from quiz.i18n import N_, _
from quiz.tui.keys import Section, sections
from quiz.tui.screens.base import BaseScreen
from quiz.tui.verdicts import rating_table, verdict_content
from quiz.tui.widgets.cells import fit
from quiz.tui.widgets.hanging import hanging

_LEAD = 18


class HelpScreen(BaseScreen):
    """One page to scroll; Esc, F1 and q close it."""

    NAME = N_("Help")
    CSS_PATH = "help.tcss"
    AUTO_FOCUS = "#page"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,f1,q,ㅂ", "close", N_("Close"))]

    def body(self) -> ComposeResult:
        """The page."""
        with VerticalScroll(id="page"):
            yield HelpPage()

    def on_mount(self) -> None:
        """Say where we are, and how to see the rest."""
        self.head(_("Help"), "↑ ↓ PgUp PgDn")
        stack = self.app.screen_stack
        below = stack[-2] if len(stack) > 1 else None
        self.query_one(HelpPage).show(sections(self.app, below), self.quiz.store.places)

    def action_close(self) -> None:
        """Go back to the screen below."""
        self.app.pop_screen()


class HelpPage(Static):
    """The page, laid out anew for each width."""

    _sections: Sequence[Section] = ()
    _places: Places | None = None

    def show(self, found: Sequence[Section], places: Places) -> None:
        """Show these keys and places."""
        self._sections, self._places = found, places
        self.on_resize()

    def on_resize(self) -> None:
        """Wrap the page to the width there is."""
        if self.size.width:
            self.update(Content("\n").join(self._lines(self.size.width)))

    def _lines(self, width: int) -> Iterator[Content]:
        lead = min(_LEAD, width // 3)
        for section in self._sections:
            yield _title(section.title)
            for keys, text in section.keys:
                name = Content.styled(keys, "bold $text-accent")
                yield hanging(name, Content(text), lead, width)
        yield from _ratings(lead, width)
        if self._places:
            yield _title(_("Where your data lies"))
            for data, path, about in _data(self._places):
                where = Content.assemble(str(path), ("\n" + about if about else "", "$text-muted"))
                yield hanging(Content.styled(data, "bold"), where, lead, width)


def _data(places: Places) -> Iterator[tuple[str, Path, str]]:
    yield _("decks"), places.decks, _("YAML files that you may edit")
    yield _("reviews"), places.home / "reviews", _("every answer, a line each: back this up")
    yield _("settings"), places.home / "config.toml", ""
    yield _("index"), places.home / "index.db", _("a cache: nothing is lost without it")


def _title(text: str) -> Content:
    return Content.assemble("\n", (text, "bold $text-primary"))


def _ratings(lead: int, width: int) -> Iterator[Content]:
    yield _title(_("From verdict to rating"))
    for verdict, case, rating in rating_table():
        word = Content("") if case else Content("  ") + verdict_content(verdict)
        text = Content.assemble((fit(rating, 8), "bold"), (case, "$text-muted"))
        yield hanging(word.truncate(lead, pad=True), text, lead, width)
