"""Text fields in which Hangul is composed: the terminal's cursor stands where the typing goes.

A terminal draws the syllable being composed at its own cursor, which Textual hides and moves.
Textual 8 leaves it one cell too far right at the end of a line, and where it was when the layout
changes or a parent scrolls; these fields set it again at every paint.
"""

from __future__ import annotations

from textual.geometry import Offset, Region
from textual.strip import Strip
from textual.widgets import Input, TextArea


class LineInput(Input):
    """One line of text."""

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


class TextInput(TextArea):
    """Several lines of text."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Put the terminal's cursor in place with every paint."""
        if self.has_focus:
            self.app.cursor_position = self.cursor_screen_offset
        return super().render_lines(crop)
