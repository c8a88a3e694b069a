"""The question before something is lost: names it, and Enter or Esc keeps it."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup, VerticalGroup
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from quiz.i18n import N_, _


class Confirm(ModalScreen[bool]):
    """Asks before a destructive deed; the result is True only if the learner wants it.

    `question` names the thing, `loss` says what would be lost, `yes` and `no` are the buttons.
    """

    CSS_PATH = "confirm.tcss"
    AUTO_FOCUS = "#no"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "keep", N_("Cancel")),
        Binding("left,up", "app.focus_previous", N_("Previous"), show=False),
        Binding("right,down", "app.focus_next", N_("Next"), show=False),
    ]

    def __init__(self, question: str, loss: str, *, yes: str, no: str) -> None:
        super().__init__()
        self._texts = question, loss
        self._buttons = yes, no

    def compose(self) -> ComposeResult:
        """One box: the question, the loss, the safe button first."""
        question, loss = self._texts
        yes, no = self._buttons
        with VerticalGroup(classes="box") as box:
            box.border_title = Content(question)
            box.border_subtitle = Content("Esc " + _("Cancel"))
            yield Static(Content(loss))
            with HorizontalGroup():
                yield Button(Content(no), id="no", compact=True)
                yield Button(Content(yes), id="yes", variant="error", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Answer with the button."""
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_keep(self) -> None:
        """Answer no."""
        self.dismiss(False)
