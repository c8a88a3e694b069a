"""What every screen has: a header line, a body, one status line, the keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from textual.app import ComposeResult
from textual.screen import Screen

from quiz.tui.widgets.header_line import HeaderLine
from quiz.tui.widgets.key_bar import KeyBar
from quiz.tui.widgets.status_line import StatusLine
from quiz.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp


class BaseScreen(Screen[None]):
    """A full screen. Subclasses yield their own widgets from `body`."""

    AUTO_FOCUS = None

    @property
    def quiz(self) -> QuizApp:
        """The app, with its store, settings, clock and random source."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay the body between the header and the last two rows."""
        yield HeaderLine()
        yield from self.body()
        yield StatusLine()
        yield KeyBar()
        yield TooSmall()

    def body(self) -> ComposeResult:
        """Yield what is particular to this screen."""
        yield from ()

    def head(self, left: str, right: str = "") -> None:
        """Show `left` (where we are) and `right` (how far) in the header."""
        self.query_one(HeaderLine).show(left, right)

    def say(self, message: str, tone: Literal["info", "done", "error"] = "info") -> None:
        """Tell `message` on the status line: "error" stays until a key, the others 3 s."""
        self.query_one(StatusLine).say(message, tone)

    def key_pressed(self) -> None:
        """Called for every key, before the key does anything: errors have been read."""
        for line in self.query(StatusLine):
            line.key_pressed()
