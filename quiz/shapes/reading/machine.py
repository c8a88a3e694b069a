"""The reader: a node of the syntax tree in, what it stands for out."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from quiz.shapes.reading.log import Log
from quiz.shapes.refusal import NotKnown, Refused, not_known
from quiz.shapes.rules import Rules, Shape
from quiz.shapes.values import Unknown, Value
from quiz.text import Text, both

_FUEL = 200_000
"""How many nodes are read, or cells made, before a program counts as too long to follow."""

UNFIT = (TypeError, ValueError, LookupError, AttributeError, ArithmeticError)
"""What comes of arguments of kinds that nobody foresaw: code may hand anything to anything."""
Read = Callable[["Machine", Any], Value]
READERS: dict[type[ast.AST], Read] = {}


class TooLong(Exception):
    """The program does not come to an end in the time there is."""


def reads(*kinds: type[ast.AST]) -> Callable[[Read], Read]:
    """Register the function below as the one that reads nodes of `kinds`."""

    def register(read: Read) -> Read:
        for kind in kinds:
            READERS[kind] = read
        return read

    return register


class Machine:
    """Reads a program's nodes.

    `given` is the input shape that was told beside the code; `whole` whether the code has imports
    and so is taken for a whole program. `names` are the scopes, innermost last; `stars` the
    libraries of which everything was imported; `told` what was printed: (node, value) or a model.
    """

    def __init__(self, source: str, rules: Rules, given: Shape | None, whole: bool) -> None:
        self.rules = rules
        self.given = given
        self.whole = whole
        self.names: list[dict[str, Value]] = [{}]
        self.stars: list[str] = []
        self.log = Log()
        self.told: list[tuple[ast.AST | None, Value]] = []
        self.layers: list[Value] = []
        self.last: Value = None  # of the statement before
        self.fuel = _FUEL
        self.line = 0
        self._lines = [line.encode() for line in re.split("\r\n|\r|\n", source)]

    def eval(self, node: ast.AST) -> Value:
        """Return what `node` stands for; an Unknown where that cannot be told."""
        self.spend(1)
        read = READERS.get(type(node))
        try:
            if read is None:
                raise NotKnown(both("I do not know what {code} does", code=self.written(node)))
            return read(self, node)
        except NotKnown as doubt:
            return doubt.source or self.doubt(doubt.what)
        except UNFIT:
            return self.doubt(not_known(self.written(node)).what)
        except Refused as refusal:
            if refusal.place is None and isinstance(node, ast.expr | ast.stmt):
                refusal.place = (node.lineno, self.written(node), None)
            raise

    def spend(self, fuel: int) -> None:
        """Use up fuel; TooLong when there is none left."""
        self.fuel -= fuel
        if self.fuel < 0:
            raise TooLong

    def doubt(self, what: Text) -> Unknown:
        """Return an Unknown that is met here."""
        return Unknown(what, self.line, self.log.next_number)

    def run(self, statements: Sequence[ast.stmt]) -> None:
        """Read statements one after another; what they name is kept in the innermost scope."""
        for statement in statements:
            self.line = statement.lineno
            self.eval(statement)

    def written(self, node: ast.AST) -> str:
        """Return what stands in the code for `node`, on one line."""
        if not isinstance(node, ast.expr | ast.stmt) or node.end_lineno is None:
            return type(node).__name__
        first, last = node.lineno - 1, node.end_lineno - 1
        lines = self._lines[first : last + 1]
        if not lines:
            return type(node).__name__
        lines[-1] = lines[-1][: node.end_col_offset]
        lines[0] = lines[0][node.col_offset :]
        if len(lines) > 1:  # only then can a comment stand inside
            lines = [line.split(b"#")[0] for line in lines]
        return " ".join(b" ".join(lines).decode(errors="replace").split())

    def find(self, name: str) -> Value:
        """Return the value of a name; KeyError if it has none."""
        for scope in reversed(self.names):
            if name in scope:
                return scope[name]
        raise KeyError(name)

    def set(self, name: str, value: Value) -> None:
        """Give a name of the innermost scope a value."""
        self.names[-1][name] = value

    @contextmanager
    def scope(self, names: dict[str, Value]) -> Iterator[None]:
        """Read within a scope of its own, where array operations are not told one by one."""
        if len(self.names) > 40:
            raise TooLong
        self.names.append(names)
        self.log.quiet += 1
        try:
            yield
        finally:
            self.names.pop()
            self.log.quiet -= 1
