"""What a card lacks: an id, a weak spot that exists, a language, a reason, a place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from quiz.cards.reading import did_you_mean
from quiz.decks.rules.rule import Finding, Seen, mappings, rule
from quiz.decks.weak_spots import WeakSpot
from quiz.i18n import N_
from quiz.text import both

_ONLY_A_FILE = re.compile(r"[^\s:]+\.[A-Za-z]{1,5}")


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
    for value in mappings(seen.entry.raw):
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


@rule("no-place", "advice", N_("A source names a file, but no place in it."))
def _no_place(seen: Seen) -> Iterator[Finding]:
    for card in seen.cards[:1]:
        if _ONLY_A_FILE.fullmatch(card.source):
            yield Finding(
                both("The source does not say where in {file}", file=card.source),
                both("Add the line or the heading, as in {example}.", example="notes.txt:18"),
                seen.entry.raw["source"],
            )
