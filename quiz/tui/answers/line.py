"""One typed line."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.widget import Widget

from quiz.cards.card import Question
from quiz.tui.answers.base import AnswerField
from quiz.tui.widgets.answer_input import AnswerInput


class LineField(AnswerField):
    """A framed input; after a slip the text stays and can be mended."""

    def compose(self) -> ComposeResult:
        """One input."""
        yield AnswerInput(self.hand_in, self.refuse)

    @property
    def target(self) -> Widget:
        """The input."""
        return self.query_one(AnswerInput)

    def ask(self, question: Question) -> None:
        """Empty the input."""
        field = self.query_one(AnswerInput)
        field.value = ""
        field.locked = False

    def reopen(self) -> None:
        """Leave the text, the cursor at its end."""
        field = self.query_one(AnswerInput)
        field.locked = False
        field.cursor_position = len(field.value)

    def shut(self) -> None:
        """Lock the input."""
        self.query_one(AnswerInput).locked = True
