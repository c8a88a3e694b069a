"""What went wrong in the writing: a text cut off, two languages in each other's place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from yaml import ScalarEvent

from quiz.decks.nodes import Scalar
from quiz.decks.rules.rule import Finding, Seen, mappings, rule
from quiz.i18n import N_
from quiz.text import both

_NO_TEXT = {"id", "kind", "type", "weak", "tags"}
# One space is a sentence that goes on; a comment is set off by two.
_GOES_ON = re.compile(r" #\s?\S")
_HANGUL = re.compile("[가-힣]")
_LATIN = re.compile("[A-Za-z]")
_FEWEST_WORDS = 3


@rule("cut-off", "advice", N_("A text is cut off at a # that is taken for a comment."))
def _cut_off(seen: Seen) -> Iterator[Finding]:
    if not seen.commented:
        return
    for text in _texts({k: v for k, v in seen.entry.raw.items() if k not in _NO_TEXT}):
        end = text.event.end_mark
        line = seen.commented.get(end.line + 1, "")
        if _is_plain(text) and _GOES_ON.match(line, end.column):
            rest = line[end.column :].strip()
            yield Finding(
                both("The text ends before {rest}, which is taken for a comment", rest=rest),
                both("Put the whole text in quotes; set a comment off with two spaces."),
                text,
            )


@rule("languages-swapped", "advice", N_("A Korean text is not in Korean, or an English one is."))
def _languages_swapped(seen: Seen) -> Iterator[Finding]:
    for value in mappings(seen.entry.raw):
        ko, en = str(value.get("ko", "")), str(value.get("en", ""))
        if ko != en and (_is_no_korean(ko) or _is_korean(en)):
            yield Finding(
                both("The two languages of this text are not what they say"),
                both("Write Korean after ko: and English after en:."),
                value,
            )


def _texts(value: object) -> Iterator[Scalar]:
    if isinstance(value, Scalar):
        yield value
    elif isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _texts(inner)


def _is_plain(text: Scalar) -> bool:
    """Tell whether a text stands here itself, without quotes, and not by its *name."""
    return isinstance(text.event, ScalarEvent) and not text.event.style


def _is_no_korean(text: str) -> bool:
    """Tell whether a text is words, not only names or code, and none of them is Korean."""
    words = [word for word in text.split() if word.isalpha()]
    return len(words) >= _FEWEST_WORDS and not _HANGUL.search(text)


def _is_korean(text: str) -> bool:
    return len(_HANGUL.findall(text)) > len(_LATIN.findall(text))
