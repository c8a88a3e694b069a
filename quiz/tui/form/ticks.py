"""A few things, each on or off, in as many columns as fit: arrows move, space or a click ticks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from quiz.i18n import N_
from quiz.tui.widgets.cells import fit

_MARK = 6


class Ticks(Widget, can_focus=True):
    """Names with "[x]" or "[ ]" before them; `ticked` are the values that are on."""

    DEFAULT_CSS = "Ticks { height: auto; width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", N_("On or off"), show=False),
        Binding("left", "move(-1, 0)", N_("Move"), show=False),
        Binding("right", "move(1, 0)", N_("Move"), show=False),
        Binding("up", "move(0, -1)", N_("Move"), show=False),
        Binding("down", "move(0, 1)", N_("Move"), show=False),
        Binding("enter", "app.focus_next", N_("Next field"), show=False),
    ]
    cursor: reactive[int] = reactive(0)

    class Changed(Message):
        """Something was ticked or unticked."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self.names = dict(names)
        self.ticked: set[str] = set()

    def put(self, ticked: Iterable[str]) -> None:
        """Tick just these; a value without a name shows as it is."""
        self.ticked = set(ticked)
        for value in sorted(self.ticked - self.names.keys()):
            self.names[value] = value
        self.refresh(layout=True)

    @property
    def values(self) -> list[str]:
        """The ticked values, in the order shown."""
        return [value for value in self.names if value in self.ticked]

    def action_tick(self) -> None:
        """Turn the value under the cursor on or off."""
        if self.names:
            self.ticked ^= {list(self.names)[self.cursor]}
            self.refresh()
            self.post_message(self.Changed())

    def action_move(self, right: int, down: int) -> None:
        """Move the cursor, staying inside."""
        at = self.cursor + right + down * self._columns(self.size.width)
        if 0 <= at < len(self.names):
            self.cursor = at

    def on_click(self, event: Click) -> None:
        """Tick what is under the mouse."""
        if (at := event.style.meta.get("tick")) is not None:
            self.cursor = at
            self.action_tick()

    @property
    def _cell(self) -> int:
        return max((cell_len(name) for name in self.names.values()), default=0) + _MARK

    def _columns(self, width: int) -> int:
        return max(1, width // self._cell)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return the number of rows."""
        return max(1, -(-len(self.names) // self._columns(width)))

    def render(self) -> Content:
        """Return the rows."""
        columns = self._columns(self.size.width)
        cells = [self._tick(at, value) for at, value in enumerate(self.names)]
        rows = [cells[at : at + columns] for at in range(0, len(cells), columns)]
        return Content("\n").join(Content("").join(row) for row in rows)

    def _tick(self, at: int, value: str) -> Content:
        text = f"[{'x' if value in self.ticked else ' '}] {self.names[value]}"
        here = self.has_focus and at == self.cursor
        style = "bold reverse" if here else "bold" if value in self.ticked else "$text-muted"
        width = min(self._cell - 2, self.size.width)
        tick = Content.styled(fit(text, width), style).stylize(Style.from_meta({"tick": at}))
        return tick + Content("  ")
