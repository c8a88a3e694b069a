"""Columns and rows dropped: by their labels, where values miss, where they repeat."""

from __future__ import annotations

from math import isnan

from quiz.shapes.call import Call
from quiz.shapes.library import method
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.tables.frame import Frame, Series
from quiz.shapes.tables.selecting import pick_rows
from quiz.shapes.values import Value
from quiz.text import both


@method(
    "Frame",
    "drop",
    "labels=None, *, axis=0, index=None, columns=None, level=None, inplace=False, errors='raise'",
)
def _drop(call: Call) -> Value:
    frame, columns, index = call["self"], call["columns"], call["index"]
    labels = call["labels"]
    if labels is not None:
        if call["axis"] in (1, "columns"):
            columns = labels
        else:
            index = labels
    made: Frame = frame
    if columns is not None:
        gone = listed(columns)
        for name in gone:
            if call["errors"] == "raise":
                frame.series(name)
        made = made.only([name for name in made.columns if name not in gone])
    if index is not None:
        made = _without_rows(made, listed(index))
    if not call["inplace"]:
        return made
    frame.columns, frame.rows, frame.labels = made.columns, made.rows, made.labels
    return None


def listed(labels: Value) -> list[Value]:
    """Return labels as a list: one alone, or several."""
    if isinstance(labels, Series):
        return list(labels.parts())
    return list(labels) if isinstance(labels, list | tuple | range) else [labels]


def _without_rows(frame: Frame, labels: list[Value]) -> Frame:
    have = list(range(frame.rows)) if frame.labels is None else list(frame.labels)
    missing = [label for label in labels if label not in have]
    if missing:
        raise Refused(
            both("there is no row labelled {label}", label=repr(missing[0])),
            both("To drop a column write axis=1 or columns=[…]."),
            "KeyError",
        )
    return pick_rows(frame, [i for i, label in enumerate(have) if label not in labels])


@method("Frame Series", "dropna", "axis=0, how='any', subset=None, inplace=False, **kwargs")
@method("Frame Series", "drop_duplicates", "subset=None, keep='first', inplace=False, **kwargs")
def _dropped(call: Call) -> Value:
    table = call["self"]
    frame = Frame({None: table.column}, table.rows) if isinstance(table, Series) else table
    names = list(frame.columns) if call["subset"] is None else listed(call["subset"])
    every = [frame.series(name).column.items for name in names]
    if any(items is None for items in every) or call["inplace"] or call.arguments.get("axis"):
        raise NotKnown(both("how many rows are left depends on the values"))
    rows = list(zip(*(items or () for items in every), strict=True))
    if "dropna" in call.name:
        kept = [i for i, row in enumerate(rows) if not any(map(_missing, row))]
    else:
        kept = [i for i, row in enumerate(rows) if row not in rows[:i]]
    return table.item(kept) if isinstance(table, Series) else pick_rows(table, kept)


def _missing(value: Value) -> bool:
    return value is None or (isinstance(value, float) and isnan(value))
