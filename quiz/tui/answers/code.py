"""Several lines of code."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widget import Widget

from quiz.cards.card import Question
from quiz.tui.answers.base import AnswerField
from quiz.tui.widgets.code_input import CodeInput


class CodeField(AnswerField):
    """A framed editor that grows with its lines; after a slip the code stays to be mended."""

    def compose(self) -> ComposeResult:
        """One editor."""
        yield CodeInput(self.hand_in, self.refuse)

    @property
    def target(self) -> Widget:
        """The editor."""
        return self.query_one(CodeInput)

    def ask(self, question: Question) -> None:
        """Empty the editor."""
        field = self.query_one(CodeInput)
        field.load_text("")
        field.locked = False

    def reopen(self) -> None:
        """Leave the code and the cursor where they are."""
        self.query_one(CodeInput).locked = False

    def shut(self) -> None:
        """Lock the editor."""
        self.query_one(CodeInput).locked = True
