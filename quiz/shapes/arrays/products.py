"""Products of arrays, and the shapes that are left when axes go."""

from __future__ import annotations

from collections.abc import Collection

from quiz.shapes.arrays.array import as_array
from quiz.shapes.arrays.broadcast import combine, multiply
from quiz.shapes.call import Call
from quiz.shapes.library import function, method
from quiz.shapes.refusal import NotKnown, Refused
from quiz.shapes.rules import Dim, Shape, said
from quiz.shapes.values import Array, Value
from quiz.text import both


def shape_without(shape: Shape, axes: Collection[int], keep: bool) -> Shape:
    """Return `shape` without `axes`, or with 1 in their place if they are kept."""
    if keep:
        return tuple(1 if i in axes else dim for i, dim in enumerate(shape))
    return tuple(dim for i, dim in enumerate(shape) if i not in axes)


@function("numpy.matmul keras.ops.matmul tensorflow.matmul tensorflow.linalg.matmul", "a, b")
def _matmul(call: Call) -> Array:
    return multiply(call["a"], call["b"])


@function("numpy.dot keras.ops.dot", "a, b, out=None")
def _np_dot(call: Call) -> Value:
    return _dot(call["a"], call["b"])


@method("Array", "dot", "b, out=None")
def _method_dot(call: Call) -> Value:
    return _dot(call["self"], call["b"])


def _dot(left: Value, right: Value) -> Array:
    a, b = as_array(left), as_array(right)
    if not a.shape or not b.shape:
        return combine(a, b, lambda x, y: x * y)
    inner = b.shape[-2] if len(b.shape) > 1 else b.shape[0]
    if a.shape[-1] != inner:
        raise Refused(
            both(
                "dot of {left} and {right}: the last axis of the first ({one}) must be as long as"
                " the last but one of the second ({other})",
                left=said(a.shape),
                right=said(b.shape),
                one=a.shape[-1],
                other=inner,
            ),
            both("Perhaps one of them must be turned: x.T."),
        )
    columns = (*b.shape[:-2], b.shape[-1]) if len(b.shape) > 1 else ()
    return Array((*a.shape[:-1], *columns))


@function("numpy.cov numpy.corrcoef", "m, y=None, rowvar=True, **kwargs")
def _covariance(call: Call) -> Array:
    shape = as_array(call["m"]).shape
    if call["y"] is not None:
        raise NotKnown(both("I do not know {name} of two arrays", name=call.name))
    side = 1 if len(shape) < 2 else shape[0 if call["rowvar"] else 1]
    return Array(() if len(shape) < 2 else (side, side))


@function("numpy.einsum keras.ops.einsum tensorflow.einsum", "subscripts, *operands, **kwargs")
def _einsum(call: Call) -> Array:
    inputs, arrow, out = call["subscripts"].replace(" ", "").partition("->")
    arrays = [as_array(one) for one in call["operands"]]
    names = inputs.split(",")
    if not arrow or "." in inputs or len(names) != len(arrays):
        raise NotKnown(both("I do not know einsum without -> or with …"))
    lengths: dict[str, Dim] = {}
    for letters, array in zip(names, arrays, strict=True):
        if len(letters) != len(array.shape):
            raise Refused(
                both(
                    "einsum names {letters} for an array of {rank} axes",
                    letters=letters,
                    rank=len(array.shape),
                )
            )
        for letter, length in zip(letters, array.shape, strict=True):
            if lengths.setdefault(letter, length) != length:
                raise Refused(
                    both(
                        "einsum: {letter} stands for {one} and for {other}",
                        letter=letter,
                        one=lengths[letter],
                        other=length,
                    ),
                    both("One letter is one length."),
                )
    return Array(tuple(lengths[letter] for letter in out))


@function("numpy.outer", "a, b, out=None")
def _outer(call: Call) -> Array:
    lengths = []
    for one in (call["a"], call["b"]):
        size = 1
        for dim in as_array(one).shape:
            size *= dim or 0
        lengths.append(size)
    return Array(tuple(lengths))


@function("numpy.linalg.inv numpy.linalg.pinv", "a")
def _inverse(call: Call) -> Array:
    shape = as_array(call["a"]).shape
    if len(shape) < 2 or ("pinv" not in call.name and shape[-1] != shape[-2]):
        raise Refused(
            both("only a square matrix has an inverse, and this is {shape}", shape=said(shape)),
            error="LinAlgError",
        )
    return Array((*shape[:-2], shape[-1], shape[-2]))
