"""Hints: the length, then one letter more each time, never the whole answer."""

from __future__ import annotations

from quiz.text import Text, both, nfc


def _letters(answer: str) -> list[int]:
    return [place for place, char in enumerate(answer) if char.isalnum()]


def _plain(answer: str) -> str:
    return nfc(answer).strip()


def hint_count(answer: str) -> int:
    """Return how many hints `answer` has: its length and every letter but the last."""
    plain = _plain(answer)
    return max(1, len(_letters(plain))) if plain else 0


def hint(answer: str, count: int) -> Text:
    """Return the `count`-th hint (from 1): the length, the first letter, one letter more each.

    Brackets, quotes and spaces between letters are shown with the letter after them. A count
    above `hint_count(answer)` gives the last hint; an answer without hints an empty Text.
    """
    plain = _plain(answer)
    shown = min(count, hint_count(plain)) - 1
    if not plain:
        return Text()
    if shown < 1:
        return both("Length: {n}", n=len(plain))
    return both("Begins with {start}", start=f"{plain[: _letters(plain)[shown - 1] + 1]}…")
