"""The middle of the quiz screen: question, answer field and feedback on one scrolling sheet."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget

from quiz.cards.card import Input, Question
from quiz.marking.mark import Mark
from quiz.tui.answers import answer_field
from quiz.tui.answers.base import AnswerField
from quiz.tui.widgets.code import asked_content
from quiz.tui.widgets.feedback import Feedback
from quiz.tui.widgets.passage import Passage


class Sheet(VerticalScroll, can_focus=False):
    """Updated in place; a field is made once for each kind of input that is asked."""

    def __init__(self, hand_in: Callable[[str], None], refuse: Callable[[str], None]) -> None:
        super().__init__()
        self._answer_to = hand_in, refuse
        self._fields: dict[Input, AnswerField] = {}
        self.field: AnswerField | None = None
        """The field of the question on the sheet."""
        self._asked: Question | None = None
        self._meta, self._question = Passage(id="meta"), Passage(id="question")
        self._feedback = Feedback()

    def compose(self) -> ComposeResult:
        """Everything but the field, which comes with the first question."""
        yield self._meta
        yield self._question
        yield self._feedback

    async def ask(self, question: Question, meta: Content) -> None:
        """Put this question on the sheet, its field empty and open."""
        self._meta.show(meta or Content(" "))  # its row stays, so that the question does
        self._question.show(asked_content(question))
        field = self._fields.get(question.input)
        if field is None:
            field = self._fields[question.input] = answer_field(question.input, *self._answer_to)
            await self.mount(field, after=self._question)
        for other in self._fields.values():
            other.display = other is field
        field.ask(question)
        self.field, self._asked = field, question
        if self.scroll_y:
            self.scroll_home(animate=False)

    def asked(self, hint: str) -> None:
        """Leave the question open, with this hint ("": none)."""
        self._feedback.clear(hint)

    def slipped(self, question: Question, mark: Mark, hint: str) -> None:
        """Name the slip and let the answer be mended."""
        self._feedback.slipped(question, mark, hint)
        self._open.reopen()
        self.call_after_refresh(self._look_at_feedback)

    def retype(self, request: str) -> None:
        """Empty the field and open it for what `request` asks to be written."""
        if self._asked is not None:
            self._open.ask(self._asked)
        self._feedback.clear(request)

    def judged(self, question: Question, mark: Mark, *, leech: bool) -> None:
        """Show the verdict on the answer, and all there is to learn from it."""
        self._open.shut()
        self._open.judged(str(question.card.solution_of(question)).splitlines())
        self._feedback.judged(question, mark, leech=leech)
        self.call_after_refresh(self._look_at_feedback)

    def revealed(self, question: Question) -> None:
        """Show the answer of a card that the learner rates."""
        self._open.shut()
        self._feedback.revealed(question)
        self.call_after_refresh(self._look_at_feedback)

    @property
    def target(self) -> Widget | None:
        """The widget to type in, None while there is none."""
        target = self._open.target
        return target if target.focusable else None

    @property
    def _open(self) -> AnswerField:
        if self.field is None:
            raise ValueError("no question is on the sheet")
        return self.field

    def _look_at_feedback(self) -> None:
        """Scroll as little as shows the verdict and where the answer differs."""
        if not self.max_scroll_y:
            return
        top = self._feedback.virtual_region.y
        down = top + self._feedback.head_height - self.size.height
        self.scroll_to(y=min(max(down, 0), top), animate=False)
