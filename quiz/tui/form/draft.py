"""A card being written: what stands in the boxes, and the raw card it means."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from quiz.cards.card import Card
from quiz.cards.fields import Field
from quiz.cards.kinds import DEFAULT, kinds, read_card
from quiz.cards.problem import Problem
from quiz.tui.form.codec import Boxes, boxes, read

MISSING = ("missing-key", "empty")
"""Problems that only say that something is not written yet."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What a draft comes to: its cards, and what is wrong by the key of its field ("": none)."""

    cards: tuple[Card, ...]
    problems: Mapping[str, Problem]
    fields: tuple[Field, ...]
    """The fields of the kind it was checked as."""

    @property
    def errors(self) -> list[str]:
        """The keys of the fields that keep the card from being saved."""
        return [key for key, problem in self.problems.items() if problem.level == "error"]

    @property
    def missing(self) -> list[Field]:
        """The fields that are needed and empty."""
        empty = {key for key, problem in self.problems.items() if problem.code in MISSING}
        return [part for part in self.fields if part.key in empty]


@dataclass
class Draft:
    """A card's kind and boxes, beside the raw card (as its file has it) that they come from."""

    original: Mapping[str, object] = field(default_factory=dict)
    kind: str = DEFAULT
    boxes: dict[str, Boxes] = field(default_factory=dict)
    strange: set[str] = field(default_factory=set)
    """Keys whose values no boxes can hold; they stay as they are."""
    _loaded: dict[str, Boxes] = field(default_factory=dict)

    @classmethod
    def of(cls, raw: Mapping[str, object]) -> Draft:
        """Make the draft of an existing card."""
        draft = cls(raw, str(raw.get("kind") or DEFAULT))
        for part in draft.fields:
            if part.key in raw:
                shown = boxes(part, raw[part.key])
                draft.boxes[part.key] = shown or Boxes()
                if shown is None:
                    draft.strange.add(part.key)
        draft._loaded = dict(draft.boxes)
        return draft

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields of its kind, in the order of the form."""
        return kinds()[self.kind].fields

    @property
    def raw(self) -> dict[str, object]:
        """The card as a deck file holds it; what was not touched is as it was."""
        loaded = {part.key for part in kinds()[str(self.original.get("kind") or DEFAULT)].fields}
        raw = {key: self.original[key] for key in self.original if key not in loaded}
        if self.kind != DEFAULT or "kind" in self.original:
            raw["kind"] = self.kind
        for part in self.fields:
            if (value := self._value(part)) is not None:
                raw[part.key] = value
        return {key: raw[key] for key in (*self.original, *raw) if key in raw}

    def _value(self, part: Field) -> object:
        now = self.boxes.get(part.key, Boxes())
        if part.key in self.original and now == self._loaded.get(part.key):
            return self.original[part.key]
        return read(part, now)

    @property
    def is_changed(self) -> bool:
        """Whether something is written that is not saved."""
        if self.original:
            return self.raw != self.original
        return _written(self.boxes) != _written(self._loaded)

    def following(self, kept: Collection[str]) -> Draft:
        """Return the draft of the next new card: of the same kind, with the boxes `kept`."""
        boxes = {key: self.boxes[key] for key in kept if key in self.boxes}
        return Draft(kind=self.kind, boxes=dict(boxes), _loaded=boxes)

    def check(self, deck: str) -> Checked:
        """Read the draft as a card of `deck` and say what is wrong, field by field."""
        keys = [part.key for part in self.fields]
        raw: dict[str, object] = {key: "" for key in keys if self._is_required(key)}
        raw.update(self.raw)
        placed = {key: _placed(raw[key], keys.index(key) + 1 if key in keys else 0) for key in raw}
        cards, found = read_card(placed, deck=deck)
        problems: dict[str, Problem] = {}
        for problem in found:
            problems.setdefault(keys[problem.line - 1] if problem.line else "", problem)
        return Checked(tuple(cards), problems, self.fields)

    def _is_required(self, key: str) -> bool:
        return any(part.key == key and part.required for part in self.fields)


def _written(boxes: Mapping[str, Boxes]) -> dict[str, Boxes]:
    return {key: box for key, box in boxes.items() if box}


class _Text(str):
    line = 0


class _List(list[object]):
    line = 0


class _Map(dict[str, object]):
    line = 0


def _placed(value: object, line: int) -> object:
    """Return a copy of a raw value that says it stands at `line`, all its parts, too."""
    placed: _Text | _List | _Map
    if isinstance(value, Mapping):
        placed = _Map((key, _placed(part, line)) for key, part in value.items())
    elif isinstance(value, list):
        placed = _List(_placed(part, line) for part in value)
    else:
        placed = _Text(value)
    placed.line = line
    return placed
