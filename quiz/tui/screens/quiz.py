"""The quiz: one screen for the whole session, updated in place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from quiz.cards.card import Input, Question
from quiz.i18n import N_, _
from quiz.marking.mark import Rating
from quiz.session import Phase, Session
from quiz.session.retyping import slip_that_stands
from quiz.tui.screens.base import BaseScreen
from quiz.tui.screens.quiz_keys import CROWDED, KEYS, fits
from quiz.tui.widgets.about import about, progress
from quiz.tui.widgets.rating_bar import RatingBar
from quiz.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from quiz.memory.store import Mastery


class QuizScreen(BaseScreen):
    """Shows `session` and turns keys into its methods; its phase decides what they do."""

    NAME = N_("Quiz")
    CSS_PATH = "quiz.tcss"
    BINDINGS: ClassVar[list[BindingType]] = KEYS

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        self._shown: Question | None = None
        self._editing = False
        self._retyped: Question | None = None
        """The question whose answer was offered to be written once more."""
        self._retyping = False
        self._began = 0
        self._before: Mapping[str, Mastery] = {}
        """The weak spots' mastery as the session began, read after the first paint."""

    def body(self) -> ComposeResult:
        """The sheet, and the ratings under it."""
        yield Sheet(self.hand_in, self.refuse)
        yield RatingBar()

    async def on_mount(self) -> None:
        """Show the first card at the first paint."""
        self._began = self.quiz.clock.now().at
        await self.show()
        self.call_after_refresh(self._remember)

    async def on_screen_resume(self) -> None:
        """Come back from the form: the card may read differently now."""
        if self._editing:
            self._editing = False
            if self.session.reload():
                await self.show(anew=True)

    def _summarise(self) -> None:
        """Show how it went; an undo there comes back here."""
        from quiz.tui.screens.summary import SummaryScreen

        seconds = (self.quiz.clock.now().at - self._began) / 1000
        self.app.push_screen(SummaryScreen(self.session, self._before, seconds), self._taken_back)

    async def _taken_back(self, result: None) -> None:
        await self.action_undo()

    def _remember(self) -> None:
        self._before = self.quiz.store.mastery()

    # Drawing

    async def show(self, *, anew: bool = False) -> None:
        """Draw the session as it stands; `anew`: even a question that is already shown."""
        question = self.session.question
        if question is None:
            self._summarise()
            return
        if anew or question is not self._shown:
            self._shown = question
            await self.query_one(Sheet).ask(
                question, about(question, self.quiz.store, session=self.session)
            )
        self.draw()

    def draw(self) -> None:
        """Draw what the phase of the question on the sheet asks for."""
        session, sheet, ratings = self.session, self.query_one(Sheet), self.query_one(RatingBar)
        question, mark = session.question, session.mark
        self._retyping = False
        if question is None:
            return
        if session.phase is Phase.ASKED:
            sheet.asked(str(session.hint_text))
        elif session.phase is Phase.RETRY and mark is not None:
            sheet.slipped(question, mark, str(session.hint_text))
        elif session.phase is Phase.JUDGED and mark is not None:
            sheet.judged(question, mark, leech=session.leech)
        elif session.phase is Phase.REVEALED:
            sheet.revealed(question)
        preview = session.preview if session.scheduled and session.allowed else None
        ratings.show(session.allowed, session.rating or Rating.GOOD, preview)
        self.set_focus(sheet.target)
        self.head(self.quiz.deck_title(question.card.deck), progress(session))
        self.call_after_refresh(self.refresh_bindings)  # the verdict is not to wait for the keys

    def has_room(self, binding: Binding) -> bool:
        """Leave the key bar to what matters in this phase."""
        return self.session.phase not in CROWDED.get(binding.action, ())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Say whether a key means anything now."""
        return fits(self.session, action, parameters)

    # What the learner does

    def hand_in(self, answer: str) -> None:
        """Take the answer of the field on the sheet."""
        if self._retyping:
            self._check_retyped(answer)
            return
        with self.told():
            question = self.session.question
            if question is not None and question.input is Input.REVEAL:
                self.session.reveal()
            else:
                self.session.answer(answer)
        if self.session.phase is Phase.ASKED:
            self._reopen()
        self.draw()

    def _reopen(self) -> None:
        """The answer could not be kept: leave it to be handed in again."""
        if field := self.query_one(Sheet).field:
            field.reopen()

    def refuse(self, why: str) -> None:
        """Say why nothing can be handed in; where it need not be, go on."""
        if self._retyping:
            self.call_later(self._go_on)
        else:
            self.say(why)

    async def action_proceed(self) -> None:
        """Go on to the next card; after a slip that stands, offer first to write it right."""
        slip, question = slip_that_stands(self.session, self.quiz.settings), self.session.question
        if slip and question is not self._retyped:
            self._retyped, self._retyping = question, True
            self.query_one(Sheet).retype(_("Once more: {name}. Enter alone goes on.", name=slip))
            self.set_focus(self.query_one(Sheet).target)
        else:
            await self._go_on()

    def _check_retyped(self, answer: str) -> None:
        """Go on once it is written right; nothing of it is kept."""
        right = slip_that_stands(self.session, self.quiz.settings)
        if answer.strip() == right:
            self.call_later(self._go_on)
        else:
            self.say(_("Not yet: {name}", name=right))
            self._reopen()

    async def _go_on(self) -> None:
        with self.told():
            self.session.proceed()
        await self.show()

    async def action_rate(self, rating: int) -> None:
        """Rate the card and go on."""
        if Rating(rating) not in self.session.allowed:
            self.say(_("A miss cannot be rated higher. r: I was right."))
            return
        with self.told():
            self.session.rate(Rating(rating))
        await self.show()

    async def action_good(self) -> None:
        """Rate a card that the learner rates with the usual rating."""
        await self.action_rate(Rating.GOOD)

    async def on_rating_bar_rated(self, event: RatingBar.Rated) -> None:
        """Rate by mouse."""
        await self.action_rate(event.rating)

    def action_hint(self) -> None:
        """Give one more hint."""
        if self.session.hint():
            self.draw()
        else:
            self.say(_("There is no further hint."))

    def action_give_up(self) -> None:
        """Say "I don't know"."""
        with self.told():
            self.session.give_up()
        self.draw()

    def action_leave_it(self) -> None:
        """Let the slip stand."""
        self.action_give_up()

    async def action_skip(self) -> None:
        """Ask this card last."""
        if self.session.skip():
            self.say(_("Skipped: it comes back at the end."))
        else:
            self.say(_("This is the last card."))
        await self.show()

    def action_overrule(self, right: bool) -> None:
        """Let the learner's word stand."""
        with self.told():
            if self.session.overrule(right):
                self.say(_("Counted as right.") if right else _("Counted as wrong."), "done")
        self.draw()

    def action_accept(self) -> None:
        """Take this answer for right from now on: it goes into the deck."""
        question, mark = self.session.question, self.session.mark
        if question is None or mark is None:
            return
        answer = mark.keys or mark.given
        with self.told():
            self.quiz.store.accept(question.card.id, answer)
            self.session.overrule(True)
            self.say(_("From now on “{answer}” is right, too.", answer=answer), "done")
        self.draw()

    def action_edit(self) -> None:
        """Open the card's form."""
        if question := self.session.question:
            self._editing = True
            self.quiz.action_edit(question.card.id)

    async def action_bury(self) -> None:
        """Hide the card until tomorrow."""
        with self.told():
            if self.session.bury():
                self.say(_("Put off until tomorrow. ^Z brings it back."), "done")
        await self.show()

    async def action_suspend(self) -> None:
        """Hide the card until it is brought back."""
        with self.told():
            if self.session.suspend():
                self.say(_("Suspended. ^Z brings it back."), "done")
        await self.show()

    async def action_undo(self) -> None:
        """Stand before the last answer again."""
        with self.told():
            if self.session.undo() is not None:
                await self.show(anew=True)
                asked = str(self.session.question.ask if self.session.question else "")
                self.say(_("Undone: {card}", card=asked.partition("\n")[0]), "done")

    def action_pause(self) -> None:
        """Go home; the session can be taken up again. From writing it once more: just go on."""
        if self._retyping:
            self.call_later(self._go_on)
            return
        self.quiz.paused = self.session
        self.quiz.action_home()

    def action_scroll(self, lines: int) -> None:
        """Scroll the sheet."""
        self.query_one(Sheet).scroll_relative(y=lines, animate=False)
