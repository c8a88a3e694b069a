"""The same numbers laid out anew: reshape, transpose, axes added and taken away."""

from __future__ import annotations

from math import prod

from quiz.shapes.arrays.array import as_array, axes_of, axis_of
from quiz.shapes.call import Call
from quiz.shapes.layers.reshaping import refit
from quiz.shapes.library import function, method
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Shape, said
from quiz.shapes.values import Array, Value
from quiz.text import both


def _reshaped(call: Call, array: Array, wanted: Value) -> Array:
    target = tuple(wanted) if isinstance(wanted, tuple | list) else (wanted,)
    if len(target) == 1 and isinstance(target[0], tuple | list):
        target = tuple(target[0])
    if any(type(dim) is not int for dim in target):
        raise Refused(
            both("reshape takes whole numbers, not {target}", target=said(target)),
            both("Write the lengths as numbers, one of them -1 if it is to be worked out."),
            "TypeError",
        )
    if any(dim < -1 for dim in target) or target.count(-1) > 1:
        raise Refused(
            both("reshape takes -1 at most once, not {target}", target=said(target)),
            both("Only one length can be left to NumPy."),
        )
    if None in array.shape:
        return Array(tuple(None if dim == -1 else dim for dim in target))
    return Array(refit(call, array.shape, target), array.items, array.kind, array.classes)


@function("numpy.reshape", "a, shape, order='C', *, copy=None")
def _np_reshape(call: Call) -> Array:
    return _reshaped(call, as_array(call["a"]), call["shape"])


@function("keras.ops.reshape", "x, newshape")
def _ops_reshape(call: Call) -> Array:
    return _reshaped(call, as_array(call["x"]), call["newshape"])


@function("tensorflow.reshape", "tensor, shape, name=None")
def _tf_reshape(call: Call) -> Array:
    return _reshaped(call, as_array(call["tensor"]), call["shape"])


@method("Array", "reshape", "*shape, order='C', copy=None")
def _reshape(call: Call) -> Array:
    return _reshaped(call, call["self"], call["shape"])


@function("numpy.ravel keras.ops.ravel", "a, order='C'")
def _ravel(call: Call) -> Array:
    return _flat(as_array(call["a"]))


@method("Array", "flatten ravel", "order='C'")
def _flatten(call: Call) -> Array:
    return _flat(call["self"])


def _flat(array: Array) -> Array:
    size = None if None in array.shape else prod(dim or 0 for dim in array.shape)
    return Array((size,), array.items, array.kind, array.classes)


@function("numpy.expand_dims", "a, axis")
def _np_expand(call: Call) -> Array:
    return _expanded(as_array(call["a"]), call["axis"])


@function("keras.ops.expand_dims", "x, axis")
def _ops_expand(call: Call) -> Array:
    return _expanded(as_array(call["x"]), call["axis"])


@function("tensorflow.expand_dims", "input, axis, name=None")
def _tf_expand(call: Call) -> Array:
    return _expanded(as_array(call["input"]), call["axis"])


def _expanded(array: Array, axis: Value) -> Array:
    axes = axis if isinstance(axis, tuple | list) else (axis,)
    rank = len(array.shape) + len(axes)
    at = sorted(axis_of(one, rank) for one in axes)
    shape = list(array.shape)
    for place in at:
        shape.insert(place, 1)
    return Array(tuple(shape), array.items, array.kind)


@function("numpy.squeeze keras.ops.squeeze", "a, axis=None")
def _np_squeeze(call: Call) -> Array:
    return _squeezed(as_array(call["a"]), call["axis"])


@function("tensorflow.squeeze", "input, axis=None, name=None")
def _tf_squeeze(call: Call) -> Array:
    return _squeezed(as_array(call["input"]), call["axis"])


@method("Array", "squeeze", "axis=None")
def _squeeze(call: Call) -> Array:
    return _squeezed(call["self"], call["axis"])


def _squeezed(array: Array, axis: Value) -> Array:
    ones = [i for i, dim in enumerate(array.shape) if dim == 1]
    at = ones if axis is None else list(axes_of(axis, len(array.shape)))
    if not set(at) <= set(ones):
        raise Refused(
            both(
                "only an axis of length 1 can be taken away, but axis {axis} of {shape} has"
                " {length}",
                axis=at[0],
                shape=said(array.shape),
                length=array.shape[at[0]],
            ),
            both("To pick one place of an axis, index it: x[:, 0]."),
        )
    shape = tuple(dim for i, dim in enumerate(array.shape) if i not in at)
    return Array(shape, array.items, array.kind, array.classes)


@function("numpy.transpose keras.ops.transpose", "a, axes=None")
def _np_transpose(call: Call) -> Array:
    return _turned(call, as_array(call["a"]), call["axes"])


@function("tensorflow.transpose", "a, perm=None, conjugate=False, name=None")
def _tf_transpose(call: Call) -> Array:
    return _turned(call, as_array(call["a"]), call["perm"])


@method("Array", "transpose", "*axes")
def _transpose(call: Call) -> Array:
    axes = call["axes"]
    if len(axes) == 1 and (axes[0] is None or isinstance(axes[0], tuple | list)):
        axes = axes[0]
    return _turned(call, call["self"], axes or None)


def _turned(call: Call, array: Array, axes: Value) -> Array:
    rank = len(array.shape)
    order = tuple(range(rank))[::-1] if axes is None else axes_of(axes, rank)
    if len(order) != rank:
        raise Refused(
            both(
                "transpose must name every axis: the array has {rank}, but {axes} names {count}",
                rank=rank,
                axes=repr(axes),
                count=len(order),
            ),
            both("Name 0, 1, … each once, in the new order."),
        )
    order = call.rules.dims(order)
    call.say(
        both("the axes {dims} of {shape}, in this order", dims=said(order), shape=said(array.shape))
    )
    items = array.items if order == tuple(range(rank)) else None
    return Array(tuple(array.shape[axis] for axis in order), items, array.kind)


@function("numpy.swapaxes keras.ops.swapaxes", "a, axis1, axis2")
def _np_swapaxes(call: Call) -> Array:
    return _swapped(as_array(call["a"]), call["axis1"], call["axis2"])


@method("Array", "swapaxes", "axis1, axis2")
def _swapaxes(call: Call) -> Array:
    return _swapped(call["self"], call["axis1"], call["axis2"])


def _swapped(array: Array, one: Value, other: Value) -> Array:
    shape = list(array.shape)
    a, b = axis_of(one, len(shape)), axis_of(other, len(shape))
    shape[a], shape[b] = shape[b], shape[a]
    return Array(tuple(shape), None, array.kind)


@function("numpy.moveaxis numpy.rollaxis keras.ops.moveaxis", "a, source, destination")
def _moveaxis(call: Call) -> Array:
    array = as_array(call["a"])
    rank = len(array.shape)
    sources, places = axes_of(call["source"], rank), axes_of(call["destination"], rank)
    order = [axis for axis in range(rank) if axis not in sources]
    for place, source in sorted(zip(places, sources, strict=True)):
        order.insert(place, source)
    return Array(tuple(array.shape[axis] for axis in order), None, array.kind)


@function("numpy.atleast_1d numpy.atleast_2d numpy.atleast_3d", "a")
def _at_least(call: Call) -> Array:
    array, rank = as_array(call["a"]), int(call.name.strip("d()")[-1])
    shape: Shape = array.shape
    if len(shape) < rank:
        shape = (1,) * (rank - len(shape)) + shape if rank < 3 or len(shape) < 2 else (*shape, 1)
        shape = (1, *array.shape, 1) if rank == 3 and len(array.shape) == 1 else shape
    return Array(shape, array.items, array.kind)


@function("numpy.broadcast_to keras.ops.broadcast_to", "array, shape, subok=False")
def _broadcast_to(call: Call) -> Array:
    from quiz.shapes.arrays.array import shape_of
    from quiz.shapes.arrays.broadcast import together

    wanted = shape_of(call["shape"])
    array = as_array(call["array"])
    if together(array.shape, wanted) != wanted:
        raise Refused(
            both(
                "{shape} cannot be spread to {wanted}", shape=said(array.shape), wanted=said(wanted)
            )
        )
    return Array(wanted, None, array.kind)
