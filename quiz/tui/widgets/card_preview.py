"""A card as the quiz would ask it, and how its answer would be judged."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from textual.content import Content
from textual.widgets import Static

from quiz.cards.card import Card, Input, Question
from quiz.i18n import N_, _, ngettext
from quiz.tui.widgets.code import asked_content, code_content

INPUTS = {
    Input.REVEAL: N_("You think, look, and rate yourself."),
    Input.LINE: N_("You type one line."),
    Input.CODE: N_("You type several lines of code."),
    Input.LINES: N_("You name them all, in any order."),
    Input.CHOICE: N_("You choose; the options are shuffled."),
    Input.ORDER: N_("You put them in order; they are shuffled."),
}
JUDGED = {
    "names": N_("as a name: the spelling counts"),
    "values": N_("as a value: (28,28,1) is ( 28, 28, 1 )"),
    "code": N_("as code: by what it does, not by how it is written"),
    "prose": N_("as prose: case, spacing and particles are forgiven"),
}


class CardPreview(Static):
    """Draws the first of the cards that a draft makes."""

    def show(self, cards: Sequence[Card], warning: str = "", note: str = "") -> None:
        """Show `cards` (none: say that there is no card yet), a warning and a note."""
        lines = list(_lines(cards)) or [Content.styled(_("Not a card yet."), "$text-muted")]
        if warning:
            lines.append(Content.styled(f"! {warning}", "bold $text-warning"))
        if note:
            lines.append(Content.styled(note, "$text-muted"))
        self.update(Content("\n").join(lines))


def _lines(cards: Sequence[Card]) -> Iterator[Content]:
    for card in cards[:1]:
        question = card.question(0)
        yield asked_content(question)
        yield from _options(question)
        yield Content("")
        yield _answer(card)
        if card.answer_type:
            yield _labelled(_("Judged"), _(JUDGED[card.answer_type]))
        yield Content.styled(_(INPUTS[question.input]), "$text-muted")
    if len(cards) > 1:
        if cards[-1].opens_after:
            more = _("{n} cards: each opens once the one before holds", n=len(cards))
        else:
            more = ngettext(
                "{n} card, one for each hole", "{n} cards, one for each hole", len(cards)
            )
        yield Content.styled(more, "$text-muted")


def _answer(card: Card) -> Content:
    solution = str(card.solution())
    if card.answer_type == "code":
        return Content.assemble((f"{_('Answer')}\n", "$text-muted"), code_content(solution))
    return _labelled(_("Answer"), solution.replace("\n", " · "))


def _options(question: Question) -> Iterator[Content]:
    for number, option in enumerate(question.options, 1):
        yield Content.assemble((f"  {number}  ", "$text-muted"), str(option))


def _labelled(label: str, text: str) -> Content:
    return Content.assemble((f"{label}  ", "$text-muted"), text)
