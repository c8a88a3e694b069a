"""This machine's name among the devices that share a log."""

from __future__ import annotations

import errno
import os
import re
import stat
from pathlib import Path

from quiz.errors import StoreError
from quiz.i18n import _


def device_name(home: Path) -> str:
    """Return <hostname>-<8 hex digits>, minted once and kept in `home`/device; StoreError.

    The file has a line a machine, so that two that share all of `home` never write one log.
    """
    path = home / "device"
    host = safe_name(os.uname().nodename)
    names = _kept(path)
    for name in names:
        if re.fullmatch(re.escape(host) + "-[0-9a-f]{8}", name):
            return name
    name = f"{host}-{os.urandom(4).hex()}"
    _keep(path, [*names, name])
    return name


def safe_name(host: str) -> str:
    """Return a host's name as a safe part of a file's name."""
    return re.sub("[^A-Za-z0-9]+", "-", host.partition(".")[0]).strip("-")[:32] or "device"


def _kept(path: Path) -> list[str]:
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # reading a pipe would wait for ever
            raise OSError(errno.EINVAL, os.strerror(errno.EINVAL))
        return path.read_text("ascii", "replace").split()
    except FileNotFoundError:
        return []
    except OSError as error:
        raise _unkept(path, error) from error


def _keep(path: Path, names: list[str]) -> None:
    scratch = path.with_name(f"device.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        scratch.write_text("".join(f"{name}\n" for name in names), "ascii", "replace")
        scratch.replace(path)
    except OSError as error:
        raise _unkept(path, error) from error


def _unkept(path: Path, error: OSError) -> StoreError:
    return StoreError(
        _("Cannot write {file}: {reason}", file=path, reason=error.strerror),
        _("Make the folder writable, or set QUIZ_HOME to another one."),
    )
