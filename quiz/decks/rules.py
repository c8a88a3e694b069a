"""What makes a good deck, a rule a function: what is found is said, the cards work all the same.

A new rule is one new function below `@rule`; `RULES` lists them all, for `quiz check` and README.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from quiz.cards.card import Card
from quiz.cards.reading import did_you_mean
from quiz.decks.deck import Entry
from quiz.decks.weak_spots import WeakSpot
from quiz.i18n import N_
from quiz.text import Text, both

Level = Literal["error", "advice"]


@dataclass(slots=True)
class Seen:
    """What a rule looks at: one entry of a deck, and what stood before it."""

    entry: Entry
    """One whose cards work."""
    place: str
    """Where it stands, as a message says it: the file's name and the line."""
    spots: Mapping[str, WeakSpot]
    """The weak spots declared beside the deck."""
    questions: dict[object, str] = field(default_factory=dict)
    """Each question met so far, in all decks, and its place."""


class Finding(NamedTuple):
    """What a rule found, at the place of the value `at` (None: the whole card)."""

    message: Text
    hint: Text
    at: object = None


class Rule(NamedTuple):
    """A rule, by the code that its problems carry."""

    level: Level
    about: str
    """What it finds, in one line: an English msgid."""
    find: Callable[[Seen], Iterable[Finding]]


RULES: dict[str, Rule] = {}
"""All rules by code, in the order they are tried."""


def rule(
    code: str, level: Level, about: str
) -> Callable[[Callable[[Seen], Iterable[Finding]]], Callable[[Seen], Iterable[Finding]]]:
    """Make the function below a rule: it gets what is Seen and gives each Finding."""

    def register(find: Callable[[Seen], Iterable[Finding]]) -> Callable[[Seen], Iterable[Finding]]:
        RULES[code] = Rule(level, about, find)
        return find

    return register


@rule("missing-id", "advice", N_("A card has no id yet."))
def _missing_id(seen: Seen) -> Iterator[Finding]:
    if not seen.entry.raw.get("id"):
        hint = both("quiz check --fix gives one to every card without; the rest stays as it is.")
        yield Finding(both("This card has no id yet"), hint)


@rule("unknown-weak-spot", "error", N_("A card names a weak spot that is not declared."))
def _unknown_weak_spot(seen: Seen) -> Iterator[Finding]:
    weak = seen.entry.raw.get("weak")
    for name in [weak] if isinstance(weak, str) else weak if isinstance(weak, list) else []:
        if name and str(name) not in seen.spots:
            yield unknown_weak_spot(str(name), seen.spots, name)


def unknown_weak_spot(name: str, spots: Mapping[str, WeakSpot], at: object = None) -> Finding:
    """Return what there is to say of the weak spot `name` that is none of `spots`."""
    message = both("The weak spot {name} is not declared in weak-spots.yaml", name=name)
    declare = both("Declare it in weak-spots.yaml, in the folder of the deck.")
    return Finding(message, did_you_mean(name, [*spots]) if spots else declare, at)


@rule("missing-language", "advice", N_("A text is in Korean or in English only."))
def _missing_language(seen: Seen) -> Iterator[Finding]:
    names = {"ko": both("Korean"), "en": both("English")}
    for value in _mappings(seen.entry.raw):
        if len(given := value.keys() & names.keys()) == 1 and value.keys() <= names.keys():
            missing = next(iter(names.keys() - given))
            message = both("This text has no {language}", language=names[missing])
            yield Finding(message, both("Add a line {key}: …", key=missing), value)


@rule("missing-why", "advice", N_("A card does not explain its answer."))
def _missing_why(seen: Seen) -> Iterator[Finding]:
    if not seen.entry.raw.get("why"):
        yield Finding(
            both("This card does not say why"),
            both("Add a line why: …, which is shown after the answer."),
        )


@rule("missing-source", "advice", N_("A card does not say where its fact is from."))
def _missing_source(seen: Seen) -> Iterator[Finding]:
    if not seen.entry.raw.get("source"):
        yield Finding(
            both("This card does not say where it is from"),
            both("Add a line source: …, say the place in your notes."),
        )


@rule("answer-in-question", "advice", N_("The question gives its answer away."))
def _answer_in_question(seen: Seen) -> Iterator[Finding]:
    for card in seen.entry.cards:
        if answer := next(filter(None, map(_given_away(card), card.hints())), ""):
            yield Finding(
                both("The answer {answer} stands in the question", answer=answer),
                both("Ask without it, or make it a choice."),
                seen.entry.raw.get("ask", seen.entry.raw.get("text")),
            )


@rule("same-question", "advice", N_("Two cards ask the same."))
def _same_question(seen: Seen) -> Iterator[Finding]:
    for card in seen.entry.cards:
        options = sorted((option.ko, option.en) for option in card.question(0).options)
        asked = (_folded(card.ask.ko), _folded(card.ask.en), *options)
        first = seen.questions.setdefault(asked, seen.place)
        if first != seen.place:
            yield Finding(
                both("The same is asked at {place}", place=first),
                both("Say in the question what sets the two apart, or remove one."),
            )


def _mappings(value: object) -> Iterator[Mapping[str, object]]:
    """Give all mappings within a card, its own left out."""
    for inner in value.values() if isinstance(value, dict) else value:  # type: ignore[attr-defined]
        if isinstance(inner, dict):
            yield inner
        if isinstance(inner, dict | list):
            yield from _mappings(inner)


def _given_away(card: Card) -> Callable[[str], str]:
    asks = [_folded(ask) for ask in card.ask.either()]

    def find(answer: str) -> str:
        # Two letters stand in many a question by chance.
        if len(answer) < (3 if answer.isascii() else 2):
            return ""
        # A Korean particle may follow at once, other letters make another word.
        whole = re.compile(rf"(?<![0-9a-z_]){re.escape(_folded(answer))}(?![0-9a-z_])")
        return answer if any(map(whole.search, asks)) else ""

    return find


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())
