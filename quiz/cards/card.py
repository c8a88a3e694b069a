"""What every card has and can, whatever its kind."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, NamedTuple

from quiz.cards.dtype_first import DtypeFirst
from quiz.marking.mark import Mark, Names
from quiz.text import Text


class Input(StrEnum):
    """How a question is answered: which field the screen shows and what the answer's text is."""

    REVEAL = "reveal"
    """Think, reveal, rate yourself: the answer text is empty."""
    LINE = "line"
    """One typed line."""
    LINES = "lines"
    """Several items; the answer text is one item a line (commas work too)."""
    CODE = "code"
    """Several lines of code."""
    CHOICE = "choice"
    """The numbers of the chosen options as shown, from 1: "2" or "1 3"."""
    ORDER = "order"
    """The numbers of the options as shown, in the right order: "3 1 2"."""


class Question(NamedTuple):
    """One visit of a card: what is asked this time. Equal seeds give equal questions."""

    card: Card
    seed: int
    ask: Text
    input: Input
    options: tuple[Text, ...] = ()
    """Choice and order: the options in the order shown."""
    several: bool = False
    """Choice: more than one option is right."""
    code: str = ""
    """The code that `ask` ends with, as it is drawn in colours ("": it shows none)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card(ABC):
    """One schedulable thing. Subclasses are the kinds; each has `read` (see `quiz.cards.kinds`)."""

    KIND: ClassVar[str]
    ACCEPTS: ClassVar[bool] = True
    """Whether its deck can keep another right answer."""
    GENERATED: ClassVar[bool] = False
    """Whether each seed gives other numbers, and may expose other misconceptions."""

    id: str
    """Never changes; "" while the deck gives none (it is minted when first remembered)."""
    note: str
    """The id in the deck: the card's own, or the one all holes of a cloze share (siblings)."""
    deck: str
    """The deck's name: its file's stem."""
    ask: Text
    why: Text
    source: str
    weak: tuple[str, ...]
    tags: tuple[str, ...]
    line: int
    """Where it begins in its file, from 1."""
    opens_after: str = ""
    """The id of the card that must hold before this one is begun; "": none."""
    dtype_first: DtypeFirst | None = None
    """The dtype of the data it shows, which is asked before it while that is no habit yet."""

    @abstractmethod
    def question(self, seed: int) -> Question:
        """Return the question of the visit that `seed` (any int ≥ 0) stands for."""

    @abstractmethod
    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge `answer` (text as `question.input` says) to one of this card's questions."""

    @abstractmethod
    def solution(self) -> Text:
        """Return the right answer as it is shown, a line an item."""

    def solution_of(self, question: Question) -> Text:
        """Return the right answer to one of this card's questions."""
        return self.solution()

    def exposes(self, seed: int, misconceptions: Collection[str]) -> bool:
        """Return whether who holds one of these misconceptions answers the seed's question wrongly.

        Only generated cards know.
        """
        return False

    @property
    def answer_names(self) -> tuple[str, ...]:
        """The real names among this card's answers, which other cards' answers may be taken for."""
        return ()

    def accepted(self, answer: str) -> str:
        """Return what the deck's `accept` has to hold so that `answer` is right."""
        return answer

    @property
    def answer_type(self) -> str:
        """How a typed answer is judged: "names", "values" or "prose"; "" where it is not typed."""
        return ""

    def hints(self) -> tuple[str, ...]:
        """Return the answer that hints are cut from ((),: this kind gives none)."""
        return ()
