"""Which file a deck's name means."""

from __future__ import annotations

import os
from pathlib import Path

from quiz.decks.weak_spots import FILE as WEAK_SPOTS
from quiz.errors import UsageError
from quiz.i18n import _

SUFFIXES = (".yaml", ".yml")
LONGEST_NAME = 200
"""Bytes of a new deck's name: most file systems allow 255, and drafts need room for theirs."""


def deck_file(folder: Path, name: str) -> Path:
    """Return the file of the deck `name` in `folder`, which need not exist yet.

    Raises UsageError where no file can be called so: it would be hidden, lie elsewhere, or have
    control characters in its name.
    """
    stem = name.removesuffix(SUFFIXES[0]).removesuffix(SUFFIXES[1])
    if not _is_name(stem):
        raise UsageError(
            _("{name!r} cannot be a deck's name", name=name),
            _("A deck's name is its file's name without .yaml."),
        )
    other = folder / f"{stem}{SUFFIXES[1]}"
    return other if other.exists() else folder / f"{stem}{SUFFIXES[0]}"


def _is_name(stem: str) -> bool:
    return (
        stem.isprintable()
        and bool(stem.strip())
        and stem[0] not in "._"
        and not set(stem) & set("/\\")
        and len(os.fsencode(stem)) <= LONGEST_NAME
        and stem != os.path.splitext(WEAK_SPOTS)[0]
    )
