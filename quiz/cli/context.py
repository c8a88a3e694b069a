"""What every command starts from: language, settings, places, clock, and the store when asked."""

from __future__ import annotations

import os

from quiz import i18n
from quiz.memory.day import Clock
from quiz.places import where
from quiz.settings import Settings

TYPE_CHECKING = False
if TYPE_CHECKING:  # typing itself costs a shell prompt milliseconds
    from contextlib import AbstractContextManager

    from quiz.config import Places
    from quiz.errors import QuizError
    from quiz.memory.store import Store


class Context:
    """Made once a run; `language` is what --lang asked for, None: the setting, then the locale."""

    def __init__(self, language: str | None) -> None:
        self.home, self.decks = where()
        self.settings, self.complaints = self._load()
        wanted = language or self.settings.language
        i18n.use(wanted if wanted in i18n.LANGUAGES else i18n.language_of_locale())
        self.clock = Clock(self.settings.rollover_hour)

    def _load(self) -> tuple[Settings, list[QuizError]]:
        """Return the settings, and what is wrong in their file: the rest of it still holds."""
        if not os.path.exists(os.path.join(self.home, "config.toml")):
            return Settings(), []
        from quiz.config import load

        return load(self.places.home)

    @property
    def places(self) -> Places:
        """The folders as paths."""
        from quiz.config import places

        return places()

    def store(self, patience: float | None = None) -> AbstractContextManager[Store]:
        """Open the store for a `with` block; a stale index is brought up to date first.

        Decks that are not in after `patience` seconds (None: however long it takes) are left.
        """
        from contextlib import closing

        from quiz.cli.reading import Reading
        from quiz.memory.store import Store

        with Reading() as told:
            return closing(Store.open(self.places, self.settings, self.clock, told, patience))
