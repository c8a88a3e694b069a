"""The folders a first run makes, with the starter decks in them."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import copyfile, rmtree

from quiz.config import Places, unwritable


def prepare(places: Places) -> None:
    """Make the home folder, and on the first run lay the starter decks into it.

    A deck folder that exists is left as it is, and one that was named but does not exist is
    not made. Raises ConfigError where the home folder cannot be written.
    """
    try:
        places.home.mkdir(parents=True, exist_ok=True)
        if places.decks == places.home / "decks" and not places.decks.exists():
            _copy_starter(places.decks)
    except OSError as error:
        raise unwritable(places.home, error) from error
    if not os.access(places.home, os.W_OK | os.X_OK):
        raise unwritable(places.home, PermissionError(13, os.strerror(13)))


def _copy_starter(decks: Path) -> None:
    # Filled under another name, so that a first run cut short does not leave half the decks.
    draft = decks.parent / f".decks-{os.urandom(8).hex()}"
    draft.mkdir()
    try:
        for file in sorted(_starter().glob("*.yaml")):
            copyfile(file, draft / file.name)
        draft.rename(decks)
    except OSError:
        rmtree(draft, ignore_errors=True)
        if not decks.exists():  # another terminal may have been first
            raise


def _starter() -> Path:
    """Return the folder of the starter decks: in the wheel, else beside the source."""
    package = Path(__file__).parent
    inside = package / "starter"
    return inside if inside.is_dir() else package.parent / "decks"
