"""Arrays made from nothing, from lists and from other arrays."""

from __future__ import annotations

from itertools import repeat
from math import ceil, prod

from quiz.shapes.arrays.array import as_array, shape_of
from quiz.shapes.call import Call
from quiz.shapes.library import function
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Shape
from quiz.shapes.values import MOST_ITEMS, Array, Value
from quiz.text import both

_NAMES = {"bool": "b", "int": "i", "uint": "i", "float": "f", "str": "U", "object": "O"}


def kind_named(dtype: Value, otherwise: str) -> str:
    """Return the kind of a dtype, by its name or class; `otherwise` for None."""
    if dtype is None:
        return otherwise
    name = dtype if isinstance(dtype, str) else str(getattr(dtype, "name", ""))
    name = name.rpartition(".")[2].rstrip("0123456789_")
    return _NAMES.get(name, "")


def _filled(shape: Shape, value: Value, kind: str) -> Array:
    size = prod(dim or 0 for dim in shape)
    items = tuple(repeat(value, size)) if size <= MOST_ITEMS and None not in shape else None
    return Array(shape, items, kind)


def _sized(call: Call) -> Shape:
    dtype = call.arguments["dtype"]
    if type(dtype) is int:
        raise Refused(
            both("{dtype} was taken for a dtype: the shape must be one tuple", dtype=dtype),
            both("Write the lengths in a tuple: {name}((3, 4)).", name=call.name.strip("()")),
            "TypeError",
        )
    return shape_of(call["shape"])


@function(
    "numpy.zeros numpy.empty keras.ops.zeros tensorflow.zeros", "shape, dtype=None", given=True
)
def _zeros(call: Call) -> Array:
    return _filled(_sized(call), 0, kind_named(call.arguments["dtype"], "f"))


@function("numpy.ones keras.ops.ones tensorflow.ones", "shape, dtype=None, order='C'", given=True)
def _ones(call: Call) -> Array:
    return _filled(_sized(call), 1, kind_named(call.arguments["dtype"], "f"))


@function("numpy.full keras.ops.full", "shape, fill_value, dtype=None, order='C'", given=True)
def _full(call: Call) -> Array:
    value = call["fill_value"]
    return _filled(_sized(call), value, kind_named(call.arguments["dtype"], as_array(value).kind))


@function("tensorflow.fill", "dims, value", given=True)
def _fill(call: Call) -> Array:
    return _filled(shape_of(call["dims"]), call["value"], "")


@function(
    "numpy.zeros_like numpy.ones_like numpy.empty_like keras.ops.zeros_like keras.ops.ones_like"
    " tensorflow.zeros_like tensorflow.ones_like",
    "a, dtype=None, order='K'",
)
def _like(call: Call) -> Array:
    shape, value = as_array(call["a"]).shape, int("ones" in call.name)
    return _filled(shape, value, kind_named(call.arguments["dtype"], "f"))


@function("numpy.full_like", "a, fill_value, dtype=None")
def _full_like(call: Call) -> Array:
    return _filled(as_array(call["a"]).shape, call["fill_value"], "")


@function(
    "numpy.array numpy.asarray numpy.ascontiguousarray keras.ops.array"
    " keras.ops.convert_to_tensor tensorflow.constant tensorflow.convert_to_tensor"
    " tensorflow.Variable",
    "object, dtype=None, *, copy=True, order='K', ndmin=0",
    given=True,
)
def _array(call: Call) -> Array:
    if call.arguments["dtype"] is not None and isinstance(call.arguments["dtype"], int | list):
        raise Refused(
            both("{name} takes all rows in one list", name=call.name),
            both("Put square brackets around them: np.array([[1, 2], [3, 4]])."),
            "TypeError",
        )
    made = as_array(call["object"])
    kind = kind_named(call.arguments["dtype"], made.kind)
    least = call["ndmin"]
    return Array((1,) * (least - len(made.shape)) + made.shape, made.items, kind)


@function(
    "numpy.arange keras.ops.arange tensorflow.range",
    "start, stop=None, step=1, dtype=None",
    given=True,
)
def _arange(call: Call) -> Array:
    start, stop, step = call["start"], call["stop"], call["step"]
    if stop is None:
        start, stop = 0, start
    if not all(isinstance(n, int | float) for n in (start, stop, step)) or step == 0:
        raise NotKnown(both("I do not know the bounds of {name}", name=call.name))
    if all(isinstance(n, int) for n in (start, stop, step)):
        numbers = range(start, stop, step)
        return as_array(numbers)
    return Array((max(0, ceil((stop - start) / step)),), None, "f")


@function(
    "numpy.linspace numpy.logspace numpy.geomspace keras.ops.linspace tensorflow.linspace",
    "start, stop, num=50, endpoint=True, retstep=False, dtype=None, axis=0",
    given=True,
)
def _linspace(call: Call) -> Array:
    return Array((call.whole("num", 0),))


@function("numpy.eye keras.ops.eye tensorflow.eye", "N, M=None, k=0, dtype=None", given=True)
def _eye(call: Call) -> Array:
    rows = call.whole("N", 0)
    return Array((rows, rows if call["M"] is None else call["M"]))


@function("numpy.identity keras.ops.identity", "n, dtype=None", given=True)
def _identity(call: Call) -> Array:
    return Array((call.whole("n", 0),) * 2)


@function("numpy.meshgrid", "*xi, copy=True, sparse=False, indexing='xy'")
def _meshgrid(call: Call) -> list[Value]:
    lengths = [as_array(x).shape[0] for x in call["xi"]]
    if call["indexing"] == "xy" and len(lengths) > 1:
        lengths[:2] = lengths[1::-1]
    return [Array(tuple(lengths)) for _ in lengths]


@function("numpy.indices", "dimensions, dtype=None")
def _indices(call: Call) -> Array:
    shape = shape_of(call["dimensions"])
    return Array((len(shape), *shape), None, "i")
