"""Saying how far the decks are read, where that takes long and somebody is there to see it."""

from __future__ import annotations

import sys
from time import monotonic
from typing import TYPE_CHECKING, TextIO

from quiz.cli.screen import width
from quiz.i18n import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

PATIENCE = 1.0
"""Seconds before anything is said."""
_PAUSE = 0.1


class Reading:
    """Told of bytes read and to read, says so on one line of stderr, and at the end wipes it."""

    def __init__(
        self, stream: TextIO | None = None, clock: Callable[[], float] = monotonic
    ) -> None:
        self._stream = sys.stderr if stream is None else stream
        self._seen = self._stream is not None and self._stream.isatty()
        self._clock = clock
        self._next = clock() + PATIENCE
        self._said = ""

    def __call__(self, read: int, total: int) -> None:
        """Say how far it is, now and then."""
        if self._seen and total and self._clock() >= self._next:
            self._next = self._clock() + _PAUSE
            self._say(_("Reading decks: {percent} %", percent=100 * read // total))

    def __enter__(self) -> Reading:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._said:
            self._say("")

    def _say(self, text: str) -> None:
        blank = " " * (width(self._said) - width(text))
        print(f"\r{text}{blank}", end="" if text else "\r", file=self._stream, flush=True)
        self._said = text
