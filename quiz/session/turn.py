"""One visit of a card: from the question to the rating."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from quiz.cards.card import Question
from quiz.cards.drills.ids import is_drill
from quiz.marking.mark import Mark, Rating, Verdict
from quiz.memory.queue import Entry
from quiz.memory.review import Review
from quiz.memory.schedule import CardState

_ALL = frozenset(Rating)
_PASSING_AT_MOST_HARD = frozenset({Rating.AGAIN, Rating.HARD})
_FAILED = frozenset({Rating.AGAIN})


@dataclass(slots=True)
class Turn:
    """What has happened since the question was shown."""

    entry: Entry
    question: Question
    before: CardState | None
    """The card's memory as the question was shown."""
    shown_at: int
    """UTC milliseconds."""
    hints: int = 0
    first: Mark | None = None
    """The mark of the first answer: what the log remembers."""
    mark: Mark | None = None
    """The mark in force: of the retry, or as overruled."""
    retry: str | None = None
    overruled: bool = False
    rating: Rating | None = None
    records: list[Review] = field(default_factory=list)
    """What was written of this visit, each taking the place of the one before."""

    @property
    def helped(self) -> bool:
        """Whether a hint or a retry was used."""
        return self.hints > 0 or (self.retry is not None and not self.overruled)

    @property
    def leads(self) -> bool:
        """Whether this asks for a dtype before the entry's own card is asked."""
        return leads(self.entry, self.question)

    def allowed(self) -> frozenset[Rating]:
        """Return the ratings the learner may give: a miss is no pass until it is overruled."""
        if self.mark is None or (self.mark.verdict is Verdict.RIGHT and not self.helped):
            return _ALL
        if self.mark.verdict in (Verdict.RIGHT, Verdict.SLIP):
            return _PASSING_AT_MOST_HARD
        return _FAILED


class Result(NamedTuple):
    """A finished visit, for the summary."""

    entry: Entry
    question: Question
    first: Mark | None
    mark: Mark | None
    rating: Rating

    @property
    def missed(self) -> bool:
        """Whether this visit belongs among the missed answers."""
        return self.rating is Rating.AGAIN or (
            self.mark is not None and self.mark.verdict is not Verdict.RIGHT
        )


class Step(NamedTuple):
    """What an undo needs to stand before a finished visit again."""

    entry: Entry
    question: Question
    waiting: tuple[Entry, ...]
    last: Entry | None
    results: int
    records: tuple[Review, ...]

    @property
    def leads(self) -> bool:
        """Whether the visit asked for a dtype before the entry's own card."""
        return leads(self.entry, self.question)


def leads(entry: Entry, question: Question) -> bool:
    """Return whether `question` is asked before the card of `entry`, and not as a drill."""
    return is_drill(question.card.id) and not is_drill(entry.card)
