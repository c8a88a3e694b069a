"""Tables made of dicts, lists and arrays."""

from __future__ import annotations

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.library import function
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.tables.frame import Column, Frame, Series, column_of, spread
from quiz.shapes.values import Array, Value
from quiz.text import both


@function(
    "pandas.DataFrame", "data=None, index=None, columns=None, dtype=None, copy=None", given=True
)
def _frame(call: Call) -> Frame:
    data, names = call.arguments["data"], call["columns"]
    if isinstance(names, Series):
        names = list(names.parts())
    if isinstance(data, dict):
        frame = _of_dict(data, call["index"])
        return frame.only(names) if names is not None else frame
    call["data"]
    if isinstance(data, Frame):
        return data.only(names) if names is not None else data
    if isinstance(data, list) and data and all(isinstance(row, dict) for row in data):
        return _of_rows(data)
    if data is None:
        index = [] if call["index"] is None else call["index"]
        return Frame({name: Column("O") for name in names or []}, len(index))
    return _of_array(as_array(data), names)


def _of_dict(data: dict[Value, Value], index: Value) -> Frame:
    lengths = {as_array(v).shape[0] for v in data.values() if not _single(v)}
    if len(lengths) > 1:
        raise Refused(
            both(
                "the columns are not equally long: {lengths}",
                lengths=", ".join(sorted(map(str, lengths))),
            ),
            both("Every column needs one value for each row."),
        )
    if not lengths and data and index is None:
        raise Refused(
            both("all values are single ones: the number of rows is not known"),
            both("Write them in lists: {example}.", example="{'a': [1]}"),
        )
    rows = lengths.pop() if lengths else len(index or [])
    return Frame({name: spread(value, rows or 0) for name, value in data.items()}, rows or 0)


def _single(value: Value) -> bool:
    return isinstance(value, int | float | str | bool | None)


def _of_rows(data: list[dict[Value, Value]]) -> Frame:
    names = list(dict.fromkeys(name for row in data for name in row))
    columns = {name: spread([row.get(name) for row in data], len(data)) for name in names}
    return Frame(columns, len(data))


def _of_array(array: Array, names: Value) -> Frame:
    shape = array.shape
    if len(shape) == 1:
        shape = (*shape, 1)
    if len(shape) != 2:
        raise Refused(
            both("a table takes 2 axes, but the data has {rank}", rank=len(shape)),
            both("Reshape it to (rows, columns)."),
        )
    rows, width = shape[0] or 0, shape[1] or 0
    labels = list(range(width)) if names is None else list(names)
    if len(labels) != width:
        raise Refused(
            both("{width} columns of data, but {count} names", width=width, count=len(labels)),
            both("Give one name for each column."),
        )
    return Frame({name: _column(array, i, width) for i, name in enumerate(labels)}, rows)


def _column(array: Array, place: int, width: int) -> Column:
    return Column(array.kind, None if array.items is None else array.items[place::width])


@function("pandas.Series", "data=None, index=None, dtype=None, name=None, copy=None", given=True)
def _series(call: Call) -> Series:
    data = call["data"]
    if isinstance(data, dict):
        data = list(data.values())
    if _single(data):
        rows = 1 if call["index"] is None else len(call["index"])
        return Series(spread(data, rows), rows, call["name"])
    array = as_array(data)
    if len(array.shape) != 1:
        raise Refused(
            both("a Series takes 1 axis, but the data has {rank}", rank=len(array.shape)),
            both("Flatten it first: x.ravel()."),
        )
    return Series(column_of(array), array.shape[0] or 0, call["name"])


@function(
    "pandas.read_csv pandas.read_excel pandas.read_json pandas.read_table",
    "filepath_or_buffer, **kwargs",
    given=True,
)
def _read(call: Call) -> Value:
    raise NotKnown(
        both("I do not open files: what {file} holds is not known", file=call["filepath_or_buffer"])
    )


@function(
    "pandas.date_range", "start=None, end=None, periods=None, freq=None, **kwargs", given=True
)
def _dates(call: Call) -> Series:
    if call["periods"] is None:
        raise NotKnown(both("I do not count days: write periods=…"))
    return Series(Column("O"), call["periods"])


@function("pandas.to_datetime pandas.to_numeric", "arg, **kwargs")
def _converted(call: Call) -> Value:
    given = call["arg"]
    if isinstance(given, Series):
        return Series(Column("f"), given.rows, given.name)
    return given
