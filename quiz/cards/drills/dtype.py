"""dtype first: what the data of a card is, must be, or is mended by, asked before the card."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from quiz.cards.card import Card, Input, Question
from quiz.cards.drills.taken_over import below, shared
from quiz.cards.dtype_first import DtypeFirst
from quiz.cards.typed import inferred
from quiz.i18n import N_
from quiz.marking.mark import Mark, Names
from quiz.text import Text, both

FORM = "dtype"
_ASKED = {
    "is": N_("First the dtype: what is {of}.dtype?"),
    "must": N_("First the dtype: what must {of}.dtype be for a model?"),
    "mend": N_("First the dtype: which line makes {of}.dtype {must}?"),
}

_THEN = N_("Then: {question}")


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedFirst(Card):
    """One of the three questions about the dtype of a card's data, above the card's own."""

    KIND: ClassVar[str] = "dtype"
    ACCEPTS: ClassVar[bool] = False

    card: Card
    """The card that is asked next."""
    rights: tuple[str, ...]
    """The right answers, the best first."""
    judged: str
    """How they are judged: "values", "names" or "code"."""

    def question(self, seed: int) -> Question:
        """Return the question, with the card's own of this `seed` below."""
        own = self.card.question(seed)
        return Question(
            self, seed, below(self.ask, both(_THEN, question=own.ask)), Input.LINE, code=own.code
        )

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge the dtype or the line."""
        from quiz.marking.judge import judge

        return judge(self.rights, answer, self.judged, names)

    def solution(self) -> Text:
        """Return the best of the right answers."""
        return Text(self.rights[0], self.rights[0])

    @property
    def answer_type(self) -> str:
        """How it is judged."""
        return self.judged

    def hints(self) -> tuple[str, ...]:
        """Return the right answers."""
        return self.rights


def make(card: Card, part: str) -> AskedFirst | None:
    """Return the question about this `part` ("is", "must", "mend"), None if it is not asked."""
    first = card.dtype_first
    if first is None or part not in first.parts:
        return None
    rights = {"is": (first.found,), "must": (first.must,), "mend": first.mend}[part]
    ask = both(_ASKED[part], of=first.of, must=first.must)
    fields = shared(card, FORM, part, ask)
    fields["why"] = _whole(first)
    judged = "code" if part == "mend" else inferred(rights)
    return AskedFirst(**fields, card=card, rights=rights, judged=judged)


def _whole(first: DtypeFirst) -> Text:
    """Return all there is to say, whichever part was asked."""
    chain = " → ".join(one for one in (first.found, first.must) if one)
    said = "\n".join((f"{first.of}.dtype: {chain}", *first.mend[:1]))
    return Text(said, said)


def asked_first(card: Card, seed: int) -> Question | None:
    """Return what is asked before `card` on the visit of `seed`, None where it shows no data."""
    if card.dtype_first is None:
        return None
    parts = card.dtype_first.parts
    made = make(card, parts[seed % len(parts)])
    return made.question(seed) if made else None
