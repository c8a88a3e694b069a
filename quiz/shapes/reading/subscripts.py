"""Parts of a value in square brackets, and what stands after a dot."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from difflib import get_close_matches
from typing import Any

from quiz.shapes.arrays.array import as_array
from quiz.shapes.arrays.indexing import index
from quiz.shapes.arrays.joining import joined
from quiz.shapes.call import Call
from quiz.shapes.layers.layer import Layer
from quiz.shapes.reading.arrays import array_step, lifted
from quiz.shapes.reading.graph import shapes_of
from quiz.shapes.reading.machine import Machine, reads
from quiz.shapes.reading.model import Model
from quiz.shapes.reading.model_methods import ready
from quiz.shapes.reading.names_of import absent_layer, canonical, no_such_layer
from quiz.shapes.refusal import NotKnown, Refused, not_known
from quiz.shapes.values import Array, Bound, Ref, Tensor, Unknown, Value, known
from quiz.text import both

_CONSTANTS = {
    "numpy.newaxis": None,
    "numpy.pi": 3.141592653589793,
    "numpy.e": 2.718281828459045,
    "numpy.nan": float("nan"),
    "numpy.inf": float("inf"),
    "tensorflow.newaxis": None,
}


_TOLD = ("output_shape", "input_shape", "layers", "summary", "count_params", "outputs", "inputs")


@reads(ast.Subscript)
def _subscript(machine: Machine, node: ast.Subscript) -> Value:
    owner, key = known(machine.eval(node.value)), machine.eval(node.slice)
    if isinstance(owner, Ref) and owner.name in ("numpy.c_", "numpy.r_"):
        return _laid(machine, node, owner.name, known(key))
    if isinstance(owner, dict) and isinstance(key, Unknown):
        raise NotKnown(key.what, key)
    if isinstance(owner, Array | Tensor):
        result = lifted(machine, lambda values: index(values[0], key), [owner])
    elif hasattr(owner, "item"):
        result = owner.item(known(key))
    else:
        return _plain(machine, node, owner, key)
    array_step(machine, node, [owner.shape], result, [])
    return result


def _laid(machine: Machine, node: ast.Subscript, name: str, key: Value) -> Array:
    """Return np.c_[…] or np.r_[…]: arrays side by side, or one after another."""
    arrays = [as_array(part) for part in (key if isinstance(key, tuple) else (key,))]
    if name == "numpy.c_":
        arrays = [Array((*a.shape, 1)) if len(a.shape) < 2 else a for a in arrays]
    call = Call(name, {}, machine.rules)
    result = joined(call, arrays, -1 if name == "numpy.c_" else 0)
    array_step(machine, node, [a.shape for a in arrays], result, call.lines)
    return result


def _plain(machine: Machine, node: ast.Subscript, owner: Value, key: Value) -> Value:
    if not isinstance(owner, str | list | tuple | range | dict):
        raise not_known(machine.written(node))
    try:
        return owner[known(key)]
    except (IndexError, KeyError) as error:
        raise Refused(
            both("{code}: there is no {key}", code=machine.written(node), key=repr(key)),
            error=type(error).__name__,
        ) from None
    except TypeError:
        raise _list_index(machine, node, owner, key) from None


def _list_index(machine: Machine, node: ast.Subscript, owner: Value, key: Value) -> Exception:
    if isinstance(owner, list | tuple) and isinstance(key, tuple | list | str):
        return Refused(
            both("{code}: a list takes one whole number as its index", code=machine.written(node)),
            both("Make an array of it first: np.array(…)."),
            "TypeError",
        )
    return not_known(machine.written(node))


@reads(ast.Attribute)
def _attribute(machine: Machine, node: ast.Attribute) -> Value:
    owner = machine.eval(node.value)
    if isinstance(owner, Unknown):
        return owner
    if isinstance(owner, Bound):  # of something that is not known, such as layer.kernel
        raise not_known(machine.written(node))
    if isinstance(owner, Ref):
        name = canonical(f"{owner.name}.{node.attr}")
        if no_such_layer(name):
            raise absent_layer(node.attr, "AttributeError")
        return _CONSTANTS[name] if name in _CONSTANTS else Ref(name)
    if isinstance(owner, Model | Layer):
        return _of_model(machine, node, owner)
    if isinstance(owner, Array | Tensor):
        return _of_array(machine, node, owner)
    if isinstance(owner, int | float) and node.attr in ("shape", "ndim"):
        return () if node.attr == "shape" else 0  # one number of an array
    found = getattr(owner, "attribute", None)
    if found is not None:
        value = found(node.attr)
        if not isinstance(value, Bound):
            array_step(machine, node, [getattr(owner, "shape", None)], value, [])
        return value
    return Bound(owner, node.attr)


def _of_array(machine: Machine, node: ast.Attribute, owner: Array | Tensor) -> Value:
    shape: Sequence[Any] = owner.shape
    if node.attr == "shape":
        return tuple(shape)
    if node.attr == "ndim":
        return len(shape)
    if node.attr == "size" and isinstance(owner, Array):
        total = 1
        for dim in shape:
            total *= dim or 0
        return total
    if node.attr == "T" and isinstance(owner, Array):
        turned = index(owner, slice(None)) if len(shape) < 2 else Array(tuple(shape)[::-1])
        array_step(machine, node, [owner.shape], turned, [])
        return turned
    if node.attr == "dtype":
        raise not_known(machine.written(node))
    return Bound(owner, node.attr)


def _of_model(machine: Machine, node: ast.Attribute, owner: Model | Layer) -> Value:
    name = node.attr
    if isinstance(owner, Layer):
        if name in owner.arguments:
            return owner.arguments[name]
        if name in ("input", "output") and owner.output is not None:
            return owner.input if name == "input" else owner.output
        return Bound(owner, name)
    if name in ("output_shape", "input_shape", "output", "input", "inputs", "outputs"):
        ready(machine, owner)
        tensors = owner.outputs if name.startswith("output") else owner.inputs
        if name.endswith("shape"):
            return shapes_of(tensors)
        return [tensors] if name.endswith("s") and isinstance(tensors, Tensor) else tensors
    if name == "layers":
        return list(owner.layers)
    near = get_close_matches(name, _TOLD, 1, 0.8)
    if near and name not in _TOLD:
        raise Refused(
            both("a model has no {name}", name=name),
            both("Did you mean {name}?", name=near[0]),
            "AttributeError",
        )
    return Bound(owner, name)
