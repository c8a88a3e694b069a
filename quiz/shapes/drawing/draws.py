"""Drawing a template's numbers from a seed: equal seeds give equal numbers, for ever."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from hashlib import sha256
from typing import NamedTuple

from quiz.shapes.drawing.arithmetic import BadTemplate, Value, names_in, parsed, worked_out
from quiz.text import both

_TRIES = 200
"""Draws until the conditions hold; a template whose conditions hold more rarely is told."""


class Draw(NamedTuple):
    """A name and the expressions it is drawn from; one alone is worked out."""

    name: str
    values: tuple[ast.expr, ...]


class Draws:
    """What a template draws, in order, and the conditions that must hold."""

    def __init__(self, draws: Iterable[str], conditions: Iterable[str]) -> None:
        """Read lines such as `size = 28, 32, 64` and `size > 2 * kernel`. BadTemplate."""
        self._draws = tuple(map(_draw, draws))
        self._conditions = tuple(map(parsed, conditions))
        known: set[str] = set()
        for name, values in self._draws:
            for value in values:
                _check(value, known)
            known.add(name)
        for condition in self._conditions:
            _check(condition, known)
        self.names = frozenset(known)

    def drawn(self, seed: int) -> dict[str, Value]:
        """Return the numbers that `seed` stands for.

        How they are drawn must never change: the log keeps only the seed of an old question. So
        it is no library's generator that decides, but a checksum of seed, try and name, and a
        template may gain names without the others' numbers moving. BadTemplate where the
        conditions never hold.
        """
        for attempt in range(_TRIES):
            names = self._attempt(seed, attempt)
            if all(worked_out(condition, names) for condition in self._conditions):
                return names
        message = both("No numbers drawn meet the conditions of where")
        raise BadTemplate(message, both("Draw from other numbers, or ask for less."))

    def _attempt(self, seed: int, attempt: int) -> dict[str, Value]:
        names: dict[str, Value] = {}
        for name, values in self._draws:
            chosen = values[_chance(f"{seed}/{attempt}/{name}") % len(values)]
            names[name] = worked_out(chosen, names)
        return names


def shuffled(items: Iterable[str], seed: int) -> list[str]:
    """Return `items` in the order that `seed` stands for, for ever, whatever their order was."""
    return sorted(items, key=lambda item: (_chance(f"{seed}/{item}"), item))


def _chance(text: str) -> int:
    return int.from_bytes(sha256(text.encode()).digest()[:8], "big")


def _draw(line: str) -> Draw:
    name, sign, values = line.partition("=")
    name = name.strip()
    if not sign or not name.isidentifier() or not values.strip():
        message = both("{line} draws nothing", line=line[:60])
        raise BadTemplate(message, both("Write name = values, as in size = 28, 32, 64."))
    node = parsed(f"({values.strip()})")
    return Draw(name, tuple(node.elts) if isinstance(node, ast.Tuple) else (node,))


def _check(node: ast.expr, known: set[str] | frozenset[str]) -> None:
    for name in sorted(names_in(node) - known):
        message = both("{name} is not drawn before it is used", name=name)
        raise BadTemplate(message, both("Add a line {name} = … to draw, further up.", name=name))


def checked(node: ast.expr, draws: Draws) -> ast.expr:
    """Return `node` if all its names are drawn; BadTemplate."""
    _check(node, draws.names)
    return node
