"""The field for a typed answer: hands in once, and no key can overtake its Enter."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Key, MouseDown, Paste
from textual.reactive import var

from quiz.i18n import N_, _
from quiz.text import clean
from quiz.tui.widgets.composing import LineInput


class AnswerInput(LineInput):
    """One typed line.

    Enter locks the field and calls `hand_in` with the text. It is called, not posted: a message
    could be overtaken by the next key. On an empty field Enter calls `refuse` with the reason.
    A locked field keeps the focus, for moving it takes time, and leaves all keys to the screen.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "submit", N_("Hand in"))]
    locked = var(False)

    def __init__(self, hand_in: Callable[[str], None], refuse: Callable[[str], None]) -> None:
        super().__init__(select_on_focus=False)
        self.cursor_blink = False
        self.hand_in = hand_in
        self.refuse = refuse

    def on_mount(self) -> None:
        """Name the frame."""
        self.border_title = Content(_("Your answer"))

    def watch_locked(self, locked: bool) -> None:
        """Dim the frame once the verdict is drawn, which is not to wait for it."""
        self.call_after_refresh(self.set_class, locked, "-locked")

    async def _on_key(self, event: Key) -> None:
        if self.locked:
            event.prevent_default()
        elif event.key == "enter":
            event.stop()
            event.prevent_default()
            self.enter()

    def enter(self) -> None:
        """Hand in what is typed."""
        answer = clean(self.value).strip()
        if not answer:
            self.refuse(_("Nothing is typed yet. F3: I don't know."))
            return
        self.locked = True
        self.hand_in(answer)

    async def _on_mouse_down(self, event: MouseDown) -> None:
        if self.locked:
            event.prevent_default()

    def _on_paste(self, event: Paste) -> None:
        if self.locked:
            event.prevent_default()
            event.stop()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Let the screen have the keys that edit, while locked."""
        return not self.locked

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave printable keys to the screen while locked."""
        return not self.locked and super().check_consume_key(key, character)
