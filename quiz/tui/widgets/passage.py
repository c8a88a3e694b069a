"""A text of the sheet: drawn anew in its place, laid out anew only when its height changes."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget


class Passage(Widget):
    """Shows one text (never markup)."""

    DEFAULT_CSS = "Passage { width: 100%; height: auto; }"
    content = Content("")

    def show(self, content: Content) -> None:
        """Show `content` in place of what is shown."""
        self.content = content
        self.refresh()
        width, height = self.content_size
        if self.get_content_height(self.size, self.app.size, width) != height:
            self.refresh(layout=True)

    def render(self) -> Content:
        """Return the text."""
        return self.content
