"""Several arrays laid together, and arrays repeated or lengthened."""

from __future__ import annotations

from quiz.shapes.arrays.array import as_array, axis_of, stacked
from quiz.shapes.call import Call
from quiz.shapes.library import function, method
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Dim, Shape, said
from quiz.shapes.terms import term
from quiz.shapes.values import Array, Value
from quiz.text import both


def _arrays(call: Call, argument: str) -> list[Array]:
    given = call[argument]
    if isinstance(given, Array) and given.shape and (given.shape[0] or 0) < 1000:
        if len(given.shape) < 2:
            raise _not_a_list(call)
        return [Array(given.shape[1:], None, given.kind)] * (given.shape[0] or 0)
    if not isinstance(given, list | tuple) or not given:
        raise _not_a_list(call)
    return [as_array(one) for one in given]


def _not_a_list(call: Call, error: str = "ValueError") -> Refused:
    return Refused(
        both("{name} takes the arrays as one list", name=call.name),
        both("Put them into brackets: {name}([a, b]).", name=call.name.strip("()")),
        error,
    )


def joined(call: Call, arrays: list[Array], axis: Value) -> Array:
    """Return arrays laid one after another along an axis; Refused if they differ on others."""
    rank = len(arrays[0].shape)
    at = axis_of(axis, rank)
    for number, other in enumerate(arrays[1:], 1):
        _alike(arrays[0].shape, other.shape, at, number)
    lengths = [array.shape[at] for array in arrays]
    total: Dim = None
    if None not in lengths:
        sizes = tuple(length or 0 for length in lengths)
        how = call.rules.joined(sizes) if len(sizes) <= 8 else term(sum(sizes))
        call.say(both("axis {axis}: {how}", axis=at, how=how))
        total = how.value
    first = arrays[0].shape
    items = None
    if at == 0 and all(array.items is not None for array in arrays):
        items = tuple(item for array in arrays for item in array.items or ())
    kind = arrays[0].kind if len({array.kind for array in arrays}) == 1 else ""
    return Array((*first[:at], total, *first[at + 1 :]), items, kind)


def _alike(first: Shape, other: Shape, axis: int, number: int) -> None:
    if len(first) != len(other):
        raise Refused(
            both(
                "arrays to be joined must have equally many axes, but the first is {first} and"
                " number {number} is {other}",
                first=said(first),
                number=number + 1,
                other=said(other),
            ),
            both("Bring them to the same number of axes with reshape."),
        )
    for i, (a, b) in enumerate(zip(first, other, strict=True)):
        if i != axis and a != b and None not in (a, b):
            raise Refused(
                both(
                    "arrays joined along axis {axis} must be equally long on all others, but on"
                    " axis {at} one has {a} and another {b}: {first} and {other}",
                    axis=axis,
                    at=i,
                    a=a,
                    b=b,
                    first=said(first),
                    other=said(other),
                ),
                both("Choose the axis along which they differ."),
            )


@function("numpy.concatenate numpy.concat", "arrays, axis=0, out=None, *, dtype=None, casting=None")
def _concatenate(call: Call) -> Array:
    axis = call.arguments["axis"]
    if isinstance(axis, Array):
        raise _not_a_list(call, "TypeError")
    arrays = _arrays(call, "arrays")
    if axis is None:
        arrays = [Array((_length(array),), array.items, array.kind) for array in arrays]
        axis = 0
    return joined(call, arrays, axis)


@function("keras.ops.concatenate", "xs, axis=0")
def _ops_concatenate(call: Call) -> Array:
    return joined(call, _arrays(call, "xs"), call["axis"])


@function("tensorflow.concat", "values, axis, name=None")
def _tf_concat(call: Call) -> Array:
    return joined(call, _arrays(call, "values"), call["axis"])


def _length(array: Array) -> int:
    total = 1
    for dim in array.shape:
        total *= dim or 0
    return total


@function("numpy.stack keras.ops.stack tensorflow.stack", "arrays, axis=0, out=None")
def _stack(call: Call) -> Array:
    arrays = _arrays(call, "arrays")
    if any(array.shape != arrays[0].shape for array in arrays):
        raise Refused(
            both(
                "arrays to be stacked must have the same shape, but are {shapes}",
                shapes=", ".join(said(array.shape) for array in arrays[:6]),
            ),
            both("stack makes a new axis; to lengthen one that is there use concatenate."),
        )
    at = axis_of(call["axis"], len(arrays[0].shape) + 1)
    if at == 0:
        return stacked(arrays)
    shape = arrays[0].shape
    return Array((*shape[:at], len(arrays), *shape[at:]), None, arrays[0].kind)


@function("numpy.vstack numpy.row_stack keras.ops.vstack", "tup")
def _vstack(call: Call) -> Array:
    rows = [_row(array) for array in _arrays(call, "tup")]
    return joined(call, rows, 0)


def _row(array: Array) -> Array:
    shape: Shape = (1, *array.shape) if len(array.shape) == 1 else array.shape or (1, 1)
    return Array(shape, array.items, array.kind)


@function("numpy.hstack keras.ops.hstack", "tup")
def _hstack(call: Call) -> Array:
    arrays = _arrays(call, "tup")
    return joined(call, arrays, 0 if len(arrays[0].shape) == 1 else 1)


@function("numpy.column_stack", "tup")
def _column_stack(call: Call) -> Array:
    columns = [
        Array((*a.shape, 1), a.items, a.kind) if len(a.shape) == 1 else a
        for a in _arrays(call, "tup")
    ]
    return joined(call, columns, 1)


@function("numpy.dstack", "tup")
def _dstack(call: Call) -> Array:
    deep = []
    for array in _arrays(call, "tup"):
        shape = (1, *array.shape) if len(array.shape) == 1 else array.shape
        deep.append(Array((*shape, 1) if len(shape) == 2 else shape))
    return joined(call, deep, 2)


@function("numpy.append", "arr, values, axis=None")
def _append(call: Call) -> Array:
    arrays = [as_array(call["arr"]), as_array(call["values"])]
    if call["axis"] is None:
        return joined(call, [Array((_length(a),), a.items, a.kind) for a in arrays], 0)
    return joined(call, arrays, call["axis"])


def _tiled(array: Array, reps: Value) -> Array:
    times = tuple(reps) if isinstance(reps, tuple | list) else (reps,)
    width = max(len(times), len(array.shape))
    times = (1,) * (width - len(times)) + times
    shape: Shape = (1,) * (width - len(array.shape)) + array.shape
    return Array(tuple(None if d is None else d * t for d, t in zip(shape, times, strict=True)))


@function("numpy.tile keras.ops.tile", "A, reps")
def _tile(call: Call) -> Array:
    return _tiled(as_array(call["A"]), call["reps"])


@function("tensorflow.tile", "input, multiples, name=None")
def _tf_tile(call: Call) -> Array:
    return _tiled(as_array(call["input"]), call["multiples"])


@function("numpy.repeat keras.ops.repeat tensorflow.repeat", "a, repeats, axis=None")
def _np_repeat(call: Call) -> Array:
    return _repeated(as_array(call["a"]), call["repeats"], call["axis"])


@method("Array", "repeat", "repeats, axis=None")
def _repeat(call: Call) -> Array:
    return _repeated(call["self"], call["repeats"], call["axis"])


def _repeated(array: Array, repeats: Value, axis: Value) -> Array:
    if axis is None:
        array, axis = Array((_length(array),), array.items, array.kind), 0
    at = axis_of(axis, len(array.shape))
    if isinstance(repeats, list | tuple | Array):
        counts = as_array(repeats).items
        if counts is None:
            raise NotKnown(both("I do not know how often each is repeated"))
        longer: Dim = sum(counts)
        items = None
    else:
        length = array.shape[at]
        longer = None if length is None else length * repeats
        items = None
        if array.items is not None and len(array.shape) == 1:
            items = tuple(item for item in array.items for _ in range(repeats))
    return Array((*array.shape[:at], longer, *array.shape[at + 1 :]), items, array.kind)


@function("numpy.pad keras.ops.pad", "array, pad_width, mode='constant', **kwargs")
def _pad(call: Call) -> Array:
    return _padded(call, as_array(call["array"]), call["pad_width"])


@function("tensorflow.pad", "tensor, paddings, mode='CONSTANT', constant_values=0, name=None")
def _tf_pad(call: Call) -> Array:
    return _padded(call, as_array(call["tensor"]), call["paddings"])


def _padded(call: Call, array: Array, width: Value) -> Array:
    rank = len(array.shape)
    if isinstance(width, int):
        width = ((width, width),) * rank
    elif all(isinstance(one, int) for one in width):
        width = (tuple(width) if len(width) == 2 else (width[0], width[0]),) * rank
    elif len(width) == 1:
        width = tuple(width) * rank
    if len(width) != rank:
        raise Refused(
            both(
                "the array has {rank} axes, but pad_width tells of {count}",
                rank=rank,
                count=len(width),
            ),
            both("Write one pair (before, after) for each axis."),
        )
    edges = [(one, one) if isinstance(one, int) else tuple(one) for one in width]
    return Array(
        tuple(
            None if d is None else call.rules.padded(d, b, a).value
            for d, (b, a) in zip(array.shape, edges, strict=True)
        )
    )
