"""Why this error: a traceback is pasted; why it happens, how to mend it, and what trains it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.events import Paste
from textual.widgets import Static

from quiz.i18n import N_, _
from quiz.text import both
from quiz.tui.screens.base import BaseScreen
from quiz.tui.widgets.composing_text import TextInput
from quiz.tui.widgets.explained import explained

if TYPE_CHECKING:
    from quiz.clinic.explain import Explanation


class WhyScreen(BaseScreen):
    """A field for the error above (or beside) its explanation, which follows what is pasted."""

    NAME = N_("Why this error?")
    CSS_PATH = "why.tcss"
    AUTO_FOCUS = "Pasted"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+enter,ctrl+s", "explain", N_("Explain"), show=False),
        Binding("f5", "add", N_("Make a card")),
        Binding("f3", "clear", N_("Clear")),
        Binding("f2", "study", N_("Train this weak spot")),
        Binding("pagedown", "page(1)", N_("Explanation down"), show=False, priority=True),
        Binding("pageup", "page(-1)", N_("Explanation up"), show=False, priority=True),
        Binding("escape", "app.pop_screen", N_("Back")),
    ]
    found: Explanation | None = None

    def body(self) -> ComposeResult:
        """The field, and what is said of it."""
        with VerticalScroll(id="columns", classes="-full", can_focus=False):
            yield Pasted()
            with VerticalScroll(id="said", can_focus=False):
                yield Static(id="explanation")

    def on_mount(self) -> None:
        """Say what to do."""
        self.head(_("Why this error?"))
        self.show()

    def on_text_area_changed(self) -> None:
        """Follow what is pasted or typed."""
        self.show()

    def action_explain(self) -> None:
        """Explain what stands in the field: it is explained as it changes, too."""
        self.show()

    def show(self) -> None:
        """Explain what stands in the field."""
        from quiz.clinic.explain import explain

        text = self.query_one(Pasted).text
        self.found = explain(text) if text.strip() else None
        self.query_one("#explanation", Static).update(self._said(text))
        self.query_one("#said").scroll_home(animate=False)
        self.refresh_bindings()

    def _said(self, text: str) -> Content:
        if self.found is not None:
            return explained(self.found, self.quiz.store)
        if not text.strip():
            return Content.styled(
                _("Paste an error here, from one line to a whole traceback: Ctrl+Shift+V."),
                "$text-muted",
            )
        unknown = both("This error is not known here, and nothing is guessed.")
        advice = both(
            "Read its last line and look at the line of your own code that the traceback names "
            "last."
        )
        return Content.assemble((str(unknown), "bold"), "\n", (str(advice), "$text-muted"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A card and a session need an error that is known."""
        return self.found is not None if action in ("add", "study") else True

    def action_clear(self) -> None:
        """Make room for the next error."""
        self.query_one(Pasted).load_text("")

    def action_add(self) -> None:
        """Open the form with the card that the error makes."""
        from quiz.decks.error_card import DECK, error_card
        from quiz.tui.screens.editor import EditorScreen

        if self.found:
            raw = error_card(self.found, self.quiz.store.weak_spots)
            self.app.push_screen(EditorScreen(deck=DECK, raw=raw))

    def action_study(self) -> None:
        """Ask the cards of the weak spot that the error belongs to."""
        from quiz.tui.wish import Wish

        if self.found:
            self.quiz.action_study(Wish(weak=self.found.weak))

    def action_page(self, pages: int) -> None:
        """Scroll the explanation."""
        said = self.query_one("#said", VerticalScroll)
        said.scroll_relative(y=pages * max(said.size.height - 1, 1), animate=False)


class Pasted(TextInput):
    """Where the error is pasted."""

    def __init__(self) -> None:
        super().__init__(compact=True, highlight_cursor_line=False, soft_wrap=False)
        self.cursor_blink = False

    def on_mount(self) -> None:
        """Name the frame."""
        self.border_title = Content(_("The error"))

    async def _on_paste(self, event: Paste) -> None:
        # Terminals paste a line's end as the key Enter sends.
        event.text = event.text.replace("\r\n", "\n").replace("\r", "\n")
