"""A list that draws only the rows on screen, however many there are."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar, Generic, TypeVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from quiz.i18n import N_

Row = TypeVar("Row")
GUTTER = 2
"""The cells before each row, where the cursor's mark stands."""


class VirtualList(ScrollView, Generic[Row], can_focus=True):
    """Rows of one line each, with a cursor that passes over headings.

    `draw(row, width)` gives a row's text in at most `width` cells; `is_heading(row)` says which
    rows are not to be chosen.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"virtual-list--cursor"}
    DEFAULT_CSS = """
    VirtualList {
        height: 1fr;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .virtual-list--cursor { background: $foreground 8%; }
        &:focus > .virtual-list--cursor { background: $accent 25%; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k,ㅏ", "move(-1)", N_("Up"), show=False),
        Binding("down,j,ㅓ", "move(1)", N_("Down"), show=False),
        Binding("pageup", "page(-1)", N_("Page up"), show=False, key_display="PgUp"),
        Binding("pagedown", "page(1)", N_("Page down"), show=False, key_display="PgDn"),
        Binding("home", "first", N_("First"), show=False, key_display="Home"),
        Binding("end", "last", N_("Last"), show=False, key_display="End"),
    ]

    cursor: reactive[int] = reactive(0, repaint=True)

    class Moved(Message):
        """The cursor stands on another row."""

    def __init__(
        self,
        draw: Callable[[Row, int], Content],
        is_heading: Callable[[Row], bool] = lambda row: False,
        *,
        id: str | None = None,
    ) -> None:
        super().__init__(id=id)
        self._draw = draw
        self._is_heading = is_heading
        self.rows: Sequence[Row] = ()

    def show(self, rows: Sequence[Row], cursor: int = 0) -> None:
        """Show these rows, the cursor on the first that can be chosen from `cursor` on."""
        self.rows = rows
        self.virtual_size = Size(0, len(rows))
        self.set_reactive(VirtualList.cursor, self._nearest(cursor, 1))
        self._keep_visible()
        self.refresh()
        self.post_message(self.Moved())

    @property
    def row(self) -> Row | None:
        """The row under the cursor, None where there is none to choose."""
        if self.cursor < len(self.rows) and not self._is_heading(self.rows[self.cursor]):
            return self.rows[self.cursor]
        return None

    def _nearest(self, index: int, step: int) -> int:
        """Return the row to choose at `index` or the next one in direction `step`, else back."""
        last = len(self.rows) - 1
        start = max(0, min(index, last))
        for direction in (step, -step):
            at = start
            while 0 <= at <= last:
                if not self._is_heading(self.rows[at]):
                    return at
                at += direction
        return 0

    def watch_cursor(self) -> None:
        """Follow the cursor with the window, and say so."""
        self._keep_visible()
        self.post_message(self.Moved())

    def _keep_visible(self) -> None:
        """Scroll to the cursor, with the heading right above it."""
        height = self.size.height
        if not height:
            return
        top, y = self.cursor, self.scroll_offset.y
        while top > 0 and self._is_heading(self.rows[top - 1]):
            top -= 1
        y = max(min(y, top), self.cursor - height + 1)
        self.scroll_to(y=y, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in the window."""
        self._keep_visible()

    def action_move(self, rows: int) -> None:
        """Move the cursor by `rows`."""
        self.cursor = self._nearest(self.cursor + rows, rows)

    def action_page(self, pages: int) -> None:
        """Move the cursor by `pages` windows."""
        self.action_move(pages * max(1, self.size.height - 1))

    def action_first(self) -> None:
        """Go to the first row."""
        self.cursor = self._nearest(0, 1)

    def action_last(self) -> None:
        """Go to the last row."""
        self.cursor = self._nearest(len(self.rows) - 1, -1)

    def on_click(self, event: Click) -> None:
        """Put the cursor on the clicked row."""
        at = event.y + self.scroll_offset.y
        if at < len(self.rows) and not self._is_heading(self.rows[at]):
            self.cursor = at

    def render_line(self, y: int) -> Strip:
        """Draw one row of the window."""
        index, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if index >= len(self.rows):
            return Strip.blank(width, self.visual_style.rich_style)
        row = self.rows[index]
        here = index == self.cursor and not self._is_heading(row)
        style = self.get_visual_style("virtual-list--cursor") if here else self.visual_style
        return self._strip(self._draw(row, width - GUTTER - 1), here, style, width)

    def _strip(self, row: Content, here: bool, style: Style, width: int) -> Strip:
        mark = ("› ", "bold $text-accent") if here else (" " * GUTTER, "")
        line = Content.assemble(mark, row).truncate(width, pad=True)
        return Visual.to_strips(self, line, width, 1, style)[0]
