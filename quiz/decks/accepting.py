"""One more right answer of a card."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quiz.cards.kinds import DEFAULT, kinds
from quiz.decks.emit import Value
from quiz.errors import DeckError
from quiz.i18n import _

_HOLE = re.compile(r"\{\{c([0-9]+)::")


def accepting(card: Mapping[str, Value], answer: str, hole: str) -> dict[str, Value]:
    """Return `card` with `answer` among what it accepts, in its hole ("c1") where it has holes.

    A card without `accept` gets it below its answer. Raises DeckError for a kind without it.
    """
    kind = kinds().get(str(card.get("kind") or DEFAULT))
    if kind is None or "accept" not in (field.key for field in kind.fields):
        raise DeckError(
            _("A card of this kind takes no other answers."),
            _("Change its answer with quiz edit."),
        )
    old = card.get("accept", "")
    new = _with_hole(card, old, answer, hole) if hole else _with(old, answer)
    result: dict[str, Value] = {}
    for key, value in card.items():
        result[key] = value
        if key in ("answer", "text") and "accept" not in card:
            result["accept"] = new
    return {**result, "accept": new}


def _with_hole(card: Mapping[str, Value], old: Value, answer: str, hole: str) -> Value:
    if isinstance(old, Mapping):
        key = next((key for key in old if key.removeprefix("c") == hole[1:]), hole)
        return {**old, key: _with(old.get(key, ""), answer)}
    # The answers of an only hole stand in a plain list.
    if old or len(set(_HOLE.findall(str(card.get("text"))))) == 1:
        return _with(old, answer)
    return {hole: _with("", answer)}


def _with(accepted: Value, answer: str) -> list[Value]:
    if isinstance(accepted, str):
        accepted = [accepted] if accepted else []
    return [*accepted, *([] if answer in accepted else [answer])]
