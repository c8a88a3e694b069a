"""The manner in which a deck writes its cards, so that new ones look like the old."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.decks.emit import Style
from quiz.decks.place import Child, children, in_brackets
from quiz.decks.yaml import Map, Node, Seq

LANGUAGES = {"ko", "en"}
_SAMPLE = 20


def style_of(text: str, cards: Sequence[Node]) -> Style:
    """Return the style of the last cards in `text`."""
    kept = [card for card in cards[-_SAMPLE:] if isinstance(card, Map) and card]
    block = [card for card in kept if not in_brackets(text, card)]
    pairs = [pair for card in block for pair in children(text, card)]
    texts = [pair.value for pair in pairs if _in_two_languages(pair.value)]
    flow = sum(in_brackets(text, value) for value in texts)
    return Style(
        step=next(filter(None, (_step(text, pair) for pair in pairs)), 2),
        gap=_gap(cards, block),
        flow_texts=2 * flow > len(texts),
    )


def _in_two_languages(value: Node) -> bool:
    return isinstance(value, Map) and bool(value) and value.keys() <= LANGUAGES


def _step(text: str, pair: Child) -> int:
    value = pair.value
    if not isinstance(value, Map) or not value or in_brackets(text, value):
        return 0
    return max(0, value.column - 1 - pair.column)


def _gap(cards: Sequence[Node], block: Sequence[Map]) -> int:
    if not isinstance(cards, Seq) or not block:
        return 2
    gap = block[-1].column - cards.column
    return gap if gap >= 2 else 2
