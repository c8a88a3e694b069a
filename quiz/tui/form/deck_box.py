"""The deck a card goes into: an existing one, with completion, or a new one by name."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalGroup
from textual.content import Content
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widgets import Input, Static

from quiz.i18n import N_, _
from quiz.tui.widgets.composing import LineInput


class DeckInput(LineInput):
    """A deck's name; up and down go through the decks there are, → takes the completion."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "step(-1)", N_("Previous deck"), show=False),
        Binding("down", "step(1)", N_("Next deck"), show=False),
    ]

    def __init__(self, names: list[str], value: str) -> None:
        super().__init__(
            value,
            compact=True,
            select_on_focus=False,
            suggester=SuggestFromList(names, case_sensitive=False),
        )
        self.cursor_blink = False
        self._names = names

    def action_step(self, step: int) -> None:
        """Write the name of the deck before or after this one."""
        if self._names:
            here = self._names.index(self.value) if self.value in self._names else -max(step, 0)
            self.value = self._names[(here + step) % len(self._names)]
            self.cursor_position = len(self.value)


class DeckBox(VerticalGroup):
    """The input, and below it which deck that is. `titles` are the existing decks, by name."""

    class Changed(Message):
        """Another deck is named."""

    def __init__(self, titles: Mapping[str, str], value: str) -> None:
        super().__init__()
        self._titles = titles
        self._value = value or next(iter(titles), "")

    def compose(self) -> ComposeResult:
        """The input over the note."""
        yield DeckInput(list(self._titles), self._value)
        yield Static(classes="note")

    @property
    def name_typed(self) -> str:
        """The deck's name, as it stands."""
        return self.query_one(DeckInput).value.strip()

    def on_mount(self) -> None:
        """Say which deck it is."""
        self._tell()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Say which deck it is now."""
        event.stop()
        self._tell()
        self.post_message(self.Changed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on at Enter."""
        event.stop()
        self.screen.focus_next()

    def _tell(self) -> None:
        name = self.name_typed
        new = _("a new deck: {name}.yaml", name=name) if name else _("Name a deck, old or new.")
        note = self._titles.get(name, new)
        self.query_one(".note", Static).update(Content(note))
