"""The state machine: what each key may do is decided by the phase it meets."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from enum import StrEnum

from quiz.cards.card import Card, Input, Question
from quiz.cards.drills.dtype import asked_first
from quiz.errors import StoreError
from quiz.marking.hint import hint, hint_count
from quiz.marking.mark import Mark, Rating, Verdict
from quiz.marking.rating import settled
from quiz.memory import schedule
from quiz.memory.day import Clock
from quiz.memory.queue import Entry
from quiz.memory.review import Deed
from quiz.memory.store import Store
from quiz.session.lineup import Lineup
from quiz.session.scribe import Scribe
from quiz.session.seeds import seed_for
from quiz.session.turn import Result, Step, Turn
from quiz.text import Text


class Phase(StrEnum):
    """Where the current visit stands."""

    ASKED = "asked"
    """The question is shown, nothing is answered."""
    RETRY = "retry"
    """A slip was named; one more try is free."""
    JUDGED = "judged"
    """The verdict is shown and written; the next card waits."""
    REVEALED = "revealed"
    """The answer is shown, the learner rates."""
    OVER = "over"


class Session:
    """Asks the cards of `plan` and records every answer before it is acknowledged.

    Every method that does not fit the phase changes nothing and returns False, so that a key
    that comes twice or too fast never rates the next card.
    """

    def __init__(
        self,
        store: Store,
        plan: Sequence[Entry],
        *,
        clock: Clock,
        rng: random.Random,
        leech_lapses: int = 8,
        scheduled: bool = True,
        minutes: int = 0,
    ) -> None:
        """Begin with the first card of `plan`.

        `rng` draws the questions' seeds; `leech_lapses` is the number of lapses from which a
        card is called a leech; `scheduled` False is for cramming: answers are kept, the
        schedule does not see them. After `minutes` (0: never) no other card is asked.
        """
        self.results: list[Result] = []
        self.phase = Phase.OVER
        self.scheduled = scheduled
        self.leech = False
        """Whether the answer just given makes its card a leech."""
        self._store = store
        self._clock = clock
        self._rng = rng
        self._scribe = Scribe(store, clock, scheduled=scheduled)
        self._leech_lapses = leech_lapses
        self._ends_at = clock.now().at + minutes * 60_000 if minutes else None
        self._lineup = Lineup(plan)
        self._steps: list[Step] = []
        self._last: Entry | None = None
        self._turn: Turn | None = None
        self._next()

    # What the screen shows

    @property
    def question(self) -> Question | None:
        """The question on screen; None when the session is over."""
        return self._turn.question if self._turn else None

    @property
    def mark(self) -> Mark | None:
        """The mark in force, once an answer was judged."""
        return self._turn.mark if self._turn else None

    @property
    def rating(self) -> Rating | None:
        """The rating that was written, or None while there is none."""
        return self._turn.rating if self._turn else None

    @property
    def allowed(self) -> frozenset[Rating]:
        """The ratings that may be given now."""
        if self._turn and self.phase in (Phase.JUDGED, Phase.REVEALED):
            return frozenset() if self.leads else self._turn.allowed()
        return frozenset()

    @property
    def leads(self) -> bool:
        """Whether the question on screen is about a dtype and the card's own comes next.

        It is no visit of the card: its answer is kept, but rates nothing and counts for nothing.
        """
        return self._turn is not None and self._turn.leads

    @property
    def preview(self) -> dict[Rating, int]:
        """Days until the card is due again, for each rating (0: again today)."""
        if not self._turn:
            return {}
        day = self._clock.now().day
        return schedule.preview(
            self._turn.before, day, self._turn.entry.card, self._store.retention
        )

    @property
    def hints(self) -> int:
        """How many hints were given to the question on screen."""
        return self._turn.hints if self._turn else 0

    @property
    def hint_text(self) -> Text:
        """The hint on screen (empty: none was asked for)."""
        if not self._turn or not self._turn.hints:
            return Text()
        return hint(self._hinted(), self._turn.hints)

    @property
    def progress(self) -> tuple[int, int]:
        """Cards that are through in this session, and cards still to come (with this one)."""
        through = {result.entry.card for result in self.results if result.rating > Rating.AGAIN}
        return len(through), len(self._lineup) + (self._turn is not None)

    @property
    def seconds_left(self) -> float | None:
        """How long other cards are asked; None: until all are through."""
        return None if self._ends_at is None else (self._ends_at - self._clock.now().at) / 1000

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return bool(self._steps or (self._turn and self._turn.records))

    # What the learner does

    def answer(self, text: str) -> bool:
        """Judge `text` and write the answer; a slip at the first try opens the retry."""
        turn = self._turn
        if turn is None or self.phase not in (Phase.ASKED, Phase.RETRY):
            return False
        if turn.question.input is Input.REVEAL:
            return False
        mark = turn.question.card.mark(turn.question, text, self._store.names)
        if self.phase is Phase.RETRY:
            mark = settled(mark)
            turn.retry = mark.given
        else:
            turn.first = mark
        turn.mark = mark
        slipped = self.phase is Phase.ASKED and mark.verdict is Verdict.SLIP
        self._write(turn, self._scribe.judged_rating(turn))
        self.phase = Phase.RETRY if slipped else Phase.JUDGED
        return True

    def give_up(self) -> bool:
        """Leave the retry: the slip stands. Before any answer: a blank one."""
        if self.phase is Phase.RETRY and self._turn and self._turn.mark:
            self._turn.mark = settled(self._turn.mark)
            self.phase = Phase.JUDGED
            return True
        return self.answer("")

    def reveal(self) -> bool:
        """Show the answer of a card that the learner rates."""
        if self._turn and self.phase is Phase.ASKED and self._turn.question.input is Input.REVEAL:
            self.phase = Phase.REVEALED
            return True
        return False

    def rate(self, rating: Rating) -> bool:
        """Give the card this rating and go on; refused where it is not among `allowed`."""
        turn = self._turn
        if turn is None or rating not in self.allowed:
            return False
        if rating is not turn.rating:
            self._write(turn, rating)
        return self._finish()

    def proceed(self) -> bool:
        """Go on with the rating that was written."""
        return self.phase is Phase.JUDGED and self._finish()

    def hint(self) -> bool:
        """Give one more hint; it caps the rating at hard."""
        turn = self._turn
        if turn is None or self.phase not in (Phase.ASKED, Phase.RETRY):
            return False
        answer = self._hinted()
        if not answer or turn.hints >= hint_count(answer):
            return False
        turn.hints += 1
        return True

    def overrule(self, right: bool) -> bool:
        """Let the learner's word stand: "I was right" or "count it wrong"."""
        turn = self._turn
        if turn is None or turn.mark is None or self.phase not in (Phase.JUDGED, Phase.RETRY):
            return False
        verdict = Verdict.RIGHT if right else Verdict.WRONG
        if turn.mark.verdict is verdict:
            return False
        turn.overruled = True
        turn.mark = replace(turn.mark, verdict=verdict, mistake=None)
        self._write(turn, self._scribe.judged_rating(turn))
        self.phase = Phase.JUDGED
        return True

    def skip(self) -> bool:
        """Ask this card last, unrated."""
        turn = self._turn
        if turn is None or self.phase is not Phase.ASKED or not self._lineup:
            return False
        self._push(turn)
        self._lineup.to_the_end(turn.entry)
        self._next()
        return True

    def bury(self) -> bool:
        """Hide this card until tomorrow."""
        return self._put_away(Deed.BURY)

    def suspend(self) -> bool:
        """Hide this card until it is brought back."""
        return self._put_away(Deed.SUSPEND)

    def undo(self) -> str | None:
        """Stand before the last answer again; return its card's id, None if there is none."""
        if self._turn and self._turn.records:
            self._scribe.take_back(self._turn.records)
            self._begin(self._turn.entry, self._turn.question)
            return self._turn.entry.card
        if not self._steps:
            return None
        step = self._steps.pop()
        self._scribe.take_back(step.records)
        self._lineup.waiting = step.waiting
        self._last = step.last
        del self.results[step.results :]
        self._begin(step.entry, step.question)
        return step.entry.card

    def reload(self) -> bool:
        """Ask the question anew after its card was edited; a vanished card is left out."""
        turn = self._turn
        if turn is None or self.phase is not Phase.ASKED:
            return False
        return self._ask_again(turn)

    # How it goes on

    def _next(self) -> None:
        """Ask the next card that still exists, or end."""
        while not self._is_time_up and (entry := self._lineup.pop(self._last)):
            try:
                card = self._store.card(entry.card)
            except StoreError:
                continue
            self._ask(entry, card, seed_for(card, self._store, self._rng))
            return
        self._turn = None
        self.phase = Phase.OVER

    @property
    def _is_time_up(self) -> bool:
        left = self.seconds_left
        return left is not None and left <= 0

    def _ask(self, entry: Entry, card: Card, seed: int) -> None:
        """Ask the card, or first for its dtype while that is no habit: once in a session."""
        asked = any(step.leads and step.records for step in self._steps if step.entry == entry)
        first = None if asked else asked_first(card, seed)
        habit = self._store.dtype_habit() if first else None
        needed = habit is not None and not habit.holds
        self._begin(entry, first if first and needed else card.question(seed))

    def _begin(self, entry: Entry, question: Question) -> None:
        self._turn = Turn(entry, question, self._store.state(entry.card), self._clock.now().at)
        self.phase = Phase.ASKED
        self.leech = False

    def _finish(self) -> bool:
        turn = self._turn
        if turn is None or turn.rating is None:
            return False
        self._leave(turn)
        if turn.leads:
            return self._ask_again(turn)
        if turn.rating is Rating.AGAIN:
            self._lineup.come_back(turn.entry)
        self._next()
        return True

    def _ask_again(self, turn: Turn) -> bool:
        """Ask the card of `turn` as it is in its deck now; a vanished one is left out."""
        try:
            card = self._store.card(turn.entry.card)
        except StoreError:
            self._next()
        else:
            self._ask(turn.entry, card, turn.question.seed)
        return True

    def _put_away(self, deed: Deed) -> bool:
        turn = self._turn
        if turn is None:
            return False
        self._scribe.put_away(turn, deed)
        self._leave(turn)
        self._next()
        return True

    def _leave(self, turn: Turn) -> None:
        """Close a visit, so that an undo can come back to it."""
        self._push(turn)
        if turn.leads:
            return
        self._last = turn.entry
        if turn.rating is not None:
            self.results.append(
                Result(turn.entry, turn.question, turn.first, turn.mark, turn.rating)
            )

    def _write(self, turn: Turn, rating: Rating) -> None:
        self._scribe.answer(turn, rating)
        visit = self.scheduled and not turn.leads
        self.leech = visit and rating is Rating.AGAIN and self._is_leech(turn)

    def _is_leech(self, turn: Turn) -> bool:
        """Whether the lapses reach the threshold, or half of it once more (as Anki warns)."""
        state = self._store.state(turn.entry.card)
        if state is None or state.lapses < self._leech_lapses:
            return False
        return (state.lapses - self._leech_lapses) % max(1, self._leech_lapses // 2) == 0

    def _push(self, turn: Turn) -> None:
        self._steps.append(
            Step(
                turn.entry,
                turn.question,
                self._lineup.waiting,
                self._last,
                len(self.results),
                tuple(turn.records),
            )
        )

    def _hinted(self) -> str:
        hinted = self._turn.question.card.hints() if self._turn else ()
        return hinted[0] if hinted else ""
