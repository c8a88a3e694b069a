"""One or several of the options."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.cards.card import Question
from quiz.i18n import _
from quiz.tui.answers.rows import RowsField


class ChoiceField(RowsField):
    """Rows to choose from; with several right ones each row has a box to tick."""

    chosen: frozenset[int] = frozenset()
    right: frozenset[int] | None = None
    """The right options once the answer is judged."""

    def ask(self, question: Question) -> None:
        """Show the options, none chosen."""
        self.chosen, self.right = frozenset(), None
        super().ask(question)

    def judged(self, right: Sequence[str]) -> None:
        """Mark the right options and the wrong ones that were chosen."""
        options = enumerate(self.options)
        self.right = frozenset(i for i, option in options if option in right)
        self.refresh()

    @property
    def several(self) -> bool:
        """Whether more than one option is right."""
        return self.question is not None and self.question.several

    def label(self, option: int) -> tuple[str, str]:
        """Return key and box; after the verdict a mark in its place."""
        mark, style = self._mark(option)
        box = f"[{mark}]" if self.several else f"({mark})"
        return f"{option + 1} {box}", style

    def _mark(self, option: int) -> tuple[str, str]:
        chosen = option in self.chosen
        if self.right is None:
            return ("x", "bold $text-accent") if chosen else (" ", "$text-muted")
        if option in self.right:
            return "✓", "bold $text-success"
        return ("✗", "bold $text-error") if chosen else (" ", "$text-muted")

    def style_of(self, option: int) -> str:
        """Return bold for what was chosen, muted for what no longer matters."""
        if option in self.chosen:
            return "bold"
        return "$text-muted" if self.right is not None and option not in self.right else ""

    def pick(self, option: int) -> None:
        """Choose the option; of several, tick or untick it."""
        self.chosen = self.chosen ^ {option} if self.several else frozenset({option})

    def moved(self) -> None:
        """The only choice goes with the cursor."""
        if not self.several:
            self.chosen = frozenset({self.cursor})

    def finish(self) -> None:
        """Hand in the numbers of the chosen options."""
        if not self.chosen:
            self.refuse(_("Nothing is chosen yet. F3: I don't know."))
            return
        self.locked = True
        self.hand_in(" ".join(str(option + 1) for option in sorted(self.chosen)))
