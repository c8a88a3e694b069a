"""The app: one store, one learner, and what holds on every screen."""

from __future__ import annotations

import gc
from collections.abc import Iterable
from random import Random
from typing import TYPE_CHECKING, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.events import Event, Key
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from quiz.cards.drills.ids import made_of
from quiz.errors import QuizError
from quiz.i18n import N_, _
from quiz.session import Session
from quiz.tui.commands import commands
from quiz.tui.reading import Reading
from quiz.tui.screens.base import BaseScreen
from quiz.tui.signals import end_on_signals
from quiz.tui.themes import DARK, LIGHT, THEMES
from quiz.tui.wish import EVERYTHING, Wish, weakest

if TYPE_CHECKING:
    from quiz.config import Settings
    from quiz.memory.day import Clock
    from quiz.memory.store import Store


class QuizApp(App[None]):
    """The whole program in a terminal.

    `start` is the first screen: "home", "study" (what `wish` says), "add" (into the deck that
    `card` names) or "edit" (the card with the id `card`). Screens reach the learner's data by
    `store` and move by the actions below.
    """

    CSS_PATH = "app.tcss"
    TITLE = "quiz"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1", "help", N_("Help"), priority=True),
        Binding("f9", "toggle_dark", N_("Dark or light"), show=False, priority=True),
        Binding("ctrl+q", "quit", N_("Quit"), show=False, priority=True),
        Binding("ctrl+c", "help_quit", N_("Quit"), show=False, system=True),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-tiny"), (40, "-narrow"), (80, "-normal"), (120, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-flat"), (12, "-short"), (24, "-middle"), (30, "-tall")]  # noqa: RUF012

    def __init__(
        self,
        store: Store,
        settings: Settings,
        clock: Clock,
        *,
        start: str = "home",
        wish: Wish = EVERYTHING,
        card: str = "",
        rng: Random | None = None,
    ) -> None:
        super().__init__()
        self.store = store
        self.settings = settings
        self.clock = clock
        self.rng = rng or Random()
        self.paused: Session | None = None
        """A session that Esc left, to be taken up again."""
        self._start, self._wish, self._card = start, wish, card
        self._is_waiting = False
        """Whether a session was asked for, and there was nothing to ask yet."""
        self._reading = Reading(self)
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = LIGHT.name if settings.theme == "light" else DARK.name

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen, so that the first paint already shows it."""
        screen = self._first_screen()
        self.stylesheet.read_all(screen.css_path)  # Textual reads those of later screens only
        return screen

    def _first_screen(self) -> Screen[None]:
        if self._start == "study":
            from quiz.tui.screens.quiz import QuizScreen

            session = self._session(self._wish)
            if session.question:
                return QuizScreen(session)
            self._is_waiting = True
        from quiz.tui.screens.home import HomeScreen

        return HomeScreen()

    def on_mount(self) -> None:
        """Leave the terminal as it was when told to end; go where the command said."""
        if not self.is_headless:
            end_on_signals(self)
        if self._start == "add":
            self.action_add(self._card)
        elif self._start == "edit":
            self.action_edit(self._card)
        elif self._is_waiting and self.store.is_complete:
            self.call_after_refresh(self._nothing_to_ask)
        self._reading.start()

    def on_ready(self) -> None:
        """Begin to collect garbage after the first paint; what was loaded up to it is none."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def on_unmount(self) -> None:
        """Leave decks that are not read yet to the next time."""
        self._reading.stop()

    def more_read(self) -> None:
        """Show decks that came in while the app runs; start the session they were waited for."""
        from quiz.tui.screens.home import HomeScreen

        if not isinstance(self.screen, HomeScreen):
            return
        self.screen.show()
        if self._is_waiting and (self.store.is_complete or self._session(self._wish).question):
            self._is_waiting = False
            self.action_study(self._wish)

    def tell(self, error: QuizError) -> None:
        """Show an error that the learner can mend."""
        if isinstance(self.screen, BaseScreen):
            with self.screen.told():
                raise error

    async def on_event(self, event: Event) -> None:
        """Let an error on the status line stay until the next key, and no longer."""
        if isinstance(event, Key) and not event.is_forwarded:
            screen = self.screen
            if isinstance(screen, BaseScreen):
                screen.key_pressed()
        await super().on_event(event)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Show the error of a worker that is not to end the app."""
        if event.state is WorkerState.ERROR and isinstance(self.screen, BaseScreen):
            self.screen.say(str(event.worker.error), "error")

    def _handle_exception(self, error: Exception) -> None:
        # A screen that was still being put together when the app was ended misses its parts.
        if not self._exit:
            super()._handle_exception(error)

    def deck_title(self, deck: str) -> str:
        """Return the title of the deck with this name."""
        titles = {info.name: str(info.title) for info in self.store.decks()}
        return titles.get(deck, deck)

    # From screen to screen

    def action_home(self) -> None:
        """Go to the home screen; whatever lies over it closes."""
        from quiz.tui.screens.home import HomeScreen

        with self.batch_update():
            while not isinstance(self.screen, HomeScreen) and len(self.screen_stack) > 1:
                self.pop_screen()
            # Textual cannot take the first screen away: a session that came first stays below.
            if not isinstance(self.screen, HomeScreen):
                self.push_screen(HomeScreen())

    def action_study(self, wish: Wish = EVERYTHING) -> None:
        """Start a session over what `wish` says; the paused one, if any, is over."""
        session = self._session(wish)
        if session.question is None:
            self._nothing_to_ask()
        else:
            self.paused = None
            self._ask(session)

    def action_weakest(self) -> None:
        """Ask the two weakest spots' cards by turns, for a quarter of an hour."""
        wish = weakest(self.store)
        if wish is not None:
            self.action_study(wish)
        elif isinstance(self.screen, BaseScreen):
            self.screen.say(_("No weak spots: decks/weak-spots.yaml declares them."))

    def action_resume(self) -> None:
        """Take the paused session up again."""
        session, self.paused = self.paused, None
        if session is not None:
            self._ask(session)

    def _ask(self, session: Session) -> None:
        from quiz.tui.screens.quiz import QuizScreen

        self.push_screen(QuizScreen(session))

    def action_missed(self) -> None:
        """Open the missed answers."""
        from quiz.tui.screens.missed import MissedScreen

        self.push_screen(MissedScreen())

    def action_add(self, deck: str = "") -> None:
        """Open an empty form for a new card (in `deck`, a deck's name, where given)."""
        from quiz.tui.screens.editor import EditorScreen

        self.push_screen(EditorScreen(deck=deck))

    def action_why(self) -> None:
        """Open the field into which an error is pasted."""
        from quiz.tui.screens.why import WhyScreen

        self.push_screen(WhyScreen())

    def action_edit(self, card_id: str) -> None:
        """Open the form of the card with this id; of a drill, that of the card it is made of."""
        from quiz.tui.screens.editor import EditorScreen

        self.push_screen(EditorScreen(card_id=made_of(card_id)))

    def action_help(self) -> None:
        """Show all keys, those of the screen below first; or close them again."""
        from quiz.tui.screens.help import HelpScreen

        if isinstance(self.screen, HelpScreen):
            self.screen.action_close()
        else:
            self.push_screen(HelpScreen())

    def action_toggle_dark(self) -> None:
        """Swap the dark theme for the light one and back, and remember it."""
        dark = not self.current_theme.dark
        self.theme = DARK.name if dark else LIGHT.name
        if isinstance(self.screen, BaseScreen):
            with self.screen.told():
                from quiz.config import save

                save(self.store.places.home, "theme", "dark" if dark else "light")

    def _session(self, wish: Wish) -> Session:
        return Session(
            self.store,
            wish.entries(self.store, self.rng),
            clock=self.clock,
            rng=self.rng,
            leech_lapses=self.settings.leech_lapses,
            scheduled=wish.scheduled,
            minutes=wish.minutes,
        )

    def _nothing_to_ask(self) -> None:
        if isinstance(self.screen, BaseScreen):
            self.screen.say(_("Nothing to ask here now. F3: cram."))

    # What Textual says by itself, in our words

    def action_help_quit(self) -> None:
        """Say how to quit: Ctrl+C copies elsewhere."""
        if isinstance(self.screen, BaseScreen):
            self.screen.say(_("Ctrl+Q quits. Every answer is kept."))

    def action_command_palette(self) -> None:
        """Open the command palette."""
        if not isinstance(self.screen, CommandPalette):
            self.push_screen(
                CommandPalette(id="--command-palette", placeholder=_("Search for a command"))
            )

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Yield the commands of the palette."""
        yield from commands(self)
