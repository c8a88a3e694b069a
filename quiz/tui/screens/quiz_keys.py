"""The keys of the quiz screen, and the phases in which each means something.

Digits, space, enter and F-keys always work; letters are extra, each with its key of the
two-set Hangul layout. No letter puts a card away: it may be the next answer, typed too soon.
The key bar shows the first of a binding's keys that works now.
"""

from __future__ import annotations

from textual.binding import Binding, BindingType

from quiz.cards.card import Input
from quiz.i18n import N_
from quiz.marking.mark import Mark, Verdict
from quiz.session import Phase, Session

KEYS: list[BindingType] = [
    Binding("enter,space", "proceed", N_("Next")),
    Binding("enter,space", "good", N_("Good")),
    Binding("1", "rate(1)", N_("Again"), show=False),
    Binding("2", "rate(2)", N_("Hard"), show=False),
    Binding("3", "rate(3)", N_("Good"), show=False),
    Binding("4", "rate(4)", N_("Easy"), show=False),
    Binding("f2,h,ㅗ", "hint", N_("Hint")),
    Binding("f3,d,ㅇ", "give_up", N_("Don't know")),
    Binding("f3,d,ㅇ", "leave_it", N_("Leave it")),
    Binding("f4,k,ㅏ", "skip", N_("Skip")),
    Binding("r,f5,ㄱ", "overrule(True)", N_("I was right")),
    Binding("w,f5,ㅈ", "overrule(False)", N_("Count it wrong")),
    Binding("a,f6,ㅁ", "accept", N_("Accept")),
    Binding("e,f7,ㄷ", "edit", N_("Edit")),
    Binding("f8", "bury", N_("Bury until tomorrow"), show=False),
    Binding("f10", "suspend", N_("Suspend"), show=False),
    Binding("u,ctrl+z,ㅕ", "undo", N_("Undo")),
    Binding("escape", "pause", N_("Pause")),
    Binding("up", "scroll(-1)", N_("Scroll up"), show=False),
    Binding("down", "scroll(1)", N_("Scroll down"), show=False),
    Binding("pageup", "scroll(-8)", N_("Page up"), show=False),
    Binding("pagedown", "scroll(8)", N_("Page down"), show=False),
]

_OPEN = frozenset({Phase.ASKED, Phase.RETRY})
_ANSWERED = frozenset({Phase.JUDGED, Phase.REVEALED})
_MARKED = frozenset({Phase.RETRY, Phase.JUDGED})
_ANY = _OPEN | _ANSWERED

PHASES: dict[str, frozenset[Phase]] = {
    "proceed": frozenset({Phase.JUDGED}),
    "rate": _ANSWERED,
    "good": frozenset({Phase.REVEALED}),
    "hint": _OPEN,
    "give_up": frozenset({Phase.ASKED}),
    "leave_it": frozenset({Phase.RETRY}),
    "skip": frozenset({Phase.ASKED}),
    "overrule": _MARKED,
    "accept": _MARKED,
    "edit": _ANY,
    "bury": _ANY,
    "suspend": _ANY,
}
CROWDED: dict[str, frozenset[Phase]] = {
    "edit": _OPEN,
    "undo": _OPEN,
    "pause": _ANY - {Phase.ASKED},
}
"""Keys that work in these phases, too, but have no room in the key bar there."""


def fits(session: Session, action: str, parameters: tuple[object, ...] = ()) -> bool:
    """Return whether `action` means anything as `session` stands; other screens' actions do."""
    if action == "undo":
        return session.can_undo
    if action not in PHASES:
        return True
    question, mark = session.question, session.mark
    if question is None or session.phase not in PHASES[action]:
        return False
    if action == "hint":
        return bool(question.card.hints())
    if action == "give_up":
        return question.input is not Input.REVEAL
    if action == "overrule":
        return mark is not None and (mark.verdict is Verdict.RIGHT) is not parameters[0]
    if action == "accept":
        typed = question.input in (Input.LINE, Input.CODE)
        return mark is not None and typed and question.card.ACCEPTS and _is_new_answer(mark)
    return True


def _is_new_answer(mark: Mark) -> bool:
    return bool(mark.given) and mark.verdict is not Verdict.RIGHT and not mark.is_unread
