"""The app: one store, one learner, and what holds on every screen."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from textual.app import App
from textual.binding import Binding, BindingType
from textual.events import Event, Key

from quiz.i18n import N_
from quiz.tui.screens.base import BaseScreen
from quiz.tui.wish import Wish

if TYPE_CHECKING:
    from textual.screen import Screen

    from quiz.config import Settings
    from quiz.memory.day import Clock
    from quiz.memory.store import Store


class QuizApp(App[None]):
    """The whole program in a terminal.

    `start` is the first screen; `wish` says what "study" means when it is that one. Screens
    reach the learner's data by `self.app.store` and move by the actions below.
    """

    CSS_PATH = "app.tcss"
    TITLE = "quiz"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", N_("Help"), priority=True),
        Binding("f9", "toggle_dark", N_("Dark or light"), show=False, priority=True),
        Binding("ctrl+q", "quit", N_("Quit"), show=False, priority=True),
    ]
    HORIZONTAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [
        (0, "-tiny"),
        (40, "-narrow"),
        (80, "-normal"),
        (120, "-wide"),
    ]
    VERTICAL_BREAKPOINTS: ClassVar[list[tuple[int, str]] | None] = [
        (0, "-flat"),
        (12, "-short"),
        (24, "-tall"),
    ]

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Clock,
        *,
        start: Literal["home", "study"] = "home",
        wish: Wish = Wish(),
        rng: Random | None = None,
    ) -> None:
        super().__init__()
        self.store = store
        self.settings = settings
        self.clock = clock
        self.rng = rng or Random()
        self._start = start
        self._wish = wish

    def get_default_screen(self) -> Screen[Any]:
        """Return the first screen, so that the first paint already shows it."""
        return self._quiz_screen(self._wish) if self._start == "study" else self._home_screen()

    def _home_screen(self) -> Screen[Any]:
        from quiz.tui.screens.home import HomeScreen

        return HomeScreen()

    def _quiz_screen(self, wish: Wish) -> Screen[Any]:
        from quiz.tui.screens.quiz import QuizScreen

        return QuizScreen(wish)

    async def on_event(self, event: Event) -> None:
        """Let a message on the status line stay until the next key, and no longer."""
        if isinstance(event, Key) and not event.is_forwarded:
            screen = self.screen
            if isinstance(screen, BaseScreen):
                screen.key_pressed()
        await super().on_event(event)

    def action_home(self) -> None:
        """Go back to the home screen, its counts fresh; whatever lay over it closes."""
        from quiz.tui.screens.home import HomeScreen

        while len(self.screen_stack) > 1:
            self.pop_screen()
        if not isinstance(self.screen_stack[0], HomeScreen):
            self.switch_screen(HomeScreen())

    def action_study(self, wish: Wish = Wish()) -> None:
        """Start a session over what `wish` says."""
        self.push_screen(self._quiz_screen(wish))

    def action_missed(self) -> None:
        """Open the missed answers."""
        from quiz.tui.screens.missed import MissedScreen

        self.push_screen(MissedScreen())

    def action_add(self, deck: str = "") -> None:
        """Open an empty form for a new card (in `deck`, a deck's name, where given)."""
        from quiz.tui.screens.editor import EditorScreen

        self.push_screen(EditorScreen(deck=deck))

    def action_edit(self, card_id: str) -> None:
        """Open the form of the card with this id."""
        from quiz.tui.screens.editor import EditorScreen

        self.push_screen(EditorScreen(card_id=card_id))

    def action_help(self) -> None:
        """Show all keys, those of the screen below first; or close them again."""
        from quiz.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.action_close()
        else:
            self.push_screen(HelpScreen())

    def action_toggle_dark(self) -> None:
        """Swap the dark theme for the light one and back."""
        self.theme = "textual-light" if self.current_theme.dark else "textual-dark"
