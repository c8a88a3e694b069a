"""The quiz: one screen for the whole session, updated in place."""

from __future__ import annotations

from quiz.tui.screens.base import BaseScreen
from quiz.tui.wish import Wish


class QuizScreen(BaseScreen):
    """One session over what `wish` says."""

    def __init__(self, wish: Wish) -> None:
        super().__init__()
        self.wish = wish
