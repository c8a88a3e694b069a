"""The bottom row: the keys that mean something now. One widget, so a new phase is one repaint."""

from __future__ import annotations

from collections.abc import Callable

from textual.binding import Binding
from textual.content import Content
from textual.events import Click
from textual.screen import Screen
from textual.style import Style
from textual.widget import Widget

from quiz.i18n import N_, _

NAMES = {
    "enter": "Enter",
    "space": N_("Space"),
    "escape": "Esc",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "tab": "Tab",
    "delete": "Del",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "question_mark": "?",
    "slash": "/",
    "minus": "-",
    "plus": "+",
}


def key_name(key: str) -> str:
    """Return how a key's name ("ctrl+z", "space") is written for people ("^Z", "스페이스")."""
    if key.startswith("ctrl+"):
        return "^" + key_name(key.removeprefix("ctrl+")).upper()
    if key.startswith("shift+"):
        return "⇧" + key_name(key.removeprefix("shift+"))
    if key in NAMES:
        return _(NAMES[key])
    return key.upper() if key[0] == "f" and key[1:].isdigit() else key


class KeyBar(Widget):
    """Draws the screen's shown bindings, in the language in use; a click presses the key.

    A binding's description is a marked English message (`N_`).
    """

    def __init__(self, wanted: Callable[[Binding], bool] = lambda binding: True) -> None:
        super().__init__()
        self.wanted = wanted
        """Whether a shown binding has room in the present phase."""

    def on_mount(self) -> None:
        """Follow the bindings."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, screen: Screen[object]) -> None:
        self.refresh()

    def shown(self) -> list[Binding]:
        """Return the bindings that work now and want to be seen, one an action."""
        seen: dict[str, Binding] = {}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            if binding.show and active.enabled and self.wanted(binding):
                seen.setdefault(binding.action, binding)
        return list(seen.values())

    def render(self) -> Content:
        """Return the row: key and name, as many whole ones as fit."""
        parts: list[Content] = []
        room = self.size.width
        for binding in self.shown():
            part = self._entry(binding)
            room -= part.cell_length + (2 if parts else 0)
            if room < 0:
                break
            parts.append(part)
        return Content("  ").join(parts)

    def _entry(self, binding: Binding) -> Content:
        name = binding.key_display or key_name(binding.key)
        entry = Content.assemble(
            (name, "bold $footer-key-foreground"),
            " ",
            (_(binding.description), "$footer-description-foreground"),
        )
        return entry.stylize(Style.from_meta({"key": binding.key}))

    def on_click(self, event: Click) -> None:
        """Press the key under the mouse."""
        if key := event.style.meta.get("key"):
            self.app.simulate_key(key)
