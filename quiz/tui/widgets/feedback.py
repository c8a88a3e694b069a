"""What is said about an answer: verdict, mistake, diff, the right answer, why, source."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalGroup
from textual.content import Content
from textual.widgets import Static

from quiz.cards.card import Input, Question
from quiz.i18n import _
from quiz.marking.mark import Mark, Piece, Verdict
from quiz.marking.mistakes import sentence
from quiz.tui.verdicts import verdict_content
from quiz.tui.widgets.diff_view import DiffView

_FIRST_ROWS = 4


class Feedback(VerticalGroup):
    """Three parts: the verdict, the diff, and the rest."""

    def compose(self) -> ComposeResult:
        """Empty parts."""
        yield Static(classes="verdict")
        yield DiffView()
        yield Static(classes="details")

    def clear(self) -> None:
        """Say nothing."""
        self._show(Content(""), (), Content(""))

    def slipped(self, mark: Mark) -> None:
        """Name the slip without its remedy, and offer the retry."""
        retry = Content.styled(_("Mend it and press Enter. F3: leave it."), "$text-muted")
        self._show(Content("\n").join([verdict_line(mark), *_keyboard(mark), retry]), (), None)

    def judged(self, question: Question, mark: Mark, *, leech: bool) -> None:
        """Say all about a judged answer."""
        lines = [verdict_line(mark), *_keyboard(mark)]
        diff = mark.diff if question.input is Input.LINE and worth_a_diff(mark) else ()
        rest = details(question, mark, leech=leech, answer=not diff)
        self._show(Content("\n").join(lines), diff, rest)

    def revealed(self, question: Question) -> None:
        """Show the answer of a card the learner rates."""
        self._show(Content(""), (), details(question, None))

    @property
    def head_height(self) -> int:
        """The rows that verdict and diff take; where there are none, the first rows of the rest."""
        shown = [part for part in self.children if part.display]
        if not shown:
            return 0
        last = shown[-2] if len(shown) > 1 else shown[0]
        rows = last.virtual_region.bottom
        return rows if len(shown) > 1 else min(rows, _FIRST_ROWS)

    def _show(self, verdict: Content, diff: tuple[Piece, ...], rest: Content | None) -> None:
        for name, content in ((".verdict", verdict), (".details", rest or Content(""))):
            part = self.query_one(name, Static)
            part.update(content)
            part.display = bool(content)
        self.query_one(DiffView).show(diff)


def verdict_line(mark: Mark) -> Content:
    """Return mark and word of the verdict, and the sentence about the mistake."""
    head = verdict_content(mark.verdict).stylize("bold")
    if mark.mistake is None:
        return head
    return Content.assemble(head, "  ", str(sentence(mark.mistake)))


def worth_a_diff(mark: Mark) -> bool:
    """Whether anything is the same, so that the differences teach something."""
    missed = mark.verdict not in (Verdict.RIGHT, Verdict.BLANK)
    return missed and any(piece.op == "same" for piece in mark.diff)


def details(
    question: Question, mark: Mark | None, *, leech: bool = False, answer: bool = True
) -> Content:
    """Return the right answer (if `answer`), the note on the mistake, the why and the source."""
    card = question.card
    parts = [_solution(question, mark)] if answer else []
    if mark is not None and mark.note and not mark.keys:
        parts.append(Content(str(mark.note)))
    if card.why:
        parts.append(Content(str(card.why)))
    if card.source:
        parts.append(Content.styled(_("Source: {source}", source=card.source), "$text-muted"))
    if leech:
        notice = _("You keep forgetting this card. Rewrite it (e) or put it away (F10).")
        parts.append(Content.styled("! " + notice, "bold $text-warning"))
    return Content("\n\n").join(part for part in parts if part)


def _solution(question: Question, mark: Mark | None) -> Content:
    """Return the right answer, unless the screen shows it already."""
    solution = str(question.card.solution())
    if question.input is Input.CHOICE:
        return Content("")
    if mark is not None and mark.verdict is Verdict.RIGHT and mark.given == solution:
        return Content("")
    head = Content.styled(_("Right answer"), "$text-muted")
    answer = Content.styled(solution, "bold $text-success")
    return Content.assemble(head, "\n" if "\n" in solution else "  ", answer)


def _keyboard(mark: Mark) -> list[Content]:
    """Return the note on a keyboard left in Hangul, unless the mistake's sentence says it."""
    if not mark.keys or (mark.mistake is not None and mark.mistake.kind == "layout"):
        return []
    return [Content.styled(str(mark.note), "$text-warning")]
