"""Reading the rest of the decks while the app runs, in steps too short to be felt at the keys."""

from __future__ import annotations

from time import monotonic
from typing import TYPE_CHECKING

from textual.timer import Timer

from quiz.errors import QuizError
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.memory.store import Store
    from quiz.tui.app import QuizApp

_STEP = 0.005
"""Seconds of reading at a time; some hundred cards, as long again, may come on top."""
_PAUSE = 0.005
_SHOWN = 0.5
"""Seconds between two looks of the screen at what is in."""


class Reading:
    """Takes in the decks that were not in when `app` opened, and has it show them."""

    def __init__(self, app: QuizApp) -> None:
        self._app = app
        self._timer: Timer | None = None
        self._shown = monotonic()

    def start(self) -> None:
        """Read on, unless everything is in."""
        if not self._app.store.is_complete:
            self._timer = self._app.set_timer(_PAUSE, self._step)

    def stop(self) -> None:
        """Leave the rest to the next time."""
        if self._timer is not None:
            self._timer.stop()
            self._timer = None

    def _step(self) -> None:
        try:
            self._app.store.read_on(_STEP)
        except QuizError as error:
            self._app.tell(error)
            return
        if self._app.store.is_complete or monotonic() >= self._shown + _SHOWN:
            self._app.more_read()
            self._shown = monotonic()
        self.start()


def share_read(store: Store) -> str:
    """Return what to say of decks that are being read, "" where all are in."""
    if store.is_complete:
        return ""
    return _("Reading decks: {percent} %", percent=int(100 * store.share_read))
