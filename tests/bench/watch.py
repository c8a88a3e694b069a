"""Times what a terminal shows: seconds from a key, or from the start, to some text."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Mapping, Sequence
from types import TracebackType

from ptyprocess import PtyProcess


class Watch:
    """Starts `command` in a pseudo-terminal of 120×36 and watches the bytes it draws."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str]) -> None:
        started = {**os.environ, "TERM": "xterm-256color", **environment}
        self.begun = time.perf_counter()
        self._process = PtyProcess.spawn(list(command), dimensions=(36, 120), env=started)

    def __enter__(self) -> Watch:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._process.terminate(force=True)
        self._process.close()

    def until(self, text: bytes, since: float | None = None, patience: float = 60.0) -> float:
        """Return the seconds from `since` (default: the start) until `text` is drawn."""
        begun = self.begun if since is None else since
        drawn = b""
        while text not in drawn:
            ready, _, _ = select.select([self._process.fd], [], [], patience)
            if not ready:
                raise TimeoutError(f"{text!r} was not drawn; the last bytes: {drawn[-300:]!r}")
            drawn += os.read(self._process.fd, 65536)
        return time.perf_counter() - begun

    def settle(self, quiet: float = 0.2) -> None:
        """Read until nothing was drawn for `quiet` seconds."""
        while select.select([self._process.fd], [], [], quiet)[0]:
            os.read(self._process.fd, 65536)

    def press(self, key: bytes, text: bytes) -> float:
        """Send `key` and return the seconds until `text` is drawn."""
        self.settle()
        begun = time.perf_counter()
        self._process.write(key)
        return self.until(text, begun)

    def megabytes(self) -> float:
        """Return the resident memory of the program."""
        with open(f"/proc/{self._process.pid}/status") as status:
            line = next(line for line in status if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
