"""One of a few values, all in one row: arrows or a click choose."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.style import Style
from textual.widget import Widget

from quiz.i18n import N_


class OneOf(Widget, can_focus=True):
    """A row of (value, name); where it is too narrow for all, only the chosen one is shown."""

    DEFAULT_CSS = "OneOf { height: 1; width: 1fr; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", N_("Choose"), show=False),
        Binding("right,space", "step(1)", N_("Choose"), show=False),
    ]
    value: reactive[str] = reactive("")

    class Changed(Message):
        """Another value is chosen."""

        def __init__(self, one_of: OneOf) -> None:
            super().__init__()
            self.one_of = one_of

        @property
        def control(self) -> OneOf:
            """The widget."""
            return self.one_of

    def __init__(
        self, choices: Sequence[tuple[str, str]], value: str, *, id: str | None = None
    ) -> None:
        super().__init__(id=id)
        self.choices = list(choices)
        self.set_reactive(OneOf.value, value)

    def watch_value(self) -> None:
        """Say so."""
        self.post_message(self.Changed(self))

    def _at(self) -> int:
        values = [value for value, _name in self.choices]
        return values.index(self.value) if self.value in values else 0

    def action_step(self, step: int) -> None:
        """Choose the next or previous value."""
        self.value = self.choices[(self._at() + step) % len(self.choices)][0]

    def on_click(self, event: Click) -> None:
        """Choose the value under the mouse."""
        if (value := event.style.meta.get("choice")) is not None:
            self.value = value
        elif step := event.style.meta.get("step"):
            self.action_step(step)

    def render(self) -> Content:
        """Return the row."""
        row = Content(" ").join(self._choice(i) for i in range(len(self.choices)))
        return row if row.cell_length <= self.size.width else self._narrow()

    def _choice(self, index: int) -> Content:
        value, name = self.choices[index]
        chosen = index == self._at()
        style = (
            ("bold reverse" if self.has_focus else "bold underline") if chosen else "$text-muted"
        )
        return Content.styled(f" {name} ", style).stylize(Style.from_meta({"choice": value}))

    def _narrow(self) -> Content:
        left = Content.styled("‹ ", "bold $text-accent").stylize(Style.from_meta({"step": -1}))
        right = Content.styled(" ›", "bold $text-accent").stylize(Style.from_meta({"step": 1}))
        return Content.assemble(left, self._choice(self._at()), right)
