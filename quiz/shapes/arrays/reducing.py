"""Many numbers made one along an axis, sorted, or counted."""

from __future__ import annotations

from collections.abc import Callable
from math import prod
from typing import Any

from quiz.shapes.arrays.array import as_array, axes_of, axis_of
from quiz.shapes.arrays.products import shape_without
from quiz.shapes.call import Call
from quiz.shapes.library import function, method
from quiz.shapes.refusal import NotKnown
from quiz.shapes.rules import said
from quiz.shapes.values import Array, Value
from quiz.text import both

_REDUCING = "sum mean std var max min amax amin prod median any all nansum nanmean nanmax nanmin"
_PLAIN: dict[str, Callable[[Any], Value]] = {
    "sum": sum,
    "max": max,
    "min": min,
    "amax": max,
    "amin": min,
}
_INTEGER = frozenset(("argmax", "argmin", "count_nonzero"))


def _reduced(call: Call, array: Array, axis: Value, keep: Value) -> Value:
    axes = axes_of(axis, len(array.shape))
    shape = shape_without(array.shape, axes, bool(keep))
    if array.shape:
        call.say(
            both(
                "axis {axes} of {shape} goes",
                axes=", ".join(map(str, axes)),
                shape=said(array.shape),
            )
            if not keep
            else both("axis {axes} becomes 1", axes=", ".join(map(str, axes)))
        )
    name = call.name.rpartition(".")[2].strip("()")
    work = _PLAIN.get(name)
    if shape == () and work and array.items and array.kind in "bif":
        return work(array.items)  # a plain number of the code
    kind = "i" if name in _INTEGER else "b" if name in ("any", "all") else array.kind
    return Array(shape, None, kind)


@function(
    " ".join(f"numpy.{name}" for name in _REDUCING.split()),
    "a, axis=None, dtype=None, out=None, keepdims=False, initial=None, where=None, ddof=0",
)
def _np_reduce(call: Call) -> Value:
    return _reduced(call, as_array(call["a"]), call["axis"], call["keepdims"])


@function(
    " ".join(f"keras.ops.{name}" for name in _REDUCING.split()), "x, axis=None, keepdims=False"
)
def _ops_reduce(call: Call) -> Value:
    return _reduced(call, as_array(call["x"]), call["axis"], call["keepdims"])


@function(
    " ".join(f"tensorflow.reduce_{name}" for name in ("sum", "mean", "max", "min", "prod", "std")),
    "input_tensor, axis=None, keepdims=False, name=None",
)
def _tf_reduce(call: Call) -> Value:
    return _reduced(call, as_array(call["input_tensor"]), call["axis"], call["keepdims"])


@method("Array", "sum mean std var", "axis=None, dtype=None, out=None, keepdims=False, ddof=0")
@method("Array", "max min prod any all", "axis=None, out=None, keepdims=False")
def _reduce(call: Call) -> Value:
    return _reduced(call, call["self"], call["axis"], call["keepdims"])


@function("numpy.argmax numpy.argmin", "a, axis=None, out=None, *, keepdims=False")
def _np_arg(call: Call) -> Value:
    return _reduced(call, as_array(call["a"]), call["axis"], call["keepdims"])


@function("keras.ops.argmax keras.ops.argmin", "x, axis=None, keepdims=False")
def _ops_arg(call: Call) -> Value:
    return _reduced(call, as_array(call["x"]), call["axis"], call["keepdims"])


@function("tensorflow.argmax tensorflow.argmin", "input, axis=None, output_type=None, name=None")
def _tf_arg(call: Call) -> Value:
    axis = 0 if call["axis"] is None else call["axis"]
    return _reduced(call, as_array(call["input"]), axis, False)


@method("Array", "argmax argmin", "axis=None, out=None, *, keepdims=False")
def _arg(call: Call) -> Value:
    return _reduced(call, call["self"], call["axis"], call["keepdims"])


@function("numpy.linalg.norm", "x, ord=None, axis=None, keepdims=False")
def _norm(call: Call) -> Value:
    return _reduced(call, as_array(call["x"]), call["axis"], call["keepdims"])


@function("numpy.count_nonzero", "a, axis=None, *, keepdims=False")
def _count(call: Call) -> Value:
    return _reduced(call, as_array(call["a"]), call["axis"], call["keepdims"])


@function("numpy.percentile numpy.quantile numpy.nanpercentile", "a, q, axis=None, **kwargs")
def _percentile(call: Call) -> Array:
    array = as_array(call["a"])
    kept = shape_without(array.shape, axes_of(call["axis"], len(array.shape)), False)
    return Array((*as_array(call["q"]).shape, *kept))


@function("numpy.average", "a, axis=None, weights=None, returned=False, *, keepdims=False")
def _average(call: Call) -> Value:
    return _reduced(call, as_array(call["a"]), call["axis"], call["keepdims"])


@function("numpy.cumsum numpy.cumprod keras.ops.cumsum", "a, axis=None, dtype=None, out=None")
def _np_cumulative(call: Call) -> Array:
    return _running(as_array(call["a"]), call["axis"])


@method("Array", "cumsum cumprod", "axis=None, dtype=None, out=None")
def _cumulative(call: Call) -> Array:
    return _running(call["self"], call["axis"])


def _running(array: Array, axis: Value) -> Array:
    if axis is not None:
        axis_of(axis, len(array.shape))
        return Array(array.shape, None, array.kind)
    return Array((_size(array),), None, array.kind)


def _size(array: Array) -> int:
    return prod(dim or 0 for dim in array.shape)


@function("numpy.diff", "a, n=1, axis=-1, prepend=None, append=None")
def _diff(call: Call) -> Array:
    array = as_array(call["a"])
    axis = axis_of(call["axis"], len(array.shape))
    length = max(0, (array.shape[axis] or 0) - call["n"])
    return Array((*array.shape[:axis], length, *array.shape[axis + 1 :]))


@function(
    "numpy.unique", "ar, return_index=False, return_inverse=False, return_counts=False, axis=None"
)
def _unique(call: Call) -> Value:
    array = as_array(call["ar"])
    different = array.different()
    if different is None or call["axis"] is not None:
        raise NotKnown(both("how many different values there are depends on the numbers"))
    values = tuple(different)
    found = Array((len(values),), values, array.kind)
    further = [
        Array((_size(array) if name == "return_inverse" else len(values),), None, "i")
        for name in ("return_index", "return_inverse", "return_counts")
        if call[name]
    ]
    if call["return_counts"] and array.items is not None:
        counts = tuple(array.items.count(value) for value in values)
        further[-1] = Array((len(values),), counts, "i")
    return (found, *further) if further else found


@function("numpy.bincount", "x, weights=None, minlength=0")
def _bincount(call: Call) -> Array:
    items = as_array(call["x"]).items
    if items is None:
        raise NotKnown(both("how many counts there are depends on the numbers"))
    return Array((max(call["minlength"], max(items, default=-1) + 1),), None, "i")


@function(
    "numpy.sort numpy.argsort keras.ops.sort keras.ops.argsort", "a, axis=-1, kind=None, order=None"
)
def _np_sort(call: Call) -> Array:
    array = as_array(call["a"])
    axis_of(call["axis"], len(array.shape))
    return Array(array.shape, None, "i" if "argsort" in call.name else array.kind)


@method("Array", "argsort", "axis=-1, kind=None, order=None")
def _argsort(call: Call) -> Array:
    axis_of(call["axis"], len(call["self"].shape))
    return Array(call["self"].shape, None, "i")


@method("Array", "sort", "axis=-1, kind=None, order=None")
def _sort(call: Call) -> None:
    call["self"].items = None
