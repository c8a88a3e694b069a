"""`quiz` alone: the app, at home."""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from quiz.cli.options import Parser
from quiz.errors import UsageError
from quiz.i18n import _
from quiz.tui.wish import EVERYTHING, Wish

if TYPE_CHECKING:
    from quiz.cli.context import Context
    from quiz.memory.store import Store


PATIENCE = 0.2
"""Seconds of reading decks before the app opens, which then reads on."""


def run(arguments: list[str], context: Context) -> int:
    """Open the app at home."""
    Parser("", _("Open the app.")).parse_args(arguments)
    return open_app(context)


def open_app(context: Context, start: str = "home", *, card: str = "") -> int:
    """Open the app at `start` and return its exit code (see `show_app`)."""
    check_terminal()
    with context.store(PATIENCE if start == "home" else None) as store:
        return show_app(store, context, start, card=card)


def show_app(
    store: Store, context: Context, start: str, *, card: str = "", wish: Wish = EVERYTHING
) -> int:
    """Show the app over an open store and return its exit code.

    `start` is "home", "study" (what `wish` says), "add" (to the deck that `card` names) or "edit"
    (the card with the id `card`). Raises UsageError where there is no terminal.
    """
    check_terminal()
    gc.disable()  # what is loaded up to the first paint stays: the app turns it on again then
    from quiz.tui.app import QuizApp

    app = QuizApp(store, context.settings, context.clock, start=start, card=card, wish=wish)
    app.run()
    return app.return_code or 0


def check_terminal() -> None:
    """Raise UsageError where there is no terminal to draw on."""
    if not all(map(_is_terminal, (0, 1, 2))):  # Textual draws on stderr
        raise UsageError(
            _("the app needs a terminal for input and output"),
            _("`quiz study --plain` works with pipes and files."),
        )
    if os.environ.get("TERM") == "dumb":
        raise UsageError(
            _("this terminal (TERM=dumb) cannot show screens"),
            _("Use `quiz study --plain`."),
        )


def _is_terminal(descriptor: int) -> bool:
    try:
        return os.isatty(descriptor)
    except OSError:
        return False
