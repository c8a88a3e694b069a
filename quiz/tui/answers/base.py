"""What every answer field can do for the screen that shows it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.widget import Widget

from quiz.cards.card import Question


class AnswerField(Widget):
    """One way to answer, kept for the whole session and asked again and again.

    `hand_in` is called with the answer as `Card.mark` wants it, once for each `ask` or `reopen`;
    `refuse` with a sentence for the status line when there is nothing to hand in yet.
    """

    DEFAULT_CSS = "AnswerField { height: auto; }"

    def __init__(self, hand_in: Callable[[str], None], refuse: Callable[[str], None]) -> None:
        super().__init__()
        self.hand_in = hand_in
        self.refuse = refuse

    def ask(self, question: Question) -> None:
        """Be empty and open for `question`."""

    def reopen(self) -> None:
        """Be open again for the same question, the answer kept."""

    def shut(self) -> None:
        """Take no more input."""

    def judged(self, right: Sequence[str]) -> None:
        """Mark the options by the `right` ones (texts as shown, in order), where there are any."""

    @property
    def target(self) -> Widget:
        """The widget that takes the focus while the question is open."""
        return self
