"""Whose turn it is to read decks bit by bit: of several terminals one at a time."""

from __future__ import annotations

import fcntl
import os
from contextlib import suppress
from pathlib import Path


class Turn:
    """A lock on the file `path` that ends with its owner, whatever becomes of that."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._handle = -1

    def take(self) -> bool:
        """Take the turn; return whether it is ours now. Waits for nobody."""
        if self._handle >= 0:
            return True
        handle = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o666)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(handle)
            return False
        self._handle = handle
        return True

    def give(self) -> None:
        """Let others have it."""
        with suppress(OSError):
            os.close(self._handle)
        self._handle = -1
