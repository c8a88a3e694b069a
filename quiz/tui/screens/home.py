"""Home: what is due today, by deck and by weak spot; Enter studies the line under the cursor."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static

from quiz.i18n import N_
from quiz.tui.reading import share_read
from quiz.tui.screens.base import BaseScreen
from quiz.tui.widgets.spot_view import SpotView
from quiz.tui.widgets.study_list import Line, StudyList
from quiz.tui.widgets.today import empty_advice, problem_line, today
from quiz.tui.wish import Wish

MORE = 10
"""How many new cards beyond today's the learner gets at a time."""


class HomeScreen(BaseScreen):
    """Counts, weak spots, and the ways on."""

    NAME = N_("Home")
    CSS_PATH = "home.tcss"
    AUTO_FOCUS = "StudyList"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f2,n,ㅜ", "new_cards", N_("New cards")),
        Binding("f3,c,ㅊ", "cram", N_("Cram")),
        Binding("f4,m,ㅡ", "app.missed", N_("Missed")),
        Binding("f5,a,ㅁ", "app.add", N_("Add")),
        Binding("f6,w,ㅈ", "app.weakest", N_("Weakest")),
        Binding("f7,e,ㄷ", "app.why", N_("Why this error?"), show=False),
        Binding("q,ㅂ", "app.quit", N_("Quit"), show=False),
    ]

    def body(self) -> ComposeResult:
        """Today's sum, advice where there is nothing to do, the list, what to say of its line."""
        yield Static(id="today")
        yield Static(id="advice")
        yield StudyList()
        yield SpotView()
        yield Static(id="problems")

    def on_mount(self) -> None:
        """Have the counts there at the first paint."""
        self.show()

    def on_screen_resume(self) -> None:
        """Count anew after whatever was done above."""
        self.show()

    def show(self) -> None:
        """Draw counts, list and problems."""
        app = self.quiz
        counts = app.store.counts()
        reading = share_read(app.store)
        self.head("quiz", reading or date.fromordinal(app.clock.now().day).isoformat())
        all_told = not reading or counts.due or counts.new
        self._write("#today", today(counts) if all_told else Content(reading))
        self._write("#advice", Content("") if reading else empty_advice(app.store, counts))
        waiting = app.paused.progress[1] if app.paused else 0
        mastery = app.store.mastery()
        self.query_one(StudyList).show(counts, mastery, waiting)
        self.query_one(SpotView).show(app.store, mastery, self.line.wish)
        self._write("#problems", problem_line(len(app.store.problems())))

    def _write(self, part: str, content: Content) -> None:
        static = self.query_one(part, Static)
        static.update(content)
        static.display = bool(content)

    @property
    def line(self) -> Line:
        """The line under the cursor."""
        return self.query_one(StudyList).line

    def on_option_list_option_highlighted(self) -> None:
        """Say more of the weak spot under the cursor."""
        self.query_one(SpotView).look_at(self.line.wish)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Study what Enter or the mouse chose."""
        if self.line.resume:
            self.quiz.action_resume()
        else:
            self.quiz.action_study(self.line.wish or Wish())

    def action_new_cards(self) -> None:
        """Learn new cards beyond today's."""
        new = self.quiz.store.counts().new + MORE
        self.quiz.action_study((self.line.wish or Wish())._replace(new=new))

    def action_cram(self) -> None:
        """Ask the line under the cursor, due or not, without touching the schedule."""
        self.quiz.action_study((self.line.wish or Wish())._replace(cram=True))
