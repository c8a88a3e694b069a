"""The rows of the form: a label, what edits the field, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.app import ComposeResult
from textual.containers import HorizontalGroup, VerticalGroup, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.i18n import _
from quiz.tui.form.codec import Boxes
from quiz.tui.form.controls import Control, control_for, first_widget
from quiz.tui.form.draft import Draft


class Row(VerticalGroup):
    """A labelled control, its complaint below."""

    def __init__(self, label: str, control: Control, key: str, *, required: bool = False) -> None:
        super().__init__(classes="row")
        self.key = key
        self.control = control
        self._label = f"{label} *" if required else label
        self._message = ""

    def compose(self) -> ComposeResult:
        """The label beside the control."""
        with HorizontalGroup():
            yield Static(Content(self._label), classes="label")
            yield self.control
        yield Static(classes="complaint")

    def complain(self, message: str) -> None:
        """Show what is wrong ("": nothing is)."""
        if message != self._message:
            self._message = message
            line = self.query_one(".complaint", Static)
            line.update(Content(f"! {message}" if message else ""))
            line.display = bool(message)


class Form(VerticalScroll, can_focus=False):
    """The rows for the kind of a draft; what is written stays when the kind changes."""

    def __init__(self, spots: Mapping[str, str]) -> None:
        super().__init__()
        self._spots = spots

    def rows_of(self, draft: Draft) -> Iterator[Row]:
        """Make the rows for the draft's kind, with what the draft holds in them."""
        for field in draft.fields:
            control = control_for(field, self._spots, kept=field.key in draft.strange)
            control.put(draft.boxes.get(field.key, Boxes()))
            row = Row(_(field.label), control, field.key, required=field.required)
            row.add_class("field")
            yield row

    async def show(self, draft: Draft) -> None:
        """Have these rows in the place of those there were."""
        async with self.batch():
            await self.query(".field").remove()
            await self.mount_all(self.rows_of(draft))

    @property
    def rows(self) -> list[Row]:
        """The rows of the fields, in order."""
        return list(self.query(".field").results(Row))

    @property
    def boxes(self) -> dict[str, Boxes]:
        """What stands in every field's boxes, by key."""
        return {row.key: row.control.boxes for row in self.rows}

    def complain(self, messages: Mapping[str, str]) -> None:
        """Show each message at the row of its key, and nothing at the others."""
        for row in self.rows:
            row.complain(messages.get(row.key, ""))

    def focus_on(self, key: str) -> None:
        """Put the cursor into the field `key`, or into the first."""
        for row in [row for row in self.rows if row.key == key] or self.rows[:1]:
            if widget := first_widget(row.control):
                widget.focus()
