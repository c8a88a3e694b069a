"""Proofs: what a card says is asked of the real library; its answer is never written twice.

A proof is a test below `@proves("card-id", …)`, which gives it the Fact of each card named. Ids are
literals, so that the default suite can tell which cards have a proof without any library. Below
`@proves_kind("kind")` it proves every card of a kind that carries its own program.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import pytest

from quiz.cards.card import Card
from quiz.cards.choice import Choice
from quiz.cards.list import List
from quiz.cards.order import Order
from quiz.cards.typed import Typed
from quiz.decks.deck import DeckReader, Entry, deck_paths

DECKS = Path(__file__).parents[2] / "decks"
Test = TypeVar("Test", bound=Callable[..., Any])
Marks = Callable[["Fact"], Collection[pytest.MarkDecorator]]


class Fact:
    """One entry of a deck, as its proof sees it: the English texts, the first card's if several."""

    def __init__(self, entry: Entry) -> None:
        self.cards: list[Card] = entry.cards
        self.id = entry.cards[0].note
        self.ask = entry.cards[0].ask.en
        self.why = entry.cards[0].why.en
        self.raw = entry.raw

    @property
    def answer(self) -> str:
        """The right answer of a card that has one."""
        (answer,) = self.right if isinstance(self.cards[0], Choice) else self.right[:1]
        return answer

    @property
    def right(self) -> tuple[str, ...]:
        """All right answers: accepted ones, right options, the first names of a list's items."""
        card = self.cards[0]
        if isinstance(card, Typed):
            return (card.answer.en, *card.accept)
        if isinstance(card, Choice):
            return tuple(option.text.en for option in card.options if option.right)
        if isinstance(card, List):
            return tuple(item[0].en for item in card.items)
        return (card.solution().en,)

    @property
    def wrong(self) -> tuple[str, ...]:
        """The wrong options of a choice."""
        (card,) = self.cards
        assert isinstance(card, Choice)
        return tuple(option.text.en for option in card.options if not option.right)

    @property
    def steps(self) -> tuple[str, ...]:
        """The steps of an order, in the right one."""
        (card,) = self.cards
        assert isinstance(card, Order)
        return tuple(step.en for step in card.steps)

    @property
    def holes(self) -> tuple[str, ...]:
        """The answers of a cloze, a hole each."""
        return tuple(card.answer.en for card in self.cards if isinstance(card, Typed))

    @property
    def value(self) -> Any:
        """The answer as a Python literal: '(2, 2)' is a tuple, 'None' is None."""
        return literal(self.answer)


def literal(text: str) -> Any:
    """Return `text` as a Python literal, a bare word as the text it is."""
    try:
        return ast.literal_eval(text)
    except (ValueError, SyntaxError):
        return text


def proves(*ids: str) -> Callable[[Test], Test]:
    """Make the test below, which takes a `fact`, a proof of the entries `ids` of the decks."""
    return pytest.mark.parametrize("fact", ids, indirect=True)


def proves_kind(kind: str, marks: Marks = lambda fact: ()) -> Callable[[Test], Test]:
    """Make the test below a proof of every entry of a kind; `marks` are those of its test."""
    found = [fact for fact in facts().values() if kind == fact.cards[0].KIND]
    entries = [pytest.param(fact.id, marks=marks(fact), id=fact.id) for fact in found]
    return pytest.mark.parametrize("fact", entries, indirect=True)


def facts() -> dict[str, Fact]:
    """Return the entries of all decks by id."""
    return {fact.id: fact for fact in _facts()}


@cache
def _facts() -> tuple[Fact, ...]:
    readers = map(DeckReader, deck_paths(DECKS))
    return tuple(Fact(entry) for reader in readers for entry in reader if entry.cards)


@cache
def proven() -> frozenset[str]:
    """Return the ids in a `proves(…)` of this folder, and those of each kind in `proves_kind(…)`.

    They are read without running it.
    """
    trees = [ast.parse(file.read_text("utf-8")) for file in Path(__file__).parent.glob("test_*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    ids = {id for call in calls if _is(call, "proves") for id in map(ast.literal_eval, call.args)}
    kinds = {ast.literal_eval(call.args[0]) for call in calls if _is(call, "proves_kind")}
    return frozenset(ids.union(id for id, fact in facts().items() if fact.cards[0].KIND in kinds))


def _is(call: ast.Call, name: str) -> bool:
    return getattr(call.func, "id", "") == name


def default(function: Callable[..., Any], argument: str) -> Any:
    """Return the default of `argument`; inspect's `empty` where it must be given."""
    return inspect.signature(function).parameters[argument].default


def arguments(function: Callable[..., Any]) -> list[str]:
    """Return the names of all arguments, in order, self left out."""
    return [name for name in inspect.signature(function).parameters if name != "self"]
