"""Arrays cut into pieces, windows over them, and rows taken out or put in."""

from __future__ import annotations

from itertools import pairwise

from quiz.shapes.arrays.array import as_array, axes_of, axis_of
from quiz.shapes.call import Call
from quiz.shapes.library import function
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Dim
from quiz.shapes.values import Array, Value
from quiz.text import both


def _pieces(array: Array, parts: Value, axis: int, even: bool) -> list[Value]:
    length = array.shape[axis]
    if length is None:
        raise NotKnown(both("I do not know the length that is to be split"))
    if isinstance(parts, int):
        if parts <= 0 or (even and length % parts):
            raise Refused(
                both(
                    "{length} cannot be split into {parts} equal parts", length=length, parts=parts
                ),
                both("np.array_split takes unequal parts, too."),
            )
        small, more = divmod(length, parts)
        lengths = [small + 1] * more + [small] * (parts - more)
    else:
        bounds = [range(length)[:cut].stop for cut in as_array(parts).items or ()]
        edges = [0, *bounds, length]
        lengths = [max(0, b - a) for a, b in pairwise(edges)]
    shape = array.shape
    return [Array((*shape[:axis], one, *shape[axis + 1 :])) for one in lengths]


@function("numpy.split", "ary, indices_or_sections, axis=0")
def _split(call: Call) -> list[Value]:
    array = as_array(call["ary"])
    axis = axis_of(call["axis"], len(array.shape))
    return _pieces(array, call["indices_or_sections"], axis, even=True)


@function("keras.ops.split", "x, indices_or_sections, axis=0")
def _ops_split(call: Call) -> list[Value]:
    array = as_array(call["x"])
    axis = axis_of(call["axis"], len(array.shape))
    return _pieces(array, call["indices_or_sections"], axis, even=True)


@function("numpy.array_split", "ary, indices_or_sections, axis=0")
def _array_split(call: Call) -> list[Value]:
    array = as_array(call["ary"])
    axis = axis_of(call["axis"], len(array.shape))
    return _pieces(array, call["indices_or_sections"], axis, even=False)


@function("numpy.hsplit numpy.vsplit", "ary, indices_or_sections")
def _hv_split(call: Call) -> list[Value]:
    array = as_array(call["ary"])
    axis = 1 if "hsplit" in call.name and len(array.shape) > 1 else 0
    return _pieces(array, call["indices_or_sections"], axis, even=True)


@function(
    "numpy.lib.stride_tricks.sliding_window_view",
    "x, window_shape, axis=None, *, subok=False, writeable=False",
)
def _windows(call: Call) -> Array:
    array = as_array(call["x"])
    window = call["window_shape"]
    sizes = tuple(window) if isinstance(window, tuple | list) else (window,)
    axes = axes_of(call["axis"], len(array.shape))
    if len(sizes) != len(axes):
        raise Refused(
            both("a window of {count} axes needs as many axes to slide along", count=len(sizes)),
            both("Name the axis: axis=0."),
        )
    shape: list[Dim] = list(array.shape)
    for axis, size in zip(axes, sizes, strict=True):
        length = shape[axis] or 0
        if size > length:
            raise Refused(
                both(
                    "a window of {size} is longer than the axis ({length})",
                    size=size,
                    length=length,
                )
            )
        count = call.rules.window(length, size, 1)
        call.say(both("axis {axis}: {how}", axis=axis, how=count))
        shape[axis] = count.value
    return Array((*shape, *sizes))


@function("numpy.delete", "arr, obj, axis=None")
def _delete(call: Call) -> Array:
    array, which = as_array(call["arr"]), call["obj"]
    if call["axis"] is None:
        size = 1
        for dim in array.shape:
            size *= dim or 0
        array = Array((size,))
    axis = axis_of(call["axis"] or 0, len(array.shape))
    length = array.shape[axis] or 0
    if isinstance(which, slice):
        gone = len(range(length)[which])
    elif isinstance(which, int):
        gone = 1
    else:
        gone = len(set(as_array(which).items or ()))
    return Array((*array.shape[:axis], length - gone, *array.shape[axis + 1 :]))


@function("numpy.insert", "arr, obj, values, axis=None")
def _insert(call: Call) -> Array:
    array = as_array(call["arr"])
    if call["axis"] is None or not isinstance(call["obj"], int):
        raise NotKnown(both("I do not know np.insert without axis, or at several places"))
    axis = axis_of(call["axis"], len(array.shape))
    return Array((*array.shape[:axis], (array.shape[axis] or 0) + 1, *array.shape[axis + 1 :]))
