"""The options in the right order: what is picked moves up, numbered, in the order picked."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.cards.card import Question
from quiz.i18n import _
from quiz.tui.answers.rows import RowsField


class OrderField(RowsField):
    """The steps placed so far, then those still to place with their keys."""

    placed: tuple[int, ...] = ()
    right: tuple[str, ...] = ()
    """The steps in order once the answer is judged."""

    def ask(self, question: Question) -> None:
        """Show the steps, none placed."""
        self.placed, self.right = (), ()
        super().ask(question)

    def judged(self, right: Sequence[str]) -> None:
        """Mark the steps that stand in their place, and those that do not."""
        self.right = tuple(right)
        self.refresh()

    def displayed(self) -> list[int]:
        """Return the placed steps, then the others."""
        return [*self.placed, *(i for i in range(len(self.options)) if i not in self.placed)]

    def label(self, option: int) -> tuple[str, str]:
        """Return the place of a placed step, the key of another."""
        if option in self.placed:
            place = self.placed.index(option)
            mark, style = self._mark(option, place)
            return f"{mark}{place + 1}.", f"bold {style}"
        return f"[{option + 1}]", "$text-muted"

    def _mark(self, option: int, place: int) -> tuple[str, str]:
        if not self.right:
            return " ", "$text-accent"
        fits = place < len(self.right) and self.options[option] == self.right[place]
        return ("✓", "$text-success") if fits else ("✗", "$text-error")

    def style_of(self, option: int) -> str:
        """Return bold for what is placed."""
        return "bold" if option in self.placed else ""

    def pick(self, option: int) -> None:
        """Place the step next, or take it out again."""
        if option in self.placed:
            self.placed = tuple(i for i in self.placed if i != option)
        else:
            self.placed = (*self.placed, option)

    def back(self) -> None:
        """Take the last step out."""
        self.placed = self.placed[:-1]

    def finish(self) -> None:
        """Hand in the order; the last step goes without saying."""
        rest = self.displayed()[len(self.placed) :]
        if len(rest) > 1:
            self.refuse(_("Put all steps in order first. F3: I don't know."))
            return
        self.placed = (*self.placed, *rest)
        self.locked = True
        self.hand_in(" ".join(str(option + 1) for option in self.placed))
