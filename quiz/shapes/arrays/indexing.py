"""What stands in square brackets after an array. Source: NumPy user guide, Indexing on ndarrays."""

from __future__ import annotations

from itertools import compress, product
from math import prod
from typing import NamedTuple

from quiz.shapes.arrays.array import as_array
from quiz.shapes.arrays.broadcast import together
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Dim, Shape, said
from quiz.shapes.values import Array, Value, known
from quiz.text import both

_MOST_PICKED = 20_000


def index(array: Array, key: Value) -> Value:
    """Return `array[key]`: an array, or a plain number where it is a known single one."""
    known(key)
    keys = list(key) if isinstance(key, tuple) else [key]
    keys = _spread(array, [as_array(k) if isinstance(k, list) else k for k in keys])
    made = _Made((), [], None, 0)
    axis = 0
    for one in keys:
        if one is None:
            made = made.with_axis(1)
        else:
            made, axis = _one(array, one, axis, made)
    shape = made.shape + array.shape[axis:]
    items = _picked(array, made.picks, axis)
    if shape == () and items is not None:
        return items[0]
    return Array(shape, items, array.kind)


class _Made(NamedTuple):
    """The result so far: its shape, what is picked of each axis, where index arrays went."""

    shape: Shape
    picks: list[range | None]
    fancy: Shape | None
    at: int

    def with_axis(self, length: Dim) -> _Made:
        return self._replace(shape=(*self.shape, length))


def _spread(array: Array, keys: list[Value]) -> list[Value]:
    """Return the keys with an Ellipsis written out as the `:` it stands for."""
    taken = sum(_takes(k) for k in keys)
    rank = len(array.shape)
    if taken > rank:
        raise Refused(
            both(
                "too many indices: the array has {rank} axes {shape}, but {taken} are named",
                rank=rank,
                shape=said(array.shape),
                taken=taken,
            ),
            both("Name at most {rank}.", rank=rank),
            "IndexError",
        )
    if not any(k is Ellipsis for k in keys):
        return keys
    at = next(i for i, k in enumerate(keys) if k is Ellipsis)
    return [*keys[:at], *[slice(None)] * (rank - taken), *keys[at + 1 :]]


def _takes(key: Value) -> int:
    if key is None or key is Ellipsis:
        return 0
    return len(key.shape) if isinstance(key, Array) and key.kind == "b" else 1


def _one(array: Array, key: Value, axis: int, made: _Made) -> tuple[_Made, int]:
    length = array.shape[axis]
    if isinstance(key, slice):
        if isinstance(key.start, str) or isinstance(key.stop, str):
            raise _no_index(key)
        picked = None if length is None else range(length)[key]
        kept = made._replace(picks=[*made.picks, picked])
        return kept.with_axis(None if picked is None else len(picked)), axis + 1
    if type(key) is int:
        return made._replace(picks=[*made.picks, _single(key, length, axis)]), axis + 1
    if isinstance(key, Array):
        return _by_array(array, key, axis, made)
    raise _no_index(key)


def _no_index(key: Value) -> Refused:
    return Refused(
        both("{key} is no index of an array", key=repr(key)),
        both("An index is a whole number, a slice such as 1:3, or an array of these."),
        "IndexError",
    )


def _single(key: int, length: Dim, axis: int) -> range | None:
    if length is None:
        return None
    if not -length <= key < length:
        raise Refused(
            both(
                "index {key} does not exist: axis {axis} has a length of {length}",
                key=key,
                axis=axis,
                length=length,
            ),
            both("The last index is {last}.", last=length - 1),
            "IndexError",
        )
    return range(key % length, key % length + 1)


def _by_array(array: Array, key: Array, axis: int, made: _Made) -> tuple[_Made, int]:
    """Index by an array: true and false pick what is true, numbers pick places."""
    picks: list[range | None] = [*made.picks, None]
    if key.kind == "b":
        return _by_truth(array, key, axis, made)
    if key.kind not in "i" and key.shape != (0,):
        raise Refused(
            both("an array of other than whole numbers or true and false is no index"),
            error="IndexError",
        )
    if made.fancy is None:
        shape = made.shape + key.shape
        return _Made(shape, picks, key.shape, len(made.shape)), axis + 1
    joint = together(made.fancy, key.shape)
    head, tail = made.shape[: made.at], made.shape[made.at + len(made.fancy) :]
    if tail:  # index arrays with a slice between them: NumPy puts their axes in front
        head, tail = (), head + tail
    return _Made(head + joint + tail, picks, joint, len(head)), axis + 1


def _by_truth(array: Array, key: Array, axis: int, made: _Made) -> tuple[_Made, int]:
    for offset, length in enumerate(key.shape):
        if array.shape[axis + offset] != length:
            raise Refused(
                both(
                    "the mask has a length of {mask} on axis {axis}, but the array has {length}",
                    mask=length,
                    axis=axis + offset,
                    length=array.shape[axis + offset],
                ),
                both("A mask must be as long as what it picks from."),
                "IndexError",
            )
    if key.items is None:
        raise NotKnown(
            both("how many are picked depends on the numbers, which the code does not tell")
        )
    count = sum(map(bool, key.items))
    taken = len(key.shape)
    picks: list[range | None] = [*made.picks, *[None] * taken]
    return made._replace(shape=(*made.shape, count), picks=picks), axis + taken


def _picked(array: Array, picks: list[range | None], axis: int) -> tuple[Value, ...] | None:
    """Return the numbers that slices and single indices leave, where they are known."""
    if array.items is None or None in picks or None in array.shape:
        return None
    places = [p for p in picks if p is not None]
    places += [range(dim or 0) for dim in array.shape[axis:]]
    steps = _steps(array.shape)
    rows = places[0] if places else range(1)
    if places and rows.step == 1 and all(map(_whole, places[1:], array.shape[1:])):
        return array.items[rows.start * steps[0] : rows.stop * steps[0]]
    if prod(map(len, places)) > _MOST_PICKED:
        return None
    return tuple(
        array.items[sum(i * step for i, step in zip(place, steps, strict=True))]
        for place in product(*places)
    )


def _whole(places: range, length: Dim) -> bool:
    return places == range(length or 0)


def _steps(shape: Shape) -> list[int]:
    steps, step = [], 1
    for dim in reversed(shape):
        steps.append(step)
        step *= dim or 0
    return steps[::-1]


def masked(items: tuple[Value, ...], mask: tuple[Value, ...]) -> tuple[Value, ...]:
    """Return the items for which the mask is true."""
    return tuple(compress(items, mask))
