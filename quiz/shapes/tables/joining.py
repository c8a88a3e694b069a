"""Tables laid together, and categories made columns."""

from __future__ import annotations

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.library import function
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.tables.frame import Column, Frame, Series, column_of
from quiz.shapes.values import Value
from quiz.text import both


@function("pandas.concat", "objs, *, axis=0, join='outer', ignore_index=False, **kwargs")
def _concat(call: Call) -> Value:
    tables = call["objs"]
    if not isinstance(tables, list | tuple) or not tables:
        raise Refused(
            both("pd.concat takes the tables as one list"),
            both("Put square brackets around them: pd.concat([a, b])."),
            "TypeError",
        )
    if any(not isinstance(table, Series | Frame) for table in tables):
        raise Refused(
            both("pd.concat takes tables of pandas, not arrays"),
            both("For arrays there is np.concatenate."),
            "TypeError",
        )
    if call["axis"] in (1, "columns"):
        return _beside(tables)
    return _below(call, tables)


def _beside(tables: Value) -> Frame:
    rows = {table.rows for table in tables}
    if len(rows) > 1 or any(isinstance(t, Frame) and t.labels is not None for t in tables):
        raise NotKnown(both("I do not know how pandas aligns these tables"))
    columns: dict[Value, Column] = {}
    for number, table in enumerate(tables):
        for name, column in _named(table, number):
            while name in columns:
                name = (name, number)  # pandas keeps two columns of one name
            columns[name] = column
    return Frame(columns, rows.pop())


def _named(table: Series | Frame, number: int) -> list[tuple[Value, Column]]:
    if isinstance(table, Frame):
        return list(table.columns.items())
    return [(number if table.name is None else table.name, table.column)]


def _below(call: Call, tables: Value) -> Value:
    rows = sum(table.rows for table in tables)
    labels = None if call["ignore_index"] else (None,) * rows
    if all(isinstance(table, Series) for table in tables):
        return Series(Column(tables[0].column.kind), rows, tables[0].name)
    frames = [t if isinstance(t, Frame) else Frame({t.name: t.column}, t.rows) for t in tables]
    names = list(dict.fromkeys(name for frame in frames for name in frame.columns))
    if call["join"] == "inner":
        names = [name for name in names if all(name in frame.columns for frame in frames)]
    kinds = {
        name: next(f.columns[name].kind for f in frames if name in f.columns) for name in names
    }
    return Frame({name: Column(kind) for name, kind in kinds.items()}, rows, labels)


@function(
    "pandas.get_dummies",
    "data, prefix=None, prefix_sep='_', dummy_na=False, columns=None, sparse=False,"
    " drop_first=False, dtype=None",
)
def _get_dummies(call: Call) -> Frame:
    data = call["data"]
    if not isinstance(data, Frame):
        column = data.column if isinstance(data, Series) else column_of(as_array(data))
        rows = data.rows if isinstance(data, Series) else as_array(data).shape[0] or 0
        return Frame(dict(_dummies(call, None, column)), rows)
    chosen = call["columns"]
    if chosen is None:
        chosen = [
            name for name, column in data.columns.items() if column.kind not in ("b", "i", "f")
        ]
    kept = {name: column for name, column in data.columns.items() if name not in chosen}
    for name in chosen:
        kept.update(_dummies(call, name, data.series(name).column))
    call.say(
        both(
            "{categories} columns made of categories, {rest} kept",
            categories=len(kept) - len(data.columns) + len(chosen),
            rest=len(data.columns) - len(chosen),
        )
    )
    return Frame(kept, data.rows)


def _dummies(call: Call, name: Value, column: Column) -> list[tuple[Value, Column]]:
    if column.items is None:
        raise NotKnown(both("how many columns there will be depends on the number of categories"))
    categories = sorted({value for value in column.items if value is not None}, key=str)
    if call["drop_first"]:
        categories = categories[1:]
    made: list[tuple[Value, Column]] = [((name, value), Column("b")) for value in categories]
    return [*made, ((name, None), Column("b"))] if call["dummy_na"] else made


@function("pandas.merge", "left, right, **kwargs")
def _merge(call: Call) -> Value:
    raise NotKnown(both("I do not know how many rows two tables have in common"))
