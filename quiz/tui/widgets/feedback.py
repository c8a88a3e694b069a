"""What is said about an answer: hint, verdict, mistake, diff, the right answer, why, source."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from textual.content import Content
from textual.geometry import Region, Size
from textual.widget import Widget

from quiz.cards.card import Input, Question
from quiz.i18n import _
from quiz.marking.mark import Mark, Verdict
from quiz.tui.verdicts import verdict_content
from quiz.tui.widgets.code import code_content
from quiz.tui.widgets.code_diff import code_diff
from quiz.tui.widgets.diff_view import diff_content

_FIRST_ROWS = 4
EMPTY = Content("")
Drawn = Callable[[int], Content]
"""What is drawn in a number of cells."""


class Feedback(Widget):
    """One widget, so that a verdict is one repaint of rows that were kept free for it.

    `tight` leaves no row free under the verdict, and shows code that was typed as a whole: there
    is no field above that does.
    """

    DEFAULT_CSS = "Feedback { width: 100%; height: auto; }"

    diff: Drawn | None = None
    """The diff that is shown."""

    def __init__(self, *, tight: bool = False) -> None:
        super().__init__()
        self._tight = tight
        self._hint = self._verdict = self._rest = self._text = EMPTY

    def clear(self, hint: str = "") -> None:
        """Say nothing but this hint."""
        self._say(hint=hint)

    def slipped(self, question: Question, mark: Mark, hint: str = "") -> None:
        """Name the slip without its remedy, and offer the retry; show where code is broken."""
        if question.input is Input.CODE:
            said = _("Mend it and press Ctrl+S. F3: leave it.")
        else:
            said = _("Mend it and press Enter. F3: leave it.")
        retry = Content.styled(said, "$text-muted")
        diff = differences(question, mark) if mark.is_unread else None
        self._say(hint=hint, verdict=[verdict_line(mark), *_keyboard(mark), retry], diff=diff)

    def judged(self, question: Question, mark: Mark, *, leech: bool) -> None:
        """Say all about a judged answer."""
        diff = differences(question, mark, whole=self._tight)
        told = diff is not None and not _is_code(question)
        rest = details(question, mark, leech=leech, answer=not told)
        self._say(verdict=[verdict_line(mark), *_keyboard(mark)], diff=diff, rest=rest)

    def revealed(self, question: Question) -> None:
        """Show the answer of a card the learner rates."""
        self._say(rest=details(question, None))

    @property
    def head_height(self) -> int:
        """The rows down to verdict and diff; where there are none, the first rows of the rest."""
        width = self.content_size.width
        if self._verdict:
            return self._head(width).get_height({}, width)
        return min(self.content_size.height, _FIRST_ROWS)

    # Drawing

    def _say(
        self,
        *,
        hint: str = "",
        verdict: Sequence[Content] = (),
        diff: Drawn | None = None,
        rest: Content = EMPTY,
    ) -> None:
        self._hint = Content.styled(hint and f" {hint}", "$text-warning")
        self._verdict, self.diff, self._rest = Content("\n").join(verdict), diff, rest
        self._draw()

    def _draw(self) -> None:
        """Draw all parts, laid out anew only where they need other rows than were kept free."""
        width, height = self.content_size
        before, self._text = self._rows(width), self._all(width)
        rows = self._rows(width)
        if self.styles.is_auto_height:
            self.refresh(layout=rows != height)
            return
        if rows > height or self.styles.min_height is not None:
            self.styles.min_height = rows or None
        self.refresh(Region(0, 0, width, max(before, rows)))

    def on_resize(self) -> None:
        """Have room for everything in the new width."""
        self._draw()

    def render(self) -> Content:
        """Return all parts."""
        return self._text

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many rows all parts take in `width` cells."""
        self._text = self._all(width)
        return self._rows(width)

    def _rows(self, width: int) -> int:
        return self._text.get_height({}, width) if self._text and width else 0

    def _all(self, width: int) -> Content:
        return _stacked(self._head(width), self._rest, self._gap(tight=self.diff is None))

    def _head(self, width: int) -> Content:
        diff = self.diff(width) if self.diff else EMPTY
        verdict = _stacked(self._verdict, diff, self._gap(tight=True))
        return _stacked(self._hint, verdict, self._gap())

    def _gap(self, *, tight: bool = False) -> int:
        """Return how many rows are free between two parts."""
        return 0 if (tight and self._tight) or self.screen.has_class("-short") else 1


def _stacked(above: Content, below: Content, gap: int) -> Content:
    """Return two texts (each may be empty) with `gap` free rows between them."""
    return Content("\n" * (gap + 1)).join(part for part in (above, below) if part)


def verdict_line(mark: Mark) -> Content:
    """Return mark and word of the verdict, and the sentence about the mistake."""
    head = verdict_content(mark.verdict).stylize("bold")
    if mark.mistake is None:
        return head
    from quiz.marking.mistakes import sentence

    return Content.assemble(head, "  ", str(sentence(mark.mistake)))


def worth_a_diff(mark: Mark) -> bool:
    """Whether anything is the same, so that the differences teach something."""
    missed = mark.verdict not in (Verdict.RIGHT, Verdict.BLANK)
    return missed and any(piece.op == "same" for piece in mark.diff)


def differences(question: Question, mark: Mark, *, whole: bool = False) -> Drawn | None:
    """Return how to draw where the answer differs, None where that would teach nothing.

    Code as its lines that differ (all of them if `whole`), a line of text beside the right one.
    """
    if not worth_a_diff(mark):
        return None
    if _is_code(question):
        return partial(code_diff, mark.diff, whole=whole, sign="^" if mark.is_unread else "")
    return partial(diff_content, mark.diff) if question.input is Input.LINE else None


def _is_code(question: Question) -> bool:
    return question.card.answer_type == "code"


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
    solution = str(question.card.solution_of(question))
    if question.input is Input.CHOICE:
        return Content("")
    if mark is not None and mark.verdict is Verdict.RIGHT and mark.given == solution:
        return Content("")
    head = Content.styled(_("Right answer"), "$text-muted")
    answer = (
        code_content(solution)
        if _is_code(question)
        else Content.styled(solution, "bold $text-success")
    )
    return Content.assemble(head, "\n" if "\n" in solution else "  ", answer)


def _keyboard(mark: Mark) -> list[Content]:
    """Return the note on a keyboard left in Hangul, unless the mistake's sentence says it."""
    if not mark.keys or (mark.mistake is not None and mark.mistake.kind == "layout"):
        return []
    return [Content.styled(str(mark.note), "$text-warning")]
