"""What a draft comes to: its question, what it still needs, and cards that are like it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.timer import Timer

from quiz.i18n import _
from quiz.tui.form import file
from quiz.tui.form.draft import Checked
from quiz.tui.widgets.card_preview import CardPreview

if TYPE_CHECKING:
    from quiz.memory.store import Store

_PAUSE = 0.3
"""Seconds without a change before cards like this one are looked for."""


class Outlook(CardPreview):
    """The preview of a draft; after a pause it warns of cards that are in `store` already."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._store = store
        self._twins = ("", "")
        """What is said of cards like this one: a warning and a note."""
        self._timer: Timer | None = None

    def judge(self, checked: Checked, own: str) -> None:
        """Show what a draft comes to, and look for its twins soon.

        `own` is the id in the deck of the card being edited, "" for a new one.
        """
        self._draw(checked)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self.set_timer(_PAUSE, lambda: self._look(checked, own))

    def _draw(self, checked: Checked) -> None:
        if checked.cards or not checked.missing:
            self.show(checked.cards, *self._twins)
        else:
            missing = ", ".join(_(field.label) for field in checked.missing)
            self.show((), note=_("Still to write: {fields}", fields=missing))

    def _look(self, checked: Checked, own: str) -> None:
        card = checked.cards[0] if checked.cards else None
        asked, answered = file.twins(self._store, card, own) if card else ([], [])
        self._twins = (
            _("This question exists: {cards}", cards=", ".join(asked)) if asked else "",
            _("The same answer: {cards}", cards=", ".join(answered[:3])) if answered else "",
        )
        self._draw(checked)
