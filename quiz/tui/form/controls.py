"""What a field of the form is edited with: one small group of widgets for each form of value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import HorizontalGroup
from textual.content import Content
from textual.events import Key
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static, TextArea

from quiz.cards.fields import Field
from quiz.i18n import N_, _
from quiz.tui.form.codec import MANY, TWO, Boxes
from quiz.tui.form.one_of import OneOf
from quiz.tui.form.ticks import Ticks
from quiz.tui.widgets.composing import LineInput
from quiz.tui.widgets.composing_text import TextInput

LANGUAGES = (("ko", N_("Korean")), ("en", N_("English")))
ENDS = dict.fromkeys(MANY, N_("one a line")) | {"codes": N_("code; between two a line ---")}
"""What a box says of how a list is written in it."""
CHOICES = (N_("names"), N_("values"), N_("prose"))
"""Values that fields give a choice of: marked here, where they are said."""


class Control(HorizontalGroup):
    """The boxes of one field. `boxes` is what stands in them; Changed says that it is new."""

    class Changed(Message):
        """The learner changed something."""

        def __init__(self, control: Control) -> None:
            super().__init__()
            self.changed = control

    @property
    def boxes(self) -> Boxes:
        """What stands in the boxes."""
        raise NotImplementedError

    def put(self, boxes: Boxes) -> None:
        """Write `boxes` into the boxes."""
        raise NotImplementedError

    def tell(self) -> None:
        """Say that something is new."""
        self.post_message(self.Changed(self))


class Line(Control):
    """One line; Enter goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self._input = LineInput(compact=True, select_on_focus=False)
        self._input.cursor_blink = False

    def compose(self) -> ComposeResult:
        """The input."""
        yield self._input

    @property
    def boxes(self) -> Boxes:
        """The line."""
        return Boxes(self._input.value)

    def put(self, boxes: Boxes) -> None:
        """Write the line."""
        self._input.value = boxes.ko

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass it on."""
        event.stop()
        self.tell()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Go on at Enter."""
        event.stop()
        self.screen.focus_next()


class Box(TextInput):
    """A text that grows with its lines; where it does not hold `several`, Enter goes on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "app.focus_next", N_("Next field, in lists next line"), show=False),
        Binding("ctrl+j,shift+enter", "new_line", N_("New line"), show=False),
    ]

    def __init__(self, name: str, hint: str, *, several: bool) -> None:
        super().__init__(
            id=name, compact=True, highlight_cursor_line=False, placeholder=Content(hint)
        )
        self.cursor_blink = False
        self._several = several

    async def _on_key(self, event: Key) -> None:
        if event.key == "enter" and not self._several:
            event.stop()
            event.prevent_default()
            self.screen.focus_next()

    def put(self, text: str) -> None:
        """Write `text`, the cursor at its end."""
        if text != self.text:
            self.load_text(text)
        self.move_cursor(self.document.end)

    def action_new_line(self) -> None:
        """Break the line."""
        self.insert("\n")


class Texts(Control):
    """A box of several lines, or one for each language."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        ends = [_(ENDS[field.form])] if field.form in ENDS else []
        several = field.form in (*MANY, "code", "codes")
        self._boxes = [
            Box(language, " · ".join([*filter(None, [name]), *ends]), several=several)
            for language, name in self._languages(field)
        ]

    @staticmethod
    def _languages(field: Field) -> list[tuple[str, str]]:
        return [(key, _(name)) for key, name in LANGUAGES] if field.form in TWO else [("ko", "")]

    def compose(self) -> ComposeResult:
        """The boxes."""
        yield from self._boxes

    @property
    def boxes(self) -> Boxes:
        """The texts."""
        return Boxes(**{str(box.id): box.text for box in self._boxes})

    def put(self, boxes: Boxes) -> None:
        """Write the texts."""
        for box in self._boxes:
            box.put(boxes.en if box.id == "en" else boxes.ko)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Pass it on."""
        event.stop()
        self.tell()


class One(Control):
    """One of the field's choices, or none."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        choices = [("", _("automatic")), *((name, _(name)) for name in field.choices)]
        self._one_of = OneOf(choices, "")

    def compose(self) -> ComposeResult:
        """The row."""
        yield self._one_of

    @property
    def boxes(self) -> Boxes:
        """The chosen value."""
        return Boxes(self._one_of.value)

    def put(self, boxes: Boxes) -> None:
        """Choose a value."""
        self._one_of.value = boxes.ko

    def on_one_of_changed(self, event: OneOf.Changed) -> None:
        """Pass it on."""
        event.stop()
        self.tell()


class Spots(Control):
    """Weak spots, each on or off; `names` are those that exist."""

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__()
        self._ticks = Ticks(names)

    def compose(self) -> ComposeResult:
        """The names to tick."""
        yield self._ticks

    @property
    def boxes(self) -> Boxes:
        """The ticked spots, a line each."""
        return Boxes("\n".join(self._ticks.values))

    def put(self, boxes: Boxes) -> None:
        """Tick these spots."""
        self._ticks.put(boxes.ko.split("\n") if boxes.ko else [])

    def on_ticks_changed(self, event: Ticks.Changed) -> None:
        """Pass it on."""
        event.stop()
        self.tell()


class Kept(Control):
    """Stands in for boxes that cannot hold the value: it stays as the file has it."""

    def compose(self) -> ComposeResult:
        """One sentence."""
        yield Static(_("kept as the file has it: too rich for this form"), classes="muted")

    @property
    def boxes(self) -> Boxes:
        """Nothing."""
        return Boxes()

    def put(self, boxes: Boxes) -> None:
        """There is nothing to write into."""


def control_for(field: Field, spots: Mapping[str, str], *, kept: bool) -> Control:
    """Make what edits `field`."""
    if kept:
        return Kept()
    if field.key == "weak":
        return Spots(spots)
    if field.choices:
        return One(field)
    return Line() if field.form == "line" else Texts(field)


def first_widget(control: Control) -> Widget | None:
    """Return the widget of `control` that takes the focus first."""
    return next((widget for widget in control.query("*") if widget.focusable), None)
