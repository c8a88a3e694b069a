"""What a session writes: each visit as a review, each change of mind as a line after it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from quiz.cards.drills.ids import made_of
from quiz.decks.weak_spots import spelling_counts
from quiz.marking.mark import Rating
from quiz.marking.rating import rating_of
from quiz.memory.day import Clock
from quiz.memory.deeds import dated
from quiz.memory.review import Deed, Review
from quiz.memory.store import Store
from quiz.session.turn import Turn


class Scribe:
    """Writes a session's turns to the store; `scheduled` False marks them as cramming."""

    def __init__(self, store: Store, clock: Clock, *, scheduled: bool) -> None:
        self._store = store
        self._clock = clock
        self._scheduled = scheduled

    def judged_rating(self, turn: Turn) -> Rating:
        """Return the rating that follows from the turn's mark by the one table."""
        if turn.mark is None:
            raise ValueError("only a judged answer has a rating")
        spelling = spelling_counts(turn.question.card, self._store.weak_spots)
        return rating_of(turn.mark, helped=turn.helped, spelling=spelling)

    def answer(self, turn: Turn, rating: Rating) -> None:
        """Write the visit with `rating`, in the place of what was written of it before."""
        shown = turn.mark if turn.overruled else turn.first
        line = replace(
            dated(
                self._clock,
                Deed.ANSWER,
                turn.question.card.id if turn.leads else turn.entry.card,
            ),
            seed=turn.question.seed,
            rating=int(rating),
            verdict=str(shown.verdict) if shown else "",
            mistake=shown.mistake if shown else None,
            typed=shown.given if shown else "",
            retry=turn.retry,
            hints=turn.hints,
            seconds=self._seconds(turn),
            scheduled=self._scheduled and not turn.leads,
            overruled=turn.overruled,
            undoes=turn.records[-1].id if turn.records else "",
        )
        self._store.record(line)
        turn.records.append(line)
        turn.rating = rating

    def put_away(self, turn: Turn, deed: Deed) -> None:
        """Write that the card is suspended or buried."""
        line = dated(self._clock, deed, made_of(turn.entry.card))
        self._store.record(line)
        turn.records.append(line)

    def take_back(self, records: Sequence[Review]) -> None:
        """Undo all lines of a visit: undoing only the last would restore the one before it."""
        for record in reversed(records):
            self._store.record(
                replace(dated(self._clock, Deed.UNDO, record.card), undoes=record.id)
            )

    def _seconds(self, turn: Turn) -> float:
        """From question shown to first answer; kept when the visit is written again."""
        if turn.records:
            return turn.records[0].seconds
        return max(0, self._clock.now().at - turn.shown_at) / 1000
