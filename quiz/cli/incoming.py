"""Text that is handed to a command: from stdin, a file or the clipboard."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable

from quiz.errors import UsageError
from quiz.i18n import _

_CHUNK = 1 << 16
_MOST = 2_000_000
"""Bytes that are kept, from the end: a log may be long, and its end is what counts."""
_PASTERS = (
    ("wl-paste", "--no-newline"),
    ("xclip", "-selection", "clipboard", "-out"),
    ("xsel", "--clipboard", "--output"),
    ("pbpaste",),
    ("powershell.exe", "-NoProfile", "-Command", "Get-Clipboard -Raw"),
    ("powershell", "-NoProfile", "-Command", "Get-Clipboard -Raw"),
)
_PATIENCE = 5.0
"""Seconds that a clipboard program has."""


def read_text(file: str) -> str:
    """Return the text of `file`; - is stdin, read to its end. UsageError: it cannot be read."""
    if file == "-":
        return _from_stdin()
    try:
        with open(file, "rb") as opened:
            return _decoded(_tail(opened.read))
    except (OSError, ValueError) as error:
        raise UsageError(
            _("cannot read {file}: {error}", file=file, error=getattr(error, "strerror", error)),
            _("Name a file that holds the text, or give the text on stdin."),
        ) from None


def read_clipboard() -> str:
    """Return what the clipboard holds. UsageError: no program can say."""
    for command in _PASTERS:
        try:
            done = subprocess.run(
                command,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                timeout=_PATIENCE,
                check=True,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return _decoded(done.stdout)
    raise UsageError(
        _("the clipboard cannot be read"),
        _("Install wl-clipboard, xclip or xsel, or paste into `quiz why` and press Ctrl+D."),
    )


def _from_stdin() -> str:
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        end = _("Ctrl+Z and Enter") if os.name == "nt" else "Ctrl+D"
        print(_("Paste the text, then press {end}.", end=end), file=sys.stderr, flush=True)
        return _decoded(sys.stdin.buffer.read())  # in one go: each read waits for a Ctrl+D
    return _decoded(_tail(sys.stdin.buffer.read))


def _tail(read: Callable[[int], bytes]) -> bytes:
    kept = b""
    while chunk := read(_CHUNK):
        kept = (kept + chunk)[-_MOST:]
    return kept


def _decoded(data: bytes) -> str:
    """Return the text of `data`: UTF-8, UTF-16 with its mark, or a Korean Windows console's."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        korean = data.decode("cp949", "replace")
        return korean if "\ufffd" not in korean else data.decode("utf-8", "replace")
