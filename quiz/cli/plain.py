"""A session line by line on stdin and stdout: for screen readers, pipes and scripts."""

from __future__ import annotations

import random
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import TYPE_CHECKING, ClassVar

from quiz.cards.card import Input
from quiz.cli.screen import no_decks
from quiz.cli.spoken import say_mark, say_question, say_ratings, say_slips, say_summary
from quiz.i18n import _
from quiz.marking.mark import Rating, Verdict
from quiz.marking.mistakes import sentence
from quiz.marking.words import VERDICT_SIGNS
from quiz.session import Phase, Session
from quiz.session.retyping import slip_that_stands
from quiz.tui.wish import Wish

if TYPE_CHECKING:
    from quiz.cli.context import Context
    from quiz.memory.store import Store


def converse(store: Store, context: Context, wish: Wish) -> None:
    """Run a session over what `wish` says; the end of input ends it, nothing is lost."""
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    rng, began = random.Random(), context.clock.now().at
    session = Session(
        store,
        wish.entries(store, rng),
        clock=context.clock,
        rng=rng,
        leech_lapses=context.settings.leech_lapses,
        scheduled=wish.scheduled,
        minutes=wish.minutes,
    )
    if session.phase is Phase.OVER:
        print(_("Nothing to ask now.") if store.decks() else no_decks(store.places.decks))
        return
    if not wish.scheduled:
        print(_("Practice: the schedule is not touched."))
    print(_("Type the answer and press Enter. :help lists the commands, :quit ends."))
    Conversation(session, store, pause=sys.stdin is not None and sys.stdin.isatty()).run()
    say_summary(session)
    say_slips(store, began)


class Conversation:
    """Reads lines and does what they say; `pause` waits for Enter after each verdict.

    A pipe is not waited for: there every line is an answer or a command, and the commands
    about an answer (:right, :wrong, :accept, a rating) speak of the one given last.
    """

    COMMANDS: ClassVar[dict[str, str]] = {
        "hint": "hint",
        "h": "hint",
        "skip": "skip",
        "undo": "undo",
        "bury": "bury",
        "suspend": "suspend",
        "right": "right",
        "wrong": "wrong",
        "accept": "accept",
        "help": "help",
        "힌트": "hint",
        "건너뛰기": "skip",
        "되돌리기": "undo",
        "내일": "bury",
        "보류": "suspend",
        "정답": "right",
        "오답": "wrong",
        "인정": "accept",
        "도움말": "help",
    }

    def __init__(self, session: Session, store: Store, *, pause: bool) -> None:
        self._session = session
        self._store = store
        self._pause = pause
        self._last: str | None = None
        """The answer given last, as it was typed; None where there is none to speak of."""

    def run(self) -> None:
        """Ask until the session is over, the input ends, or :quit."""
        self._ask()
        while self._session.phase is not Phase.OVER:
            print("> ", end="", flush=True)
            line = sys.stdin.readline() if sys.stdin else ""
            if not line or line.strip() in (":quit", ":q", ":끝"):
                print()
                return
            self._take(line.rstrip("\r\n"))

    def _take(self, line: str) -> None:
        word = line.strip()
        if word.startswith(":") and len(word) > 1:
            self._command(word[1:])
        elif self._session.phase is Phase.JUDGED:
            self._rate(word) if word else self._go_on()
        elif self._session.phase is Phase.REVEALED:
            self._rate(word or "3")
        elif self._is_reveal():
            self._session.reveal()
            say_mark(self._session)
            say_ratings(self._session)
        else:
            self._answer(self._rest_of(line))

    def _rest_of(self, line: str) -> str:
        """Return the whole answer that begins with `line`: code goes on up to an empty line."""
        question = self._session.question
        if question is None or question.input is not Input.CODE:
            return line
        lines = []
        while line.strip():
            lines.append(line)
            print(". ", end="", flush=True)
            line = sys.stdin.readline().rstrip("\r\n") if sys.stdin else ""
        return "\n".join(lines)

    def _answer(self, line: str) -> None:
        if self._session.phase is Phase.RETRY and not line.strip():
            self._session.give_up()
        elif missed := self._no_option(line):
            print(missed)
            return
        else:
            self._last = line
            self._session.answer(line)
        say_mark(self._session)
        if self._session.phase is Phase.JUDGED:
            self._settle()

    def _no_option(self, line: str) -> str:
        """Return what to say of a line that picks none of the options: it is no answer yet."""
        question = self._session.question
        if question is None or question.input not in (Input.CHOICE, Input.ORDER):
            return ""
        mistake = question.card.mark(question, line, self._store.names).mistake
        picks_none = mistake is not None and mistake.kind in ("no option", "steps missing")
        return str(sentence(mistake)) if mistake and picks_none else ""

    def _settle(self) -> None:
        """After a verdict: wait for Enter or a rating, or go straight on."""
        if self._pause:
            if slip := slip_that_stands(self._session, self._store.settings):
                print(_("Once more: {name}. Enter alone goes on.", name=slip))
            say_ratings(self._session)
        else:
            self._go_on()

    def _go_on(self) -> None:
        self._session.proceed()
        self._ask()

    def _rate(self, word: str) -> None:
        if word == slip_that_stands(self._session, self._store.settings):
            print(f"{VERDICT_SIGNS[Verdict.RIGHT]} {word}")
            self._go_on()
        elif word in ("1", "2", "3", "4") and self._session.rate(Rating(int(word))):
            self._last = None
            self._ask()
        else:
            say_ratings(self._session)

    def _command(self, word: str) -> None:
        if word in ("1", "2", "3", "4"):
            self._again(lambda: self._session.rate(Rating(int(word))))
            self._ask()
            return
        name = self.COMMANDS.get(word)
        action: Callable[[], None] | None = getattr(self, f"_do_{name}", None) if name else None
        if action:
            action()
        else:
            print(_("There is no command :{name}. :help lists them.", name=word))

    def _again(self, change: Callable[[], bool]) -> None:
        """Do `change` to the answer given last: at its verdict still, or back there once more."""
        back = self._session.phase is Phase.ASKED and self._last is not None
        if back and self._session.undo():
            self._session.answer(self._last or "")
            self._session.give_up()
        if not change():
            print(_("That does not fit here."))

    def _ask(self) -> None:
        if self._session.phase is Phase.ASKED:
            say_question(self._session)

    def _is_reveal(self) -> bool:
        question = self._session.question
        return question is not None and question.input is Input.REVEAL

    def _do_hint(self) -> None:
        if self._session.hint():
            print(self._session.hint_text)
        else:
            print(_("No more hints."))

    def _do_skip(self) -> None:
        self._last = None
        if not self._session.skip():
            print(_("That does not fit here."))
        self._ask()

    def _do_undo(self) -> None:
        self._last = None
        if self._session.undo() is None:
            print(_("There is nothing to undo."))
        self._ask()

    def _do_bury(self) -> None:
        self._last = None
        self._session.bury()
        self._ask()

    def _do_suspend(self) -> None:
        self._last = None
        self._session.suspend()
        self._ask()

    def _do_right(self) -> None:
        self._again(lambda: self._session.overrule(True))
        self._after_change()

    def _do_wrong(self) -> None:
        self._again(lambda: self._session.overrule(False))
        self._after_change()

    def _do_accept(self) -> None:
        def accept() -> bool:
            question, mark = self._session.question, self._session.mark
            if not (question and mark and mark.given and question.card.ACCEPTS) or mark.is_unread:
                return False
            if not self._session.overrule(True):
                return False
            self._store.accept(question.card.id, mark.given)
            return True

        self._again(accept)
        self._after_change()

    def _after_change(self) -> None:
        if self._session.phase is Phase.JUDGED:
            say_mark(self._session)
            self._settle()

    def _do_help(self) -> None:
        print(
            _(
                ":hint :skip :undo :bury :suspend – about this card\n"
                ":right :wrong :accept :1 :2 :3 :4 – about the answer given last\n"
                ":quit – end; every answer is saved already"
            )
        )
