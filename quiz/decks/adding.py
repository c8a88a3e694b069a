"""A new card at the end of a deck."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quiz.decks.change import Change
from quiz.decks.draft import Draft
from quiz.decks.emit import Style, Value, item, pairs
from quiz.decks.find import places
from quiz.decks.place import line_end

_BLANK_LINE = re.compile(r"(?:\n|\r(?!\n))[ \t]*[\r\n]")
_COMMENT_LINE = re.compile(r"(?:\r\n|\n|\r)( *)#[^\r\n]*")


def begun(text: str, top: Mapping[str, Value]) -> str:
    """Return the text of a deck without cards, comments at most, with the mapping `top` added."""
    newline = "\r\n" if "\r\n" in text else "\n"
    written = pairs(top, 0, Style()).removesuffix("\n") + "\n"
    between = "" if not text or text.endswith(("\n", "\r")) else newline
    return text + between + written.replace("\n", newline)


def append(draft: Draft, change: Change, card: Mapping[str, Value]) -> None:
    """Put `card` after the last card of `draft`."""
    cards = places(draft)
    if cards and draft.list_in_brackets:
        change.insert(cards[-1], [(None, card)], brackets=True)
    elif cards:
        last = cards[-1]
        at = after_comments(draft.text, last.end, last.column)
        if len(cards) > 1 and _BLANK_LINE.search(draft.text, cards[-2].end, last.start):
            change.put(at, at, "\n")
        change.lines(at, item(card, last.column, change.style), last.column)
    elif place := next((pair for pair in draft.top if pair.key == "cards"), None):
        change.value(place, [card], draft.in_brackets)
    else:
        change.insert(draft.top[-1], [("cards", [card])], draft.in_brackets)


def after_comments(text: str, at: int, column: int) -> int:
    """Return where the line ends that `at` is in, or the last comment line below it that is
    indented by more than `column`: it belongs to what stands above.
    """
    at = line_end(text, at)
    while (found := _COMMENT_LINE.match(text, at)) and len(found[1]) > column:
        at = found.end()
    return at
