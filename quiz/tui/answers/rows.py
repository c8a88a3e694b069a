"""Options as rows, picked by digit, by arrows and space, or by the mouse."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.reactive import reactive, var

from quiz.cards.card import Question
from quiz.i18n import N_
from quiz.tui.answers.base import AnswerField

NOWHERE = -1


class RowsField(AnswerField, can_focus=True):
    """A row for each option, long ones wrapped under themselves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "finish", N_("Hand in")),
        Binding("up", "move(-1)", N_("Previous option"), show=False),
        Binding("down", "move(1)", N_("Next option"), show=False),
        Binding("space", "pick_here", N_("Choose or take back"), show=False),
        Binding("backspace", "back", N_("Take the last one back"), show=False),
        *(Binding(str(n), f"pick({n})", N_("Choose by number"), show=False) for n in range(1, 10)),
    ]
    cursor = reactive(NOWHERE)
    """The displayed row under the cursor."""
    locked = var(False)

    question: Question | None = None
    options: tuple[str, ...] = ()
    """The options' texts in the order of their numbers."""

    def ask(self, question: Question) -> None:
        """Show the options, none picked."""
        self.question = question
        self.options = tuple(str(option) for option in question.options)
        self.cursor = NOWHERE
        self.locked = False
        rows = len(self._rows_at(self.size.width))
        self.refresh(layout=rows != self.size.height)

    def reopen(self) -> None:
        """Let the answer be changed."""
        self.locked = False

    def shut(self) -> None:
        """Take no more keys and clicks."""
        self.locked = True

    def watch_locked(self) -> None:
        """Take the cursor away, or show it again."""
        self.refresh()

    # What the kinds of answer say

    def displayed(self) -> list[int]:
        """Return the option indices in the order of the rows."""
        return list(range(len(self.options)))

    def label(self, option: int) -> tuple[str, str]:
        """Return the text before an option (as wide for all) and its style."""
        raise NotImplementedError

    def style_of(self, option: int) -> str:
        """Return the style of an option's text."""
        return ""

    def pick(self, option: int) -> None:
        """Choose this option, or take the choice back."""
        raise NotImplementedError

    def moved(self) -> None:
        """Called when the cursor was moved by an arrow."""

    def back(self) -> None:
        """Take the last choice back, where there is an order."""

    def finish(self) -> None:
        """Hand in, or refuse."""
        raise NotImplementedError

    # Keys and mouse

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the screen have the keys of a locked field."""
        return not self.locked

    def action_move(self, step: int) -> None:
        """Move the cursor, over the ends to the other side."""
        nowhere = self.cursor == NOWHERE
        self.cursor = ((-1 if step < 0 else 0) if nowhere else self.cursor + step) % max(
            len(self.options), 1
        )
        self.moved()

    def action_pick(self, number: int) -> None:
        """Choose the option with this number."""
        if number <= len(self.options):
            self._pick(number - 1)

    def action_pick_here(self) -> None:
        """Choose the option under the cursor."""
        if self.cursor != NOWHERE:
            self._pick(self.displayed()[self.cursor])

    def action_back(self) -> None:
        """Take the last choice back."""
        self.back()
        self.refresh()

    def action_finish(self) -> None:
        """Hand in."""
        self.finish()

    def on_click(self, event: Click) -> None:
        """Choose the option under the mouse."""
        rows = self._rows_at(self.size.width)
        if not self.locked and 0 <= event.y < len(rows):
            self._pick(rows[event.y][0])

    def _pick(self, option: int) -> None:
        self.pick(option)
        self.cursor = self.displayed().index(option)
        self.refresh()

    # Drawing

    def render(self) -> Content:
        """Return all rows."""
        return Content("\n").join(line for _option, line in self._rows_at(self.size.width))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows the options take in `width` cells."""
        return len(self._rows_at(width))

    def _rows_at(self, width: int) -> list[tuple[int, Content]]:
        """Return every line to draw, with the option it belongs to."""
        lines: list[tuple[int, Content]] = []
        for row, option in enumerate(self.displayed()):
            here = row == self.cursor and not self.locked
            label, style = self.label(option)
            head = Content.assemble(("▸ " if here else "  ", "$text-accent"), (label, style), " ")
            indent = Content(" " * head.cell_length)
            text = Content.styled(
                self.options[option], f"{self.style_of(option)} {'bold' if here else ''}".strip()
            )
            for i, part in enumerate(text.wrap(max(width - head.cell_length, 4))):
                lines.append((option, Content.assemble(indent if i else head, part)))
        return lines
