"""Several items in any order: Enter takes one down, Enter on an empty line hands in."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Key, Paste
from textual.widget import Widget
from textual.widgets import Static

from quiz.cards.card import Question
from quiz.i18n import _
from quiz.text import clean
from quiz.tui.answers.base import AnswerField
from quiz.tui.widgets.answer_input import AnswerInput


class LinesField(AnswerField):
    """The items so far, and an input for the next one."""

    def compose(self) -> ComposeResult:
        """The items over the input."""
        items = Static(classes="items")
        yield items
        yield ItemInput(self, items)

    @property
    def target(self) -> Widget:
        """The input."""
        return self.query_one(ItemInput)

    def ask(self, question: Question) -> None:
        """Forget all items."""
        field = self.query_one(ItemInput)
        field.value = ""
        field.set_items([])
        field.locked = False

    def reopen(self) -> None:
        """Let items be added or taken back."""
        self.query_one(ItemInput).locked = False

    def shut(self) -> None:
        """Lock the input."""
        self.query_one(ItemInput).locked = True


class ItemInput(AnswerInput):
    """Takes down one item at each Enter; Backspace in the empty line takes the last one back."""

    def __init__(self, field: AnswerField, shown: Static) -> None:
        super().__init__(field.hand_in, field.refuse)
        self.items: list[str] = []
        self._shown = shown

    def watch_locked(self, locked: bool) -> None:
        """Say how it works while it does."""
        super().watch_locked(locked)
        self.placeholder = "" if locked else _("one item · Enter on an empty line: done")

    def enter(self) -> None:
        """Take the item down; on an empty line hand all of them in."""
        if typed := clean(self.value).strip():
            self.value = ""
            self.set_items([*self.items, typed])
        elif self.items:
            self.locked = True
            self.hand_in("\n".join(self.items))
        else:
            super().enter()

    def set_items(self, items: list[str]) -> None:
        """Show `items`, a line each."""
        self.items = items
        self._shown.update(Content("\n".join(f"{i}. {item}" for i, item in enumerate(items, 1))))
        self._shown.display = bool(items)

    async def _on_key(self, event: Key) -> None:
        if event.key == "backspace" and not self.value and self.items and not self.locked:
            event.stop()
            event.prevent_default()
            *rest, last = self.items
            self.set_items(rest)
            self._continue(last)

    def _on_paste(self, event: Paste) -> None:
        *whole, last = event.text.splitlines() or [""]
        if whole and not self.locked:
            event.prevent_default()
            event.stop()
            first = self.value + whole[0]
            lines = (clean(line).strip() for line in (first, *whole[1:]))
            self.set_items([*self.items, *filter(None, lines)])
            self._continue(last)

    def _continue(self, text: str) -> None:
        """Have `text` in the line, and go on at its end."""
        self.value = text
        self.cursor_position = len(text)
