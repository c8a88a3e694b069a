"""An error too big for the status line, in the words that the commands use."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from quiz.errors import QuizError
from quiz.i18n import N_, _


class Notice(ModalScreen[None]):
    """Shows what went wrong and what to do; nothing below it is lost."""

    CSS_PATH = "confirm.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", N_("Close"))]

    def __init__(self, error: QuizError, title: str) -> None:
        super().__init__()
        self._error = error
        self._title = title

    def compose(self) -> ComposeResult:
        """One box: place and message, the remedy, a button."""
        with VerticalGroup(classes="box") as box:
            box.border_title = Content(self._title)
            box.border_subtitle = Content("Esc " + _("Close"))
            yield Static(Content(str(self._error)))
            yield Static(Content.styled(self._error.hint, "$text-muted"))
            with HorizontalGroup():
                yield Button(Content(_("Close")), compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Close."""
        event.stop()
        self.dismiss(None)
