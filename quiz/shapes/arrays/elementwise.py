"""Functions that work number by number: the shape stays, or two come together."""

from __future__ import annotations

import operator

from quiz.shapes.arrays.array import as_array, axis_of
from quiz.shapes.arrays.broadcast import Operation, combine, together
from quiz.shapes.arrays.making import kind_named
from quiz.shapes.call import Call
from quiz.shapes.library import function, method
from quiz.shapes.refusal import NotKnown
from quiz.shapes.values import Array, Value
from quiz.text import both

_ONE = (
    "exp log log2 log10 log1p expm1 sqrt square sign sin cos tan tanh sinh cosh arctan floor ceil"
    " trunc rint isnan isinf isfinite logical_not negative reciprocal nan_to_num abs absolute fabs"
)
_TWO = (
    "add subtract multiply divide true_divide floor_divide power mod remainder maximum minimum"
    " equal not_equal greater greater_equal less less_equal logical_and logical_or hypot arctan2"
)
_KNOWN: dict[str, Operation] = {
    "equal": operator.eq,
    "not_equal": operator.ne,
    "greater": operator.gt,
    "greater_equal": operator.ge,
    "less": operator.lt,
    "less_equal": operator.le,
    "add": operator.add,
    "subtract": operator.sub,
    "multiply": operator.mul,
    "divide": operator.truediv,
    "mod": operator.mod,
    "maximum": max,
    "minimum": min,
}
_TF_ONE = (
    "exp sqrt square sign sin cos abs floor sigmoid tanh math.log nn.relu nn.softmax nn.sigmoid"
)
_ACTIVATIONS = "relu sigmoid softmax tanh gelu elu selu silu softplus log_softmax leaky_relu"


@function(" ".join(f"numpy.{name}" for name in _ONE.split()), "x, out=None, **kwargs")
@function(" ".join(f"keras.ops.{name}" for name in f"{_ONE} {_ACTIVATIONS}".split()), "x, **kwargs")
@function(" ".join(f"tensorflow.{name}" for name in _TF_ONE.split()), "x, name=None, **kwargs")
@function(" ".join(f"keras.activations.{name}" for name in _ACTIVATIONS.split()), "x, **kwargs")
def _one(call: Call) -> Value:
    array = as_array(call["x"])
    if array.shape == () and array.items is not None:
        raise NotKnown(both("I do not work out {name} of a number", name=call.name))
    kind = "b" if "is" in call.name or "not" in call.name else "f"
    return Array(array.shape, None, kind)


@function(" ".join(f"numpy.{name}" for name in _TWO.split()), "x1, x2, out=None, **kwargs")
@function(" ".join(f"keras.ops.{name}" for name in _TWO.split()), "x1, x2")
@function(
    "tensorflow.add tensorflow.subtract tensorflow.multiply tensorflow.divide"
    " tensorflow.maximum tensorflow.minimum tensorflow.equal",
    "x1, x2, name=None",
)
def _two(call: Call) -> Value:
    name = call.name.rpartition(".")[2].strip("()")
    operation = _KNOWN.get(name)
    if operation is not None:
        return combine(call["x1"], call["x2"], operation)
    shape = together(as_array(call["x1"]).shape, as_array(call["x2"]).shape)
    return Array(shape, None, "b" if name.startswith("logical") else "f")


@function("numpy.clip keras.ops.clip", "a, a_min=None, a_max=None, out=None, **kwargs")
@function("numpy.round numpy.around keras.ops.round tensorflow.round", "a, decimals=0, out=None")
@function("numpy.copy keras.ops.copy tensorflow.identity", "a, order='K'")
@function("numpy.flip numpy.fliplr numpy.flipud keras.ops.flip", "a, axis=None")
@function("numpy.roll keras.ops.roll", "a, shift, axis=None")
def _same(call: Call) -> Array:
    array = as_array(call["a"])
    items = array.items if "copy" in call.name else None
    return Array(array.shape, items, array.kind)


@method("Array", "clip", "min=None, max=None, out=None")
@method("Array", "round", "decimals=0, out=None")
@method("Array", "copy", "order='C'")
def _same_method(call: Call) -> Array:
    array = call["self"]
    return Array(array.shape, array.items if "copy" in call.name else None, array.kind)


@method("Array", "astype", "dtype, order='K', casting='unsafe', subok=True, copy=True")
def _astype(call: Call) -> Array:
    array = call["self"]
    kind = kind_named(call.arguments["dtype"], "")
    items = array.items
    if items is not None and kind == "i" and array.kind in "bif":
        items = tuple(int(item) for item in items)
    return Array(array.shape, items if kind != "U" else None, kind, array.classes)


@function("keras.ops.cast tensorflow.cast", "x, dtype, name=None")
def _cast(call: Call) -> Array:
    return Array(as_array(call["x"]).shape, None, kind_named(call.arguments["dtype"], ""))


@method("Array", "tolist")
def _tolist(call: Call) -> Value:
    array = call["self"]
    if array.items is None:
        raise NotKnown(both("I do not know the numbers of this array"))
    return _nested(list(array.items), array.shape)


def _nested(items: list[Value], shape: tuple[int, ...]) -> Value:
    if not shape:
        return items[0]
    size = len(items) // shape[0] if shape[0] else 0
    return [_nested(items[i * size : (i + 1) * size], shape[1:]) for i in range(shape[0])]


@function("numpy.where", "condition, x=None, y=None")
def _where(call: Call) -> Value:
    condition = as_array(call["condition"])
    if call["x"] is not None:
        pair = together(as_array(call["x"]).shape, as_array(call["y"]).shape)
        return Array(together(condition.shape, pair), None, as_array(call["x"]).kind)
    return _places(condition)


@function("numpy.nonzero", "a")
def _nonzero(call: Call) -> Value:
    return _places(as_array(call["a"]))


def _places(array: Array) -> Value:
    if array.items is None:
        raise NotKnown(
            both("how many are picked depends on the numbers, which the code does not tell")
        )
    found = tuple(i for i, item in enumerate(array.items) if item)
    places = found if len(array.shape) == 1 else None
    return tuple(Array((len(found),), places, "i") for _ in array.shape)


@function("numpy.take keras.ops.take tensorflow.gather", "a, indices, axis=None")
def _take(call: Call) -> Array:
    array, places = as_array(call["a"]), as_array(call["indices"])
    axis = axis_of(call["axis"] or 0, len(array.shape))
    return Array((*array.shape[:axis], *places.shape, *array.shape[axis + 1 :]), None, array.kind)
