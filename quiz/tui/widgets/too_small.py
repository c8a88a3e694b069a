"""The notice that covers a screen with too little room."""

from __future__ import annotations

from textual.widgets import Static

from quiz.i18n import _


class TooSmall(Static):
    """Covers everything below 40 columns or 12 rows (see `app.tcss`); nothing under it is lost."""

    def on_mount(self) -> None:
        """Say it in the language in use."""
        self.update(_("The window is too small: quiz needs at least 40x12."))
