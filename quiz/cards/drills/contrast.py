"""Two names that are confused, side by side: which is it here, and what tells them apart."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import ClassVar

from quiz.cards.card import Card, Question
from quiz.cards.choice import Choice, Option
from quiz.cards.drills.taken_over import shared
from quiz.marking.mark import Mark, Names
from quiz.text import Text, both


@dataclass(frozen=True, slots=True, kw_only=True)
class Contrast(Choice):
    """The card's question with two options; afterwards both are said to be for what they are."""

    KIND: ClassVar[str] = "contrast"

    def mark(self, question: Question, answer: str, names: Names) -> Mark:
        """Judge as a choice, and say what each of the two names is for."""
        mark = Choice.mark(self, question, answer, names)
        purposes = [(option.text, names.get(str(option.text))) for option in self.options]
        lines = [
            both("{name}: {purpose}", name=name, purpose=said) for name, said in purposes if said
        ]
        note = Text("\n".join(line.ko for line in lines), "\n".join(line.en for line in lines))
        return replace(mark, note=note or mark.note)


def make(card: Card, other: str) -> Contrast | None:
    """Return the drill that has the card's answer beside `other`, None if they are the same."""
    right = next(iter(card.solution().either()))
    if right == other:
        return None
    options = (Option(Text(right, right), Text(), True), Option(Text(other, other), Text(), False))
    return Contrast(**shared(card, "contrast", other, card.ask), options=options)
