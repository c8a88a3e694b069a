"""One missed answer in full: the question as it was asked, both answers, the mistake, why."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from quiz.cards.card import Input, Question
from quiz.i18n import _, ngettext
from quiz.marking.mark import Mark, Verdict
from quiz.tui.missed.row import local_time
from quiz.tui.widgets.code import asked_content
from quiz.tui.widgets.feedback import Feedback

if TYPE_CHECKING:
    from quiz.memory.review import Review
    from quiz.memory.store import Miss, Store


_WRITTEN = (Input.LINE, Input.LINES, Input.CODE, Input.CHOICE)
"""Inputs whose answers the log keeps as they can be judged again."""


class Detail(VerticalScroll, can_focus=False):
    """The question, when it was asked, and the feedback that was given."""

    def compose(self) -> ComposeResult:
        """Empty parts."""
        yield Static(id="question")
        yield Static(id="facts")
        yield Feedback(tight=True)

    def show(self, miss: Miss | None, store: Store) -> None:
        """Show `miss`, None: nothing."""
        self.scroll_home(animate=False)
        feedback = self.query_one(Feedback)
        question = miss.card.question(miss.review.seed) if miss and miss.card else None
        self._write("#question", question_content(question) if question else Content(""))
        if miss is None or question is None:
            feedback.clear()
        else:
            feedback.judged(question, mark_of(miss.review, question, store), leech=False)
        has_diff = feedback.diff is not None
        self._write("#facts", facts(miss, typed=not has_diff) if miss else Content(""))

    def _write(self, part: str, content: Content) -> None:
        static = self.query_one(part, Static)
        static.update(content)
        static.display = bool(content)


def mark_of(review: Review, question: Question, store: Store) -> Mark:
    """Return the mark that was given: verdict and mistake of the log, the rest judged anew."""
    mark = Mark(Verdict.WRONG, review.typed, str(question.card.solution_of(question)))
    if review.typed and question.input in _WRITTEN:
        mark = question.card.mark(question, _answer(review.typed, question), store.names)
    verdict = Verdict(review.verdict) if review.verdict in list(Verdict) else Verdict.WRONG
    return replace(mark, given=review.typed, verdict=verdict, mistake=review.mistake)


def _answer(typed: str, question: Question) -> str:
    """Return what was typed as `Card.mark` wants it: an option by its number, "2" may be one."""
    numbers = (n for n, text in enumerate(question.options, 1) if typed in text.either())
    return str(next(numbers, typed))


def question_content(question: Question) -> Content:
    """Return the question as it was asked, its options below."""
    lines = [asked_content(question)]
    for number, option in enumerate(question.options, 1):
        lines.append(Content.assemble((f"  {number}  ", "$text-muted"), str(option)))
    return Content("\n").join(lines)


def facts(miss: Miss, *, typed: bool) -> Content:
    """Return when it was asked and (if `typed`) what was written."""
    review = miss.review
    lines = [Content.styled(" · ".join(_circumstances(miss)), "$text-muted")]
    if review.typed and typed:
        gap = "\n" if "\n" in review.typed else "  "
        written = Content.assemble((f"{_('you wrote')}{gap}", "$text-muted"), review.typed)
        lines.append(written)
    return Content("\n").join(lines)


def _circumstances(miss: Miss) -> Iterator[str]:
    review = miss.review
    yield f"{local_time(review):%Y-%m-%d %H:%M}"
    yield miss.card.deck if miss.card else _("in no deck any more")
    if review.seconds >= 1:
        yield _("{n} s", n=round(review.seconds))
    if review.hints:
        yield ngettext("{n} hint", "{n} hints", review.hints)
    if not review.scheduled:
        yield _("in a drill")
    if review.retry is not None:
        yield _("then: {answer}", answer=review.retry)
