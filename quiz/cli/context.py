"""What every command starts from: language, settings, places, clock, and the store when asked."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from quiz import config, i18n
from quiz.errors import QuizError
from quiz.memory.day import Clock

if TYPE_CHECKING:
    from quiz.memory.store import Store


class Context:
    """Made once per run; `language` is what --lang asked for, None: setting, then locale."""

    def __init__(self, language: str | None) -> None:
        self.places = config.places()
        self.settings, self.complaints = self._load()
        wanted = language or self.settings.language
        i18n.use(wanted if wanted in i18n.LANGUAGES else i18n.language_of_locale())
        self.clock = Clock(self.settings.rollover_hour)

    def _load(self) -> tuple[config.Settings, list[QuizError]]:
        """Return the settings and what was wrong with their file: the rest still works."""
        return config.load(self.places.home)

    @contextmanager
    def store(self) -> Iterator[Store]:
        """Open the store for a `with` block; a stale index is brought up to date first."""
        from quiz.memory.store import Store

        store = Store.open(self.places, self.settings, self.clock)
        try:
            yield store
        finally:
            store.close()
