"""SIGTERM and SIGHUP end the app as a key would: the terminal is left as it was found."""

from __future__ import annotations

import asyncio
import signal
from contextlib import suppress
from functools import partial
from typing import Any

from textual.app import App


def end_on_signals(app: App[Any]) -> None:
    """Let the signals end `app` with the exit code 128 + number; call it in the app's loop."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP"):
        number = getattr(signal, name, None)
        # Windows has no such handlers, and a test may run the app outside the main thread.
        with suppress(NotImplementedError, RuntimeError, ValueError):
            if number is not None:
                loop.add_signal_handler(number, partial(app.exit, return_code=128 + number))
