"""Tables of pandas: names of columns, number of rows, and the values where the code tells them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from quiz.shapes.arrays.array import as_array, kind_of
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Shape
from quiz.shapes.values import MOST_ITEMS, Array, Bound, Value
from quiz.text import both

NUMBERS = "bif"


class Column(NamedTuple):
    """One column: the kind of its values ("i", "f", "b", "U", "O") and, if known, the values."""

    kind: str
    items: tuple[Value, ...] | None = None


def column_of(array: Array) -> Column:
    """Return an array of one axis as a column."""
    return Column(array.kind, array.items)


class Series:
    """One column by itself. `name` may be None; `rows` counts its values."""

    def __init__(self, column: Column, rows: int, name: Value = None) -> None:
        self.column = column
        self.rows = rows
        self.name = name

    @property
    def shape(self) -> Shape:
        """Its shape as pandas tells it."""
        return (self.rows,)

    def to_array(self) -> Array:
        """Return its values as NumPy has them."""
        return Array((self.rows,), self.column.items, self.column.kind)

    def combined(self, left: Value, right: Value, work: Callable[[Value, Value], Array]) -> Value:
        """Return what an operator gives for two operands, of which one is this."""
        lengths = {one.rows for one in (left, right) if isinstance(one, Series)}
        if len(lengths) > 1:
            raise NotKnown(both("I do not know how pandas aligns series of different lengths"))
        made = work(_plain(left), _plain(right))
        return Series(column_of(made), self.rows, self.name) if len(made.shape) == 1 else made

    def mapped(self, work: Callable[[Value], Value]) -> Series:
        """Return it with `work` done to each value."""
        items = self.column.items
        done = None if items is None else tuple(map(work, items))
        return Series(Column(self.column.kind, done), self.rows, self.name)

    def parts(self) -> Sequence[Value]:
        """Return its values one by one; NotKnown if the code does not tell them."""
        if self.column.items is None:
            raise NotKnown(both("I do not know the values of this column"))
        return self.column.items

    def item(self, key: Value) -> Value:
        """Return `series[key]`."""
        from quiz.shapes.tables.selecting import rows_of

        if isinstance(key, int | str):
            raise NotKnown(both("I do not know the single value"))
        places = rows_of(self.rows, key)
        return Series(picked(self.column, places), len(places), self.name)

    def attribute(self, name: str) -> Value:
        """Return `series.name`; a method is bound."""
        if name in _ATTRIBUTES:
            return _ATTRIBUTES[name](self)
        return Bound(self, name)


class Frame:
    """A table: its columns by name in order, and how many rows it has.

    `labels` are the row labels where they are not 0, 1, 2 …
    """

    def __init__(
        self, columns: dict[Value, Column], rows: int, labels: tuple[Value, ...] | None = None
    ) -> None:
        self.columns = columns
        self.rows = rows
        self.labels = labels

    @property
    def shape(self) -> Shape:
        """Its shape as pandas tells it."""
        return (self.rows, len(self.columns))

    def to_array(self) -> Array:
        """Return its values as NumPy has them."""
        kinds = {column.kind for column in self.columns.values()}
        kind = kinds.pop() if len(kinds) == 1 else "f" if kinds <= set("if") else "O"
        items = None
        every = [column.items for column in self.columns.values()]
        if every and all(one is not None for one in every) and self.rows * len(every) < MOST_ITEMS:
            items = tuple(
                value for row in zip(*(o or () for o in every), strict=True) for value in row
            )
        return Array((self.rows, len(self.columns)), items, kind)

    def combined(self, left: Value, right: Value, work: Callable[[Value, Value], Array]) -> Frame:
        """Return what an operator gives for two operands, of which one is this."""
        made = work(_plain(left), _plain(right))
        if made.shape != self.shape:
            raise NotKnown(both("I do not know how pandas aligns these tables"))
        return Frame({name: Column(made.kind) for name in self.columns}, self.rows, self.labels)

    def series(self, name: Value) -> Series:
        """Return one column; Refused where there is none of that name."""
        if name not in self.columns:
            raise Refused(
                both(
                    "there is no column {name}; there are {names}",
                    name=repr(name),
                    names=", ".join(map(repr, list(self.columns)[:8])),
                ),
                both("Look at its spelling."),
                "KeyError",
            )
        return Series(self.columns[name], self.rows, name)

    def only(self, names: Sequence[Value]) -> Frame:
        """Return the table with these columns alone."""
        return Frame({n: self.series(n).column for n in names}, self.rows, self.labels)

    def item(self, key: Value) -> Value:
        """Return `frame[key]`: a column, several columns, or rows."""
        from quiz.shapes.tables.selecting import pick_rows

        if isinstance(key, list) and all(isinstance(one, str | int) for one in key):
            return self.only(key)
        if isinstance(key, str | int) and not isinstance(key, bool):
            return self.series(key)
        return pick_rows(self, key)

    def set_column(self, key: Value, value: Value) -> None:
        """Do `frame[key] = value`."""
        if isinstance(key, str | int):
            self.columns[key] = spread(value, self.rows)

    def without_column(self, key: Value) -> None:
        """Do `del frame[key]`."""
        self.columns.pop(key, None)

    def rename_all(self, names: list[Value]) -> None:
        """Do `frame.columns = names`; Refused if they are too few or too many."""
        if len(names) != len(self.columns):
            raise Refused(
                both(
                    "the table has {count} columns, but {given} names are given",
                    count=len(self.columns),
                    given=len(names),
                )
            )
        self.columns = dict(zip(names, self.columns.values(), strict=True))

    def attribute(self, name: str) -> Value:
        """Return `frame.name`: a column if there is one; a method is bound."""
        if name in _ATTRIBUTES:
            return _ATTRIBUTES[name](self)
        if name in self.columns:
            return self.series(name)
        return Bound(self, name)

    def length(self) -> int:
        """Return the number of rows."""
        return self.rows

    def parts(self) -> list[Value]:
        """Return the names of its columns, as going through a table does."""
        return list(self.columns)


def spread(value: Value, rows: int) -> Column:
    """Return a value as a column of `rows`: a single one stands in every row."""
    if isinstance(value, Series):
        return value.column if value.rows == rows else Column(value.column.kind)
    if isinstance(value, int | float | str | bool | None):
        items = (value,) * rows if rows <= MOST_ITEMS else None
        return Column(kind_of([value]), items)
    array = as_array(value)
    if array.shape[:1] != (rows,):
        raise Refused(
            both(
                "a column of {given} values does not go into a table of {rows} rows",
                given=array.shape[0] if array.shape else 1,
                rows=rows,
            ),
            both("A column must have one value for each row."),
        )
    return column_of(array)


def picked(column: Column, places: Sequence[int]) -> Column:
    """Return the values of a column at these places."""
    if column.items is None:
        return column
    return Column(column.kind, tuple(column.items[place] for place in places))


def _plain(value: Value) -> Value:
    return value.to_array() if isinstance(value, Series | Frame) else value


def _turned(table: Series | Frame) -> Value:
    if isinstance(table, Series):
        return table
    return Frame({row: Column("") for row in range(table.rows)}, len(table.columns))


def _axes(table: Series | Frame) -> Value:
    names = tuple(table.columns) if isinstance(table, Frame) else ()
    return Series(Column(kind_of(names), names), len(names))


def _index(table: Series | Frame) -> Value:
    return Series(Column("i", tuple(range(table.rows))), table.rows)


def _places(table: Series | Frame) -> Value:
    from quiz.shapes.tables.selecting import Places

    return Places(table)


def _labels(table: Series | Frame) -> Value:
    from quiz.shapes.tables.selecting import Labels

    return Labels(table)


_ATTRIBUTES: dict[str, Callable[[Series | Frame], Value]] = {
    "shape": lambda table: table.shape,
    "ndim": lambda table: len(table.shape),
    "size": lambda table: table.rows * (len(table.columns) if isinstance(table, Frame) else 1),
    "values": lambda table: table.to_array(),
    "T": _turned,
    "columns": _axes,
    "index": _index,
    "iloc": _places,
    "loc": _labels,
}
