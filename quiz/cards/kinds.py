"""The kinds of card, found by their files' names: a new kind is one new file in this folder.

A kind's module has LABEL (an English msgid), FIELDS (its own, in the order of the form) and
`read(fields, common) -> list[Card]`, which makes its cards of a raw one.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import NamedTuple

from quiz.cards.card import Card
from quiz.cards.fields import SHARED, UNSEEN, Field
from quiz.cards.problem import Problem, quoted
from quiz.cards.reading import Common, Fields, did_you_mean
from quiz.text import both

DEFAULT = "typed"
_NO_KINDS = {"__init__", "card", "dtype_first", "fields", "kinds", "problem", "reading"}


class Kind(NamedTuple):
    """One kind of card."""

    name: str
    label: str
    """What a person calls it: an English msgid."""
    fields: tuple[Field, ...]
    """All its keys but `id` and `kind`, in the order of the form."""
    read: Callable[[Fields, Common], list[Card]]
    """Makes the cards of a raw one; what is wrong goes into the Fields' problems."""
    keys: frozenset[str]
    """All its keys."""
    required: tuple[str, ...]
    """Those that no card may lack."""


class _Kinds(Mapping[str, Kind]):
    """Kinds by name; a kind's module is imported when it is asked for."""

    def __getitem__(self, name: str) -> Kind:
        if name not in _names():
            raise KeyError(name)
        return _kind(name)

    def __iter__(self) -> Iterator[str]:
        return iter(_names())

    def __len__(self) -> int:
        return len(_names())

    def __contains__(self, name: object) -> bool:
        return name in _names()


_KINDS = _Kinds()


def kinds() -> Mapping[str, Kind]:
    """Return all kinds by name."""
    return _KINDS


def read_card(
    raw: object,
    *,
    deck: str,
    file: str = "",
    line: int = 0,
    weak: tuple[str, ...] = (),
    tags: tuple[str, ...] = (),
) -> tuple[list[Card], list[Problem]]:
    """Return the cards that one entry of a deck makes (several for a cloze) and what is wrong.

    `raw` is a mapping of texts, lists and mappings, from YAML (then values know their place),
    JSON or a form. `line` is where it begins, `weak` and `tags` hold for a card that has none.
    With anything wrong but an unknown key there are no cards.
    """
    fields = Fields(raw if isinstance(raw, dict) else {}, file, line)
    if not isinstance(raw, dict):
        hint = both("Begin it with a dash and write its keys below, as in - ask: …")
        fields.complain("not-a-card", both("This is not a card"), hint, raw)
        return [], fields.problems
    name = raw.get("kind") or DEFAULT
    kind = _kind(name) if isinstance(name, str) and name in _names() else None
    if kind is None:
        message = both("There is no kind of card called {kind}", kind=quoted(name))
        fields.complain("unknown-kind", message, did_you_mean(str(name), _names()), name)
        return [], fields.problems
    fields.check(kind.keys, kind.required)
    cards = kind.read(fields, fields.common(deck, weak, tags))
    return (cards if fields.sound else []), fields.problems


@cache
def _names() -> tuple[str, ...]:
    files = os.listdir(os.path.dirname(__file__))
    stems = {file.removesuffix(".py") for file in files if file.endswith(".py")}
    return tuple(sorted(stems - _NO_KINDS))


@cache
def _kind(name: str) -> Kind:
    module = import_module(f"quiz.cards.{name}")
    fields: tuple[Field, ...] = (*module.FIELDS, *SHARED)
    keys = frozenset(field.key for field in fields).union(UNSEEN)
    required = tuple(field.key for field in fields if field.required)
    return Kind(name, module.LABEL, fields, module.read, keys, required)
