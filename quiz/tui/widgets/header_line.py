"""The top row: where we are on the left, how far on the right."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from quiz.tui.widgets.cells import fit


class HeaderLine(Widget):
    """One row of text at both ends; the left end gives way."""

    left = ""
    right = ""

    def show(self, left: str, right: str = "") -> None:
        """Draw these two texts (never markup)."""
        if (left, right) != (self.left, self.right):
            self.left, self.right = left, right
            self.refresh()

    def render(self) -> Content:
        """Return the row."""
        right = Content.styled(self.right, "$text-muted")
        room = max(self.size.width - right.cell_length - 1, 0)
        return Content.assemble((fit(self.left, room), "bold $text-primary"), " ", right)
