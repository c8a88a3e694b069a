"""What every screen has: a header line, a body, one status line, the keys."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar, Literal, cast

from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen

from quiz.errors import QuizError
from quiz.tui.widgets.header_line import HeaderLine
from quiz.tui.widgets.key_bar import KeyBar
from quiz.tui.widgets.status_line import StatusLine
from quiz.tui.widgets.too_small import TooSmall

if TYPE_CHECKING:
    from quiz.tui.app import QuizApp


class BaseScreen(Screen[None]):
    """A full screen. Subclasses yield their own widgets from `body`."""

    AUTO_FOCUS: ClassVar[str | None] = None
    NAME: ClassVar[str] = ""
    """What the screen is called (a msgid): the title over its keys in the help."""

    @property
    def quiz(self) -> QuizApp:
        """The app, with its store, settings, clock and random source."""
        return cast("QuizApp", self.app)

    def compose(self) -> ComposeResult:
        """Lay the body between the header and the last two rows."""
        yield HeaderLine()
        yield from self.body()
        yield StatusLine()
        yield KeyBar(self.has_room)
        yield TooSmall()

    def body(self) -> ComposeResult:
        """Yield what is particular to this screen."""
        yield from ()

    def has_room(self, binding: Binding) -> bool:
        """Return whether the key bar shows this binding now (it works in any case)."""
        return True

    @contextmanager
    def told(self) -> Iterator[None]:
        """Say on the status line what the learner can mend; anything else goes on up."""
        try:
            yield
        except QuizError as error:
            self.say(" ".join(filter(None, (str(error), error.hint))), "error")

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
