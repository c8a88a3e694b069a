"""Tables made smaller: sums and means, descriptions, groups."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from quiz.shapes.call import Call
from quiz.shapes.library import method
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Shape
from quiz.shapes.tables.frame import NUMBERS, Column, Frame, Series
from quiz.shapes.values import Bound, Value
from quiz.text import both

_WORK: dict[str, Callable[[Any], Value]] = {"sum": sum, "max": max, "min": min}


def _numeric(frame: Frame) -> list[Value]:
    return [name for name, column in frame.columns.items() if column.kind in NUMBERS]


@method("Frame", "sum count nunique max min any all", "axis=0, skipna=True, numeric_only=False")
def _reduce_all(call: Call) -> Value:
    return _reduced(call, list(call["self"].columns))


@method("Frame", "mean std var median", "axis=0, skipna=True, numeric_only=False, ddof=1")
def _reduce_numbers(call: Call) -> Value:
    frame = call["self"]
    texts = [name for name in frame.columns if name not in _numeric(frame)]
    if texts and not call["numeric_only"]:
        raise Refused(
            both("the column {name} holds no numbers: there is no mean of it", name=repr(texts[0])),
            both("Write numeric_only=True."),
            "TypeError",
        )
    return _reduced(call, _numeric(frame))


def _reduced(call: Call, names: list[Value]) -> Series:
    frame, axis = call["self"], call["axis"]
    if call["numeric_only"]:
        names = _numeric(frame)
    return Series(Column("f"), frame.rows if axis in (1, "columns") else len(names))


@method("Series", "sum max min mean std var median count any all", "*args, **kwargs")
def _single(call: Call) -> Value:
    items = call["self"].column.items
    work = _WORK.get(call.name.strip("()"))
    if work is None or not items or call["self"].column.kind not in "bi":
        raise NotKnown(both("one number: I do not work it out"))
    return work(items)


@method("Frame Series", "describe", "percentiles=None, include=None, exclude=None")
def _describe(call: Call) -> Value:
    table = call["self"]
    if isinstance(table, Series):
        return Series(Column("f"), 8 if table.column.kind in "if" else 4)
    names = [n for n, c in table.columns.items() if c.kind in "if"]
    if call["percentiles"] is not None or call["include"] is not None:
        raise NotKnown(both("I do not know describe with percentiles or include"))
    if not names:
        return Frame({name: Column("O") for name in table.columns}, 4)
    return Frame({name: Column("f") for name in names}, 8)


@method("Frame", "corr cov", "method='pearson', min_periods=1, numeric_only=False")
def _corr(call: Call) -> Frame:
    frame = call["self"]
    names = _numeric(frame)
    if len(names) < len(frame.columns) and not call["numeric_only"]:
        raise Refused(
            both("a column holds no numbers: there is no correlation of it"),
            both("Write numeric_only=True."),
        )
    return Frame({name: Column("f") for name in names}, len(names))


@dataclass(slots=True, eq=False)
class Groups:
    """`frame.groupby(…)`, of which columns `only` was picked (None: all but the keys)."""

    frame: Frame
    keys: list[Value]
    only: Value = None

    @property
    def shape(self) -> Shape:
        """The shape of what is grouped."""
        return self.frame.shape

    def item(self, key: Value) -> Groups:
        """Return the groups with these columns alone."""
        return Groups(self.frame, self.keys, key)

    def attribute(self, name: str) -> Value:
        """Return a method, bound."""
        return Bound(self, name)

    def count(self) -> int:
        """Return how many groups there are; NotKnown if the values are not."""
        every = [self.frame.series(key).parts() for key in self.keys]
        return len(set(zip(*every, strict=True)))


@method("Frame", "groupby", "by, **kwargs")
def _groupby(call: Call) -> Groups:
    by = call["by"]
    return Groups(call["self"], list(by) if isinstance(by, list) else [by])


@method("Groups", "sum mean max min count std median first last size nunique", "**kwargs")
def _grouped(call: Call) -> Value:
    groups: Groups = call["self"]
    if isinstance(groups.only, str | int) or call.name.strip("()") == "size":
        return Series(Column("f"), groups.count())
    names = groups.only or [name for name in groups.frame.columns if name not in groups.keys]
    return Frame({name: Column("f") for name in names}, groups.count(), (None,) * groups.count())
