"""Rows and columns picked: iloc by place, loc by label, masks, slices."""

from __future__ import annotations

from collections.abc import Sequence

from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Shape
from quiz.shapes.tables.frame import Column, Frame, Series, picked
from quiz.shapes.values import Array, Value
from quiz.text import both


def rows_of(count: int, key: Value) -> Sequence[int]:
    """Return the places that a slice, a list of places or a mask picks of `count` rows."""
    if isinstance(key, slice):
        return range(count)[key]
    items = _items(key)
    if _is_mask(key, items):
        if len(items) != count:
            raise Refused(
                both(
                    "the mask has {mask} values, but there are {count} rows",
                    mask=len(items),
                    count=count,
                ),
                error="IndexError",
            )
        return [place for place, taken in enumerate(items) if taken]
    if any(type(one) is not int or not -count <= one < count for one in items):
        raise Refused(
            both("a place lies outside of the {count} rows", count=count), error="IndexError"
        )
    return [one % count for one in items]


def _items(key: Value) -> Sequence[Value]:
    if isinstance(key, list | tuple | range):
        return list(key)
    if isinstance(key, Series):
        return key.parts()
    if isinstance(key, Array) and len(key.shape) == 1:
        if key.items is None:
            raise NotKnown(
                both("how many are picked depends on the numbers, which the code does not tell")
            )
        return key.items
    raise NotKnown(both("I do not know which rows are picked"))


def _is_mask(key: Value, items: Sequence[Value]) -> bool:
    return bool(items) and all(isinstance(one, bool) for one in items)


def pick_rows(frame: Frame, key: Value) -> Frame:
    """Return the rows that a slice, a list of places or a mask picks."""
    places = rows_of(frame.rows, key)
    columns = {name: picked(column, places) for name, column in frame.columns.items()}
    labels = tuple(places) if frame.labels is None else tuple(frame.labels[p] for p in places)
    return Frame(columns, len(places), labels)


class Places:
    """`frame.iloc`: rows and columns by their place."""

    def __init__(self, table: Series | Frame) -> None:
        self.table = table

    @property
    def shape(self) -> Shape:
        """The shape of what is picked from."""
        return self.table.shape

    def item(self, key: Value) -> Value:
        """Return `table.iloc[key]`."""
        if isinstance(self.table, Series):
            return self.table.item(key)
        rows, columns = key if isinstance(key, tuple) else (key, slice(None))
        names = list(self.table.columns)
        if type(columns) is int:
            if not -len(names) <= columns < len(names):
                raise Refused(
                    both("there is no column at place {place}", place=columns), error="IndexError"
                )
            return _rows(self.table.series(names[columns]), rows)
        chosen = self.table.only([names[place] for place in rows_of(len(names), columns)])
        return _rows(chosen, rows)


class Labels:
    """`frame.loc`: rows and columns by their label."""

    def __init__(self, table: Series | Frame) -> None:
        self.table = table

    @property
    def shape(self) -> Shape:
        """The shape of what is picked from."""
        return self.table.shape

    def item(self, key: Value) -> Value:
        """Return `table.loc[key]`; NotKnown where rows have labels of their own."""
        if isinstance(self.table, Series):
            return self.table.item(_through(key))
        rows, columns = key if isinstance(key, tuple) else (key, slice(None))
        if self.table.labels is not None and not _any_rows(rows):
            raise NotKnown(both("I do not know the labels of these rows"))
        return _rows(_columns(self.table, columns), _through(rows))


def _any_rows(rows: Value) -> bool:
    return (isinstance(rows, slice) and rows == slice(None)) or (
        isinstance(rows, Series | Array) or (isinstance(rows, list) and _is_mask(rows, rows))
    )


def _through(rows: Value) -> Value:
    """Return a slice of labels as one of places: its end belongs to it."""
    if isinstance(rows, slice) and isinstance(rows.stop, int):
        return slice(rows.start, rows.stop + 1, rows.step)
    return rows


def _columns(frame: Frame, columns: Value) -> Series | Frame:
    names = list(frame.columns)
    if isinstance(columns, slice):
        first = names.index(columns.start) if columns.start in frame.columns else 0
        last = names.index(columns.stop) if columns.stop in frame.columns else len(names) - 1
        return frame.only(names[first : last + 1])
    if isinstance(columns, list | tuple) and not _is_mask(columns, columns):
        return frame.only(list(columns))
    return frame.series(columns)


def _rows(table: Series | Frame, rows: Value) -> Value:
    if type(rows) is int:
        if not -table.rows <= rows < table.rows:
            raise Refused(both("there is no row {row}", row=rows), error="IndexError")
        if isinstance(table, Series):
            raise NotKnown(both("I do not know the single value"))
        return Series(Column("O"), len(table.columns), rows)
    if isinstance(table, Series):
        places = rows_of(table.rows, rows)
        return Series(picked(table.column, places), len(places), table.name)
    return pick_rows(table, rows)
