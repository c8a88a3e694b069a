"""The shape cards of the shipped decks."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from quiz.cards.shape import Shape
from quiz.cards.shape_answers.chosen import options_of
from quiz.decks.deck import DeckReader, deck_paths

DECKS = Path(__file__).parents[2] / "decks"


@cache
def shape_cards() -> tuple[Shape, ...]:
    """Return them in the order of the decks."""
    entries = (entry for path in deck_paths(DECKS) for entry in DeckReader(path))
    return tuple(card for entry in entries for card in entry.cards if isinstance(card, Shape))


def answer_as_typed(card: Shape, seed: int, answer: str) -> str:
    """Return how a learner gives `answer`: as it is, or by the number of its option."""
    options = [stands_for for _text, stands_for in options_of(card.visit(seed), seed)]
    return str(options.index(answer) + 1) if options else answer
