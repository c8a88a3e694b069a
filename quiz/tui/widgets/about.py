"""What stands around a question: how far the session is, and what kind of card this is."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.cards.card import Question
from quiz.cards.drills.ids import made_of
from quiz.i18n import _
from quiz.session import Session
from quiz.tui.widgets.bars import EMPTY, FULL

if TYPE_CHECKING:
    from quiz.memory.habit import Habit
    from quiz.memory.store import Store

_BAR = 10


def progress(session: Session) -> str:
    """Return "3/20 ━━────": cards that are through, all cards, and the share as a bar.

    With a time limit the minutes that are left stand before it.
    """
    done, left = session.progress
    full = round(_BAR * done / max(done + left, 1))
    bar = f"{done}/{done + left}  {FULL * full}{EMPTY * (_BAR - full)}"
    if session.seconds_left is None:
        return bar
    minutes = max(ceil(session.seconds_left / 60), 0)
    return " · ".join((_("{n} min", n=minutes), bar))


def about(question: Question, store: Store, *, session: Session) -> Content:
    """Return the muted line over a question: practice, new or not, its weak spots."""
    spots, card = store.weak_spots, question.card
    if session.leads and (habit := store.dtype_habit()):
        return Content.styled(row_of(habit), "$text-muted")
    parts = [str(spots[name].name) for name in card.weak if name in spots]
    if store.state(made_of(card.id)) is None:
        parts.insert(0, _("new card"))
    muted = Content.styled(" · ".join(parts), "$text-muted")
    if session.scheduled:
        return muted
    practice = Content.styled(_("Practice: the schedule is not touched."), "$text-warning")
    return Content("\n").join(part for part in (practice, muted) if part)


def row_of(habit: Habit) -> str:
    """Return how many dtypes in a row were right at the first try, of how many it takes."""
    return _("dtype first: {right} of {until} right in a row", right=habit.right, until=habit.until)
