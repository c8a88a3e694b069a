"""Home: what is due today."""

from __future__ import annotations

from quiz.tui.screens.base import BaseScreen


class HomeScreen(BaseScreen):
    """Counts, weak spots, and the ways on."""
