"""A card out of a deck."""

from __future__ import annotations

import re

from quiz.decks.adding import after_comments
from quiz.decks.change import Change
from quiz.decks.draft import Draft
from quiz.decks.find import places
from quiz.decks.place import break_before

_BLANK_LINES = re.compile(r"(?:(?:\r?\n|\r(?!\n))[ \t]*(?=[\r\n]))+")


def take_out(draft: Draft, change: Change, number: int) -> None:
    """Take out the card with that number, and the blank lines that part it from the one before.

    Of the first card, those that part it from the next.
    """
    cards = places(draft)
    if len(cards) == 1:
        place = next(pair for pair in draft.top if pair.key == "cards")
        change.value(place, [], draft.in_brackets)
    elif draft.list_in_brackets:
        change.remove(cards, [number], brackets=True)
    else:
        text, card = draft.text, cards[number]
        start = break_before(text, card.line)
        end = after_comments(text, card.end, card.column)
        if number:
            start = _before_blank_lines(text, start)
        elif found := _BLANK_LINES.match(text, end):
            end = found.end()
        change.put(start, end, "")


def _before_blank_lines(text: str, at: int) -> int:
    """Return where the line ends after which only blank lines stand before the break at `at`."""
    solid = len(text[:at].rstrip(" \t\r\n"))
    found = _BLANK_LINES.search(text, solid, at + 1)
    return found.start() if found else at
