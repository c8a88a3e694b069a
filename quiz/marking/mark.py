"""A mark: the verdict on one answer, the named mistake, and where the answer differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import IntEnum, StrEnum
from typing import Literal, NamedTuple, Protocol

from quiz.text import Text


class Verdict(StrEnum):
    """How an answer was, from the best to none."""

    RIGHT = "right"
    SLIP = "slip"
    CONFUSED = "confused"
    WRONG = "wrong"
    BLANK = "blank"


class Rating(IntEnum):
    """How well a card was remembered, FSRS's four grades."""

    AGAIN = 1
    HARD = 2
    GOOD = 3
    EASY = 4


@dataclass(frozen=True, slots=True)
class Mistake:
    """A mistake by name: `kind` (say "doubled") and the `values` its sentence speaks of.

    Kind and values go into the review log; the sentence is made from them when it is shown
    (`quiz.marking.mistakes.sentence`), so that it is in the reader's language.
    """

    kind: str
    values: Mapping[str, str] = field(default_factory=dict)


class Piece(NamedTuple):
    """A run of one diff: what was given and what was expected there (either may be empty)."""

    op: Literal["same", "missing", "extra", "changed"]
    given: str
    expected: str


@dataclass(frozen=True, slots=True)
class Mark:
    """The judgement of one answer."""

    verdict: Verdict
    given: str
    """What the learner answered, readable (option texts, not their numbers)."""
    expected: str
    """The right answer it was compared with: the card's own, or an accepted one that is nearer."""
    mistake: Mistake | None = None
    note: Text = field(default_factory=Text)
    """More to say: what a confused name is for, why a chosen option is wrong."""
    keys: str = ""
    """The Latin keys that were pressed, where the keyboard was left in Hangul."""
    diff: tuple[Piece, ...] = ()

    @property
    def is_unread(self) -> bool:
        """Whether the answer is code that Python cannot read, so that it was not compared.

        Only such a mistake has both the line that Python stumbled over and what stands there.
        """
        return self.mistake is not None and self.mistake.values.keys() >= {"line", "text"}


class Names(Protocol):
    """The real names an answer could have been meant as."""

    def get(self, name: str) -> Text | None:
        """Return what the exact name is for (an empty Text where unknown), None if not a name."""
        ...

    def near(self, name: str) -> tuple[str, ...]:
        """Return real names that equal `name` but for case, spaces, hyphens and underscores.

        Others that are about one letter away may follow them.
        """
        ...
