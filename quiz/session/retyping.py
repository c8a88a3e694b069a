"""Whether a slip is to be written once more, right: a light exercise that the log never sees."""

from __future__ import annotations

from quiz.cards.card import Input
from quiz.config import Settings
from quiz.marking.mark import Verdict
from quiz.session.machine import Phase, Session


def slip_that_stands(session: Session, settings: Settings) -> str:
    """Return the right name where a slip in a typed one was just left standing, else "".

    "" too where the setting `retype_after_slip` is off.
    """
    question, mark = session.question, session.mark
    if question is None or mark is None or settings.retype_after_slip != "on":
        return ""
    typed = question.input is Input.LINE and question.card.answer_type == "names"
    stands = session.phase is Phase.JUDGED and mark.verdict is Verdict.SLIP
    return mark.expected if typed and stands else ""
