"""A text field of several lines in which Hangul is composed (see `composing`)."""

from __future__ import annotations

from textual.events import Key, Paste
from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import TextArea

from quiz.text import clean
from quiz.tui.widgets.composing import edit, edit_actions

_ACTIONS = edit_actions(TextArea.BINDINGS)


class TextInput(TextArea):
    """Several lines of text."""

    async def _on_key(self, event: Key) -> None:
        await edit(self, event, _ACTIONS)

    async def _on_paste(self, event: Paste) -> None:
        event.text = clean(event.text)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Put the terminal's cursor in place with every paint."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        return super().render_lines(crop)
