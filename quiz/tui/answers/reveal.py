"""Think, then look: the learner rates the answer."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.reactive import var

from quiz.cards.card import Question
from quiz.i18n import N_, _
from quiz.tui.answers.base import AnswerField


class RevealField(AnswerField, can_focus=True):
    """One line that says how to go on; a click does it, too."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("space,enter", "reveal", N_("Show answer"))]
    locked = var(False)

    def render(self) -> Content:
        """Return the line."""
        return Content.assemble(
            (f" {_('Space')} ", "bold reverse"),
            "  ",
            (_("Think of the answer, then look."), "$text-muted"),
        )

    def ask(self, question: Question) -> None:
        """Wait for the learner."""
        self.locked = False

    def reopen(self) -> None:
        """Wait again."""
        self.locked = False

    def shut(self) -> None:
        """The answer is shown."""
        self.locked = True

    def watch_locked(self, locked: bool) -> None:
        """Give way to the answer."""
        self.can_focus = self.display = not locked

    def action_reveal(self) -> None:
        """Ask the screen for the answer."""
        if not self.locked:
            self.locked = True
            self.hand_in("")

    def on_click(self) -> None:
        """Reveal."""
        self.action_reveal()
