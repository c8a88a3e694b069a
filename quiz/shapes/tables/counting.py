"""The different values of a column, and how often each stands in it."""

from __future__ import annotations

from quiz.shapes.arrays.array import as_array
from quiz.shapes.call import Call
from quiz.shapes.library import method
from quiz.shapes.tables.frame import Column, Series
from quiz.shapes.values import Value


@method("Series", "isin", "values")
def _isin(call: Call) -> Series:
    series: Series = call["self"]
    items, values = series.column.items, call["values"]
    listed = list(values.parts()) if isinstance(values, Series) else values
    known = items is not None and isinstance(listed, list | tuple | set)
    found = tuple(item in listed for item in items or ()) if known else None
    return Series(Column("b", found), series.rows, series.name)


@method("Series", "unique", "")
def _unique(call: Call) -> Value:
    return as_array(list(dict.fromkeys(call["self"].parts())))


@method("Series", "nunique", "dropna=True")
def _nunique(call: Call) -> int:
    return len(set(call["self"].parts()))


@method("Series", "value_counts", "normalize=False, **kwargs")
def _value_counts(call: Call) -> Series:
    values = list(call["self"].parts())
    distinct = set(values)
    counts = tuple(sorted((values.count(value) for value in distinct), reverse=True))
    return Series(Column("i", counts), len(distinct))
