"""A real pseudo-terminal with a program in it, read as a person would read the screen."""

from __future__ import annotations

import os
import select
import signal
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType

import pyte
from ptyprocess import PtyProcess

KEYS = {
    "enter": "\r",
    "escape": "\x1b",
    "backspace": "\x7f",
    "up": "\x1b[A",
    "down": "\x1b[B",
    "right": "\x1b[C",
    "left": "\x1b[D",
    "tab": "\t",
    "f1": "\x1bOP",
    "f2": "\x1bOQ",
    "f3": "\x1bOR",
    "f4": "\x1bOS",
    "f5": "\x1b[15~",
    "f6": "\x1b[17~",
    "ctrl+q": "\x11",
    "ctrl+s": "\x13",
    "ctrl+z": "\x1a",
}


class Terminal:
    """Runs `command` at `columns`×`rows`; use it in a `with` block, which ends the program."""

    def __init__(
        self,
        command: Sequence[str],
        *,
        environment: Mapping[str, str],
        columns: int = 80,
        rows: int = 24,
        patience: float = 30.0,
    ) -> None:
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self._patience = patience
        self.seen = b""
        """Every byte the program has written."""
        self.process = PtyProcess.spawn(
            list(command), dimensions=(rows, columns), env={"TERM": "xterm-256color", **environment}
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.process.terminate(force=True)
        self.process.close()

    @property
    def text(self) -> str:
        """The screen as it stands, a line a row; the empty half of a wide cell left out."""
        rows = (self._screen.buffer[y] for y in range(self._screen.lines))
        return "\n".join(
            "".join(row[x].data for x in range(self._screen.columns)).rstrip() for row in rows
        )

    @property
    def cursor(self) -> tuple[int, int]:
        """Column and row of the cursor, from 0; an input method composes there."""
        return self._screen.cursor.x, self._screen.cursor.y

    def send(self, text: str) -> None:
        """Write `text` as if it was typed."""
        self.process.write(text.encode())

    def press(self, *keys: str) -> None:
        """Press keys by name ("enter", "f2") or as characters."""
        self.send("".join(key if len(key) == 1 else KEYS[key] for key in keys))

    def resize(self, columns: int, rows: int) -> None:
        """Change the window's size."""
        self._screen.resize(rows, columns)
        self.process.setwinsize(rows, columns)

    def wait_for(self, *texts: str) -> str:
        """Read until all `texts` are on screen and return the screen; AssertionError if never."""
        return self.wait_until(lambda screen: all(text in screen for text in texts), repr(texts))

    def wait_until(self, holds: Callable[[str], bool], wanted: str) -> str:
        """Read until `holds` is true of the screen's text and return that text."""
        deadline = time.monotonic() + self._patience
        while not holds(text := self.text):
            if not self._read(deadline):
                raise AssertionError(f"waited in vain for {wanted}; the screen shows:\n{text}")
        return text

    def wait_for_end(self) -> int:
        """Read until the program has ended; return its exit code (minus the signal's number)."""
        deadline = time.monotonic() + self._patience
        while self._read(deadline):
            pass
        return self._end()

    def close_window(self) -> int:
        """Take the terminal away, as closing its window does; return the program's exit code."""
        self.process.fileobj.close()
        self.process.closed = True
        return self._end()

    def kill(self, signum: int = signal.SIGKILL) -> None:
        """Send a signal to the program."""
        os.kill(self.process.pid, signum)

    def _end(self) -> int:
        """Return the exit code; a program that does not end is killed when patience is over."""
        impatient = threading.Timer(self._patience, self.kill)
        impatient.start()
        try:
            self.process.wait()
        finally:
            impatient.cancel()
        if self.process.signalstatus:
            return -int(self.process.signalstatus)
        return int(self.process.exitstatus)

    def _read(self, deadline: float) -> bool:
        """Take what the program wrote next; False at its end or past the deadline."""
        remaining = deadline - time.monotonic()
        ready, _, _ = select.select([self.process.fd], [], [], max(0.0, remaining))
        if not ready:
            return False
        try:
            data = os.read(self.process.fd, 65536)
        except OSError:
            return False
        self.seen += data
        self._stream.feed(data)
        return bool(data)


def quiz_command(*arguments: str) -> list[str]:
    """Return the command line of the installed `quiz`."""
    return [os.path.join(os.path.dirname(sys.executable), "quiz"), *arguments]
