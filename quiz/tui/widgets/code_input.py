"""The field for an answer of several lines of code: colours, indents, handed in by Ctrl+S."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, MouseDown, Paste
from textual.reactive import var

from quiz.i18n import N_, _
from quiz.text import clean
from quiz.tui.widgets.code import STYLES, tokens
from quiz.tui.widgets.composing_text import TextInput

_STEP = 4
"""Spaces of one indent."""
_OPENERS = (":", "(", "[", "{")


class CodeInput(TextInput):
    """Several lines of code.

    Enter breaks the line and keeps its indent; Ctrl+S, which every terminal sends, locks the
    field and calls `hand_in` with the text (see `AnswerInput`).
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s,ctrl+enter", "submit", N_("Hand in")),
        Binding("enter", "break_line", N_("New line, the indent kept"), show=False),
        Binding("tab", "indent", N_("Indent"), show=False),
        Binding("shift+tab", "dedent", N_("Take the indent back"), show=False),
    ]
    locked = var(False)

    def __init__(self, hand_in: Callable[[str], None], refuse: Callable[[str], None]) -> None:
        super().__init__(
            compact=True,
            highlight_cursor_line=False,
            placeholder=Content(_("Enter: new line · Tab: indent · Ctrl+S: hand in")),
        )
        self.cursor_blink = False
        self.hand_in = hand_in
        self.refuse = refuse
        self._keys: dict[str, Callable[[], None]] = {
            "ctrl+s": self.action_submit,
            "ctrl+enter": self.action_submit,
            "enter": self.action_break_line,
            "tab": self.action_indent,
            "shift+tab": self.action_dedent,
        }

    def on_mount(self) -> None:
        """Name the frame."""
        self.border_title = Content(_("Your code"))

    def watch_locked(self, locked: bool) -> None:
        """Dim the frame once the verdict is drawn, which is not to wait for it."""
        self.call_after_refresh(self.set_class, locked, "-locked")
        self.show_cursor = not locked

    def get_line(self, line_index: int) -> Text:
        """Return the line in the colours of code."""
        line = super().get_line(line_index)
        start = sum(len(text) + 1 for text in self.document.lines[:line_index])
        for token in tokens("\n".join(self.document.lines)):
            first, end = token.start - start, token.end - start
            if end > 0 and first < len(line):
                style = self.app.stylesheet.parse_style(STYLES[token.kind])
                line.stylize(style.rich_style, max(first, 0), end)
        return line

    # Keys: done at once, so that none can overtake another

    async def _on_key(self, event: Key) -> None:
        if self.locked:
            event.prevent_default()
        elif act := self._keys.get(event.key):
            event.stop()
            event.prevent_default()
            act()

    def action_submit(self) -> None:
        """Hand in what is typed."""
        answer = clean(self.text).rstrip()
        if not answer.strip():
            self.refuse(_("Nothing is typed yet. F3: I don't know."))
            return
        self.locked = True
        self.hand_in(answer)

    def action_break_line(self) -> None:
        """Begin a new line below, as far in as this one, further after what opens a block."""
        row, column = self.selection.end
        before = self.document.get_line(row)[:column]
        indent = len(before) - len(before.lstrip(" "))
        indent += _STEP * before.rstrip().endswith(_OPENERS)
        self._type("\n" + " " * indent)

    def action_indent(self) -> None:
        """Go on to the next place to which code is indented."""
        column = self.selection.end[1]
        self._type(" " * (_STEP - column % _STEP))

    def action_dedent(self) -> None:
        """Take one indent from the beginning of the line."""
        row, column = self.selection.end
        line = self.document.get_line(row)
        spaces = min(len(line) - len(line.lstrip(" ")), _STEP)
        self.delete((row, 0), (row, spaces))
        self.move_cursor((row, max(column - spaces, 0)))

    def _type(self, text: str) -> None:
        self.replace(text, *self.selection, maintain_selection_offset=False)

    # Locked, it leaves everything to the screen

    async def _on_mouse_down(self, event: MouseDown) -> None:
        if self.locked:
            event.prevent_default()

    async def _on_paste(self, event: Paste) -> None:
        if self.locked:
            event.prevent_default()
            event.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the screen have the keys that edit, while locked; and Ctrl+Z while it is empty."""
        return not self.locked and (action != "undo" or bool(self.text))

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        """Leave printable keys to the screen while locked."""
        return not self.locked and super().check_consume_key(key, character)
