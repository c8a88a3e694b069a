"""One call as the functions of the libraries see it: arguments by name, rules, lines to say."""

from __future__ import annotations

from typing import Any

from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Rules
from quiz.shapes.values import known
from quiz.text import Text, both


class Call:
    """The arguments of a call by name, the rules it is worked out by, and what it has to say.

    `name` is what is called as messages name it (`Conv2D`); `lines` is the arithmetic so far;
    `keywords` are those of a layer that is put to a tensor: `attention(q, v, training=True)`.
    """

    __slots__ = ("arguments", "keywords", "lines", "name", "rules")

    def __init__(
        self,
        name: str,
        arguments: dict[str, Any],
        rules: Rules,
        keywords: dict[str, Any] | None = None,
    ) -> None:
        self.name = name
        self.arguments = arguments
        self.rules = rules
        self.keywords = keywords or {}
        self.lines: list[Text] = []

    def __getitem__(self, argument: str) -> Any:
        """Return the value of an argument; NotKnown where the code does not tell it."""
        return known(self.arguments[argument])

    def say(self, line: Text) -> None:
        """Add a line of arithmetic."""
        self.lines.append(line)

    def say_parameters(self, how: object) -> None:
        """Add the arithmetic of the parameters."""
        self.say(both("parameters: {how}", how=how))

    def whole(self, argument: str, least: int = 1) -> int:
        """Return a whole number ≥ `least`; Refused otherwise."""
        value = self[argument]
        if type(value) is int and value >= least:
            return value
        raise Refused(
            both(
                "{argument} of {name} must be a whole number of at least {least}, not {value}",
                argument=argument,
                name=self.name,
                least=least,
                value=repr(value),
            ),
            both("Give {argument} a whole number.", argument=argument),
        )

    def sizes(self, argument: str, axes: int, least: int = 1) -> tuple[int, ...]:
        """Return one whole number for each of `axes` axes: 3 is taken for (3, 3)."""
        value = self[argument]
        if type(value) is int:
            value = (value,) * axes
        if (
            isinstance(value, tuple | list)
            and len(value) == axes
            and all(type(part) is int and part >= least for part in value)
        ):
            return tuple(value)
        raise Refused(
            both(
                "{argument} of {name} must be a whole number or {axes} of them, each at least"
                " {least}, not {value}",
                argument=argument,
                name=self.name,
                axes=axes,
                least=least,
                value=repr(self[argument]),
            ),
            both("{name} slides along {axes} axes.", name=self.name, axes=axes),
        )

    def word(self, argument: str, words: tuple[str, ...], *, exactly: bool = False) -> str:
        """Return a text that is one of `words`, in capitals too if not `exactly`; else Refused."""
        value = self[argument]
        if isinstance(value, str) and (value if exactly else value.lower()) in words:
            return value.lower()
        raise Refused(
            both(
                "{argument} of {name} must be one of {words}, not {value}",
                argument=argument,
                name=self.name,
                words=", ".join(map(repr, words)),
                value=repr(value),
            ),
            both("Look at its spelling."),
        )
