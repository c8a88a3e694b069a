"""What NumPy takes for an array, and its axes."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Shape, said
from quiz.shapes.values import MOST_ITEMS, Array, Tensor, Value, known
from quiz.text import both

Items = tuple[Value, ...] | None


def as_array(value: Value) -> Array:
    """Return `value` as numpy.array makes it; Refused for rows of different lengths."""
    known(value)
    if isinstance(value, Array):
        return value
    if isinstance(value, Tensor):
        return Array(value.shape)
    if isinstance(value, bool | int | float | str):
        return Array((), (value,), kind_of([value]))
    if value is None:
        return Array((), (None,), "O")
    if isinstance(value, range):
        numbers = tuple(value) if len(value) <= MOST_ITEMS else None
        return Array((len(value),), numbers, "i")
    if isinstance(value, list | tuple):
        return stacked([as_array(part) for part in value])
    if hasattr(value, "to_array"):
        made = value.to_array()
        assert isinstance(made, Array)
        return made
    raise NotKnown(both("I do not know what array this becomes"))


def stacked(rows: Sequence[Array]) -> Array:
    """Return arrays of one shape as the rows of one; Refused if their shapes differ."""
    if not rows:
        return Array((0,), (), "f")
    first = rows[0].shape
    if any(row.shape != first for row in rows):
        raise Refused(
            both(
                "the rows have different lengths ({shapes}): no array can be made of them",
                shapes=", ".join(sorted({said(row.shape) for row in rows})[:3]),
            ),
            both("Make all rows equally long, say with pad_sequences."),
        )
    items: Items = None
    if all(row.items is not None for row in rows) and len(rows) * _size(first) <= MOST_ITEMS:
        items = tuple(item for row in rows for item in row.items or ())
    kinds = [row.kind for row in rows]
    return Array((len(rows), *first), items, _widest(kinds))


def _size(shape: Shape) -> int:
    return prod(dim or 0 for dim in shape)


def kind_of(items: Sequence[Value]) -> str:
    """Return the kind of dtype that holds `items`: "b", "i", "f", "U" or "O"."""
    kinds = {
        "b"
        if isinstance(item, bool)
        else "i"
        if isinstance(item, int)
        else "f"
        if isinstance(item, float)
        else "U"
        if isinstance(item, str)
        else "O"
        for item in items
    }
    return _widest(sorted(kinds))


def _widest(kinds: Sequence[str]) -> str:
    order = "bifUO"
    return max(kinds, key=lambda kind: order.find(kind), default="f")


def axis_of(axis: Value, rank: int) -> int:
    """Return an axis counted from 0; Refused if an array of `rank` axes has none such."""
    known(axis)
    if type(axis) is int and -rank <= axis < rank:
        return axis % rank
    raise Refused(
        both(
            "there is no axis {axis}: the array has {rank} axes, counted from 0",
            axis=repr(axis),
            rank=rank,
        ),
        both("The last axis is -1."),
        "AxisError" if type(axis) is int else "TypeError",
    )


def axes_of(axes: Value, rank: int) -> tuple[int, ...]:
    """Return axes counted from 0: all for None, one for a number."""
    known(axes)
    if axes is None:
        return tuple(range(rank))
    listed = axes if isinstance(axes, tuple | list) else (axes,)
    found = tuple(axis_of(axis, rank) for axis in listed)
    if len(set(found)) != len(found):
        raise Refused(both("an axis is named twice: {axes}", axes=repr(axes)))
    return found


def shape_of(value: Value) -> Shape:
    """Return the shape that is given to numpy.zeros and its like: 3, (3, 4); Refused otherwise."""
    known(value)
    if isinstance(value, Array) and value.items is not None and len(value.shape) <= 1:
        value = value.items
    listed = tuple(value) if isinstance(value, tuple | list) else (value,)
    if all(type(dim) is int and dim >= 0 for dim in listed):
        return listed
    raise Refused(
        both("{value} is no shape: it must hold whole numbers of 0 or more", value=repr(value)),
        both("Write a tuple: (3, 4)."),
        "ValueError" if all(type(dim) is int for dim in listed) else "TypeError",
    )
