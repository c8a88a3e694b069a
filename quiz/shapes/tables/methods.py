"""What tables and columns can do: parts of them, copies, columns and rows dropped."""

from __future__ import annotations

from dataclasses import dataclass

from quiz.shapes.call import Call
from quiz.shapes.library import method
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.tables.dropping import listed
from quiz.shapes.tables.frame import Column, Frame, Series, spread
from quiz.shapes.tables.selecting import pick_rows
from quiz.shapes.values import Value
from quiz.text import both


def _cut(table: Series | Frame, part: slice) -> Series | Frame:
    if isinstance(table, Frame):
        return pick_rows(table, part)
    cut: Series = table.item(part)
    return cut


@method("Frame Series", "head", "n=5")
def _head(call: Call) -> Value:
    return _cut(call["self"], slice(None, call["n"]))


@method("Frame Series", "tail", "n=5")
def _tail(call: Call) -> Value:
    count = call["n"]
    return _cut(call["self"], slice(-count, None) if count else slice(0, 0))


@method("Frame Series", "sample", "n=None, frac=None, replace=False, weights=None, **kwargs")
def _sample(call: Call) -> Value:
    table, count = call["self"], call["n"]
    if call["frac"] is not None:
        count = round(call["frac"] * table.rows)
    count = 1 if count is None else count
    if count > table.rows and not call["replace"]:
        raise Refused(
            both("{count} rows cannot be drawn out of {rows}", count=count, rows=table.rows),
            both("Draw fewer, or with replace=True."),
        )
    return _forgotten(table, count)


def _forgotten(table: Series | Frame, rows: int) -> Series | Frame:
    """Return a table of so many rows, whose values are no longer known."""
    if isinstance(table, Series):
        return Series(Column(table.column.kind), rows, table.name)
    return Frame({n: Column(c.kind) for n, c in table.columns.items()}, rows, (None,) * rows)


@method("Frame Series", "copy sort_index", "deep=True")
@method("Frame Series", "fillna", "value=None, **kwargs")
@method("Frame Series", "ffill bfill interpolate abs round cumsum", "*args, **kwargs")
@method("Frame Series", "replace rename astype shift diff pct_change clip", "*args, **kwargs")
@method("Frame Series", "sort_values", "*args, **kwargs")
@method("Series", "map apply rank where", "*args, **kwargs")
def _same(call: Call) -> Value:
    table = call["self"]
    if "copy" in call.name:
        return _copied(table)
    if "rename" in call.name and isinstance(table, Frame):
        names = call.arguments["kwargs"].get("columns", {})
        if not isinstance(names, dict):
            raise NotKnown(both("I do not know the new names of the columns"))
        return Frame({names.get(n, n): c for n, c in table.columns.items()}, table.rows)
    return _forgotten(table, table.rows)


def _copied(table: Series | Frame) -> Series | Frame:
    if isinstance(table, Series):
        return Series(table.column, table.rows, table.name)
    return Frame(dict(table.columns), table.rows, table.labels)


@method("Frame Series", "isnull isna notnull notna", "")
def _is_null(call: Call) -> Value:
    table = call["self"]
    if isinstance(table, Series):
        return Series(Column("b"), table.rows, table.name)
    return Frame({name: Column("b") for name in table.columns}, table.rows)


@method("Frame Series", "to_numpy", "dtype=None, copy=False")
def _to_numpy(call: Call) -> Value:
    return call["self"].to_array()


@method("Series", "tolist to_list", "")
def _to_list(call: Call) -> Value:
    return list(call["self"].parts())


@method("Frame", "tolist to_list", "")
def _names_to_list(call: Call) -> Value:
    return list(call["self"].columns)


@method("Series", "to_frame", "name=None")
def _to_frame(call: Call) -> Frame:
    series = call["self"]
    name = series.name if call["name"] is None else call["name"]
    return Frame({0 if name is None else name: series.column}, series.rows)


@method("Frame Series", "reset_index", "level=None, *, drop=False, inplace=False, **kwargs")
def _reset(call: Call) -> Value:
    table = call["self"]
    if isinstance(table, Series):
        if call["drop"]:
            return table
        return Frame({"index": Column("i"), table.name: table.column}, table.rows)
    columns = dict(table.columns) if call["drop"] else {"index": Column("O"), **table.columns}
    if not call["inplace"]:
        return Frame(columns, table.rows)
    table.columns, table.labels = columns, None
    return None


@method("Frame", "set_index", "keys, *, drop=True, inplace=False, **kwargs")
def _set_index(call: Call) -> Value:
    frame = call["self"]
    gone = listed(call["keys"]) if call["drop"] else []
    labels = frame.series(listed(call["keys"])[0]).column.items or (None,) * frame.rows
    made = Frame({n: c for n, c in frame.columns.items() if n not in gone}, frame.rows, labels)
    if not call["inplace"]:
        return made
    frame.columns, frame.labels = made.columns, made.labels
    return None


@method("Frame", "pop", "item")
def _pop(call: Call) -> Series:
    frame = call["self"]
    series: Series = frame.series(call["item"])
    del frame.columns[call["item"]]
    return series


@method("Frame", "insert", "loc, column, value, allow_duplicates=False")
def _insert(call: Call) -> None:
    frame = call["self"]
    frame.columns[call["column"]] = spread(call["value"], frame.rows)


@method("Frame", "select_dtypes", "include=None, exclude=None")
def _select(call: Call) -> Frame:
    frame = call["self"]
    wanted, unwanted = call.arguments["include"], call.arguments["exclude"]
    keep = [
        name
        for name, column in frame.columns.items()
        if (wanted is None or _of_kind(column, wanted))
        and not (unwanted is not None and _of_kind(column, unwanted))
    ]
    only: Frame = frame.only(keep)
    return only


def _of_kind(column: Column, kinds: Value) -> bool:
    for kind in listed(kinds):
        name = str(getattr(kind, "name", kind))
        if name in ("number", "numpy.number"):
            matched = column.kind in "if" and column.kind != ""
        elif name in ("object", "str", "string", "builtins.object", "builtins.str"):
            matched = column.kind in "UO" and column.kind != ""
        elif "int" in name or "float" in name or "bool" in name:
            matched = column.kind == name.rpartition(".")[2][0]
        else:
            raise NotKnown(both("I do not know the dtype {name}", name=name))
        if matched:
            return True
    return False


@method("Frame Series", "rolling expanding ewm", "*args, **kwargs")
def _rolling(call: Call) -> Value:
    return Windows(call["self"])


@dataclass(slots=True, eq=False)
class Windows:
    """Windows that roll over a table or column; a number comes of each."""

    table: Series | Frame


@method("Windows", "mean sum std min max median var", "**kwargs")
def _rolled(call: Call) -> Value:
    table = call["self"].table
    return _forgotten(table, table.rows)
