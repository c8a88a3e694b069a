"""The row for messages, in place of toasts (which eat Hangul over borders)."""

from __future__ import annotations

from typing import Literal

from textual.content import Content
from textual.timer import Timer
from textual.widget import Widget

SECONDS = 3.0
_MARKS = {"info": "", "done": "✓ ", "error": "! "}
_STYLES = {"info": "$text-muted", "done": "$text-success", "error": "bold $text-error"}


class StatusLine(Widget):
    """Shows one message: an error until the next key, a success three seconds, a hint the less.

    An error takes as many rows as it needs: place and remedy stand at its end.
    """

    message = ""
    tone = "info"
    _timer: Timer | None = None

    def say(self, message: str, tone: Literal["info", "done", "error"] = "info") -> None:
        """Show `message` (never markup), marked by its tone."""
        self._stop()
        self.message, self.tone = message, tone
        self.set_class(tone == "error" and bool(message), "-error")
        if message and tone != "error":
            self._timer = self.set_timer(SECONDS, self.clear)
        self.refresh(layout=tone == "error")

    def clear(self) -> None:
        """Take the message away."""
        self.say("")

    def key_pressed(self) -> None:
        """Take away what was said: the key says it has been read; a success stays its time."""
        if self.message and self.tone != "done":
            self.clear()

    def render(self) -> Content:
        """Return the row."""
        return Content.styled(_MARKS[self.tone] + self.message, _STYLES[self.tone])

    def on_unmount(self) -> None:
        """Leave no timer behind."""
        self._stop()

    def _stop(self) -> None:
        if self._timer is not None:
            self._timer.stop()
            self._timer = None
