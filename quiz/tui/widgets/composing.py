"""Text fields in which Hangul is composed: the terminal's cursor stands where the typing goes.

A terminal draws the syllable being composed at its own cursor, which Textual hides and moves.
Textual 8 leaves it one cell too far right at the end of a line, and where it was when the layout
changes or a parent scrolls; these fields set it again at every paint.

Textual sends the keys that edit through every parent before it does what they say, so that letters
overtake a backspace that comes in one go with them, as from an input method or over a slow line;
these fields do at once what a key says. What is pasted is cleaned of escapes.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual.binding import Binding, BindingType
from textual.events import Key, Paste
from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widget import Widget
from textual.widgets import Input

from quiz.text import clean


def edit_actions(bindings: Iterable[BindingType]) -> Mapping[str, str]:
    """Return what each key that edits or moves the cursor does."""
    found = (binding for binding in bindings if isinstance(binding, Binding))
    return {
        key: binding.action
        for binding in found
        for key in binding.key.split(",")
        if binding.action != "submit"
    }


async def edit(field: Widget, event: Key, actions: Mapping[str, str]) -> None:
    """Do now what the key says, if it edits or moves the cursor."""
    action = actions.get(event.key)
    if action and await field.app.run_action(action, field):
        event.stop()
        event.prevent_default()


_ACTIONS = edit_actions(Input.BINDINGS)


class LineInput(Input):
    """One line of text."""

    async def _on_key(self, event: Key) -> None:
        await edit(self, event, _ACTIONS)

    def _on_paste(self, event: Paste) -> None:
        event.text = clean(event.text)

    @property
    def cursor_screen_offset(self) -> Offset:
        """Where the next character will stand on the screen."""
        x, y, _width, _height = self.content_region
        return Offset(x + self._position_to_cell(self.cursor_position) - self.scroll_offset.x, y)

    def render_lines(self, crop: Region) -> list[Strip]:
        """Put the terminal's cursor in place with every paint."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        return super().render_lines(crop)
