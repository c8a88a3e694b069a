"""Replacing a deck file as a whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from quiz.decks.disk import DISK, Disk
from quiz.errors import DeckError
from quiz.i18n import _

_FULL = {errno.ENOSPC, errno.EDQUOT}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def rewrite(
    path: Path,
    change: Callable[[bytes | None], bytes],
    disk: Disk = DISK,
    *,
    make_folder: bool = False,
) -> None:
    """Replace the file `path` by what `change` makes of its bytes (None: there is no file yet).

    The file is new or old, never in between: a temporary file in the same folder is written,
    synced and renamed. Mode, owner and symbolic link stay. Nothing is written if nothing changes.
    Raises DeckError, the file as it was, if it cannot be written or someone else changed it.
    """
    path = Path(os.path.realpath(path))
    try:
        if make_folder:
            disk.make_folder(path.parent)
        with disk.locked(path.parent) as folder:
            old = disk.read(path)
            new = change(old)
            if new != old:
                _replace(path, old, new, disk)
                # The rename is done: a folder that cannot be synced leaves a whole file either way.
                with suppress(OSError):
                    disk.sync(folder)
    except OSError as error:
        raise _refusal(path, error) from error


def _replace(path: Path, old: bytes | None, new: bytes, disk: Disk) -> None:
    facts = None if old is None else disk.facts(path)
    # Not ".yaml": what a killed program leaves behind is never read as a deck.
    temporary = path.parent / f".quiz-{secrets.token_hex(8)}.tmp"
    try:
        _fill(temporary, new, facts, disk)
        if disk.read(path) != old:
            raise DeckError(
                _("{file} was changed by another program.", file=path.name),
                _("Nothing was written. Try again."),
                file=str(path),
            )
        disk.rename(temporary, path)
    except BaseException:
        with suppress(OSError):
            disk.remove(temporary)
        raise


def _fill(path: Path, data: bytes, facts: os.stat_result | None, disk: Disk) -> None:
    handle = disk.create(path)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[disk.write(handle, bytes(rest)) :]
        if facts:
            disk.imitate(handle, facts)
        disk.sync(handle)
    finally:
        disk.close(handle)


def _refusal(path: Path, error: OSError) -> DeckError:
    if error.errno in _FULL:
        message = _("The disk is full: {file} was not changed.", file=path.name)
        hint = _("Make room and try again.")
    elif error.errno in _FORBIDDEN:
        message = _("{file} must not be written.", file=path.name)
        hint = _("Allow writing to the file and its folder, then try again.")
    else:
        reason = error.strerror or str(error)
        message = _("{file} was not changed: {reason}", file=path.name, reason=reason)
        hint = _("Check the file and its folder, then try again.")
    return DeckError(message, hint, file=str(path))
