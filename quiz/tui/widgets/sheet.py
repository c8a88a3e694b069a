"""The middle of the quiz screen: question, answer field and feedback on one scrolling sheet."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from quiz.cards.card import Input, Question
from quiz.marking.mark import Mark
from quiz.tui.answers import answer_field
from quiz.tui.answers.base import AnswerField
from quiz.tui.widgets.feedback import Feedback


class Sheet(VerticalScroll, can_focus=False):
    """Updated in place; a field is made once for each kind of input that is asked."""

    def __init__(self, hand_in: Callable[[str], None], refuse: Callable[[str], None]) -> None:
        super().__init__()
        self._answer_to = hand_in, refuse
        self._fields: dict[Input, AnswerField] = {}
        self.field: AnswerField | None = None
        """The field of the question on the sheet."""

    def compose(self) -> ComposeResult:
        """Everything but the field, which comes with the first question."""
        yield Static(id="meta")
        yield Static(id="question")
        yield Static(id="hint")
        yield Feedback()

    async def ask(self, question: Question, meta: Content) -> None:
        """Put this question on the sheet, its field empty and open."""
        self._write("#meta", meta)
        self._write("#question", Content(str(question.ask)))
        self.query_one(Feedback).clear()
        field = self._fields.get(question.input)
        if field is None:
            field = self._fields[question.input] = answer_field(question.input, *self._answer_to)
            await self.mount(field, after="#question")
        for other in self._fields.values():
            other.display = other is field
        field.ask(question)
        self.field = field
        self.scroll_home(animate=False)

    def hint(self, hint: str) -> None:
        """Show this hint ("": none)."""
        self._write("#hint", Content.styled(hint, "$text-warning"))

    def slipped(self, mark: Mark) -> None:
        """Name the slip and let the answer be mended."""
        self.query_one(Feedback).slipped(mark)
        self._open.reopen()

    def judged(self, question: Question, mark: Mark, *, leech: bool) -> None:
        """Show the verdict on the answer, and all there is to learn from it."""
        self._open.shut()
        self._open.judged(str(question.card.solution()).splitlines())
        self.query_one(Feedback).judged(question, mark, leech=leech)
        self._look_at_feedback()

    def revealed(self, question: Question) -> None:
        """Show the answer of a card that the learner rates."""
        self._open.shut()
        self.query_one(Feedback).revealed(question)
        self._look_at_feedback()

    @property
    def target(self) -> Widget:
        """The widget to type in."""
        return self._open.target

    @property
    def _open(self) -> AnswerField:
        if self.field is None:
            raise ValueError("no question is on the sheet")
        return self.field

    def _look_at_feedback(self) -> None:
        """Scroll as little as shows the verdict and where the answer differs."""
        self.call_after_refresh(self._scroll_to_feedback)

    def _scroll_to_feedback(self) -> None:
        feedback = self.query_one(Feedback)
        top, bottom = feedback.virtual_region.y, feedback.virtual_region.y + feedback.head_height
        down = bottom - self.size.height
        self.scroll_to(y=min(max(down, 0), top), animate=False)

    def _write(self, part: str, content: Content) -> None:
        static = self.query_one(part, Static)
        static.update(content)
        static.display = bool(content)
