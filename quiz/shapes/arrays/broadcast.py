"""Two arrays number by number. Source: NumPy's broadcasting rules (numpy.org, Broadcasting)."""

from __future__ import annotations

import operator
from collections.abc import Callable
from itertools import cycle, islice
from math import prod

from quiz.shapes.arrays.array import as_array
from quiz.shapes.refusal import Refused
from quiz.shapes.rules import Dim, Shape, said
from quiz.shapes.values import MOST_ITEMS, Array, Value
from quiz.text import both

Operation = Callable[[Value, Value], Value]
_COMPARING = frozenset(
    (operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge)
)


def together(left: Shape, right: Shape) -> Shape:
    """Return the shape two arrays have together; Refused if an axis fits neither way."""
    width = max(len(left), len(right))
    one: Shape = (1,) * (width - len(left)) + left
    other: Shape = (1,) * (width - len(right)) + right
    joined: list[Dim] = []
    for a, b in zip(one, other, strict=True):
        if a != b and 1 not in (a, b) and None not in (a, b):
            raise _mismatch(left, right)
        joined.append(b if a == 1 or (a is None and b != 1) else a)
    return tuple(joined)


def _mismatch(left: Shape, right: Shape) -> Refused:
    return Refused(
        both(
            "the shapes {left} and {right} do not go together: counted from the end, lengths must"
            " be equal or 1",
            left=said(left),
            right=said(right),
        ),
        both("Bring one to the other's shape, say with reshape(-1, 1)."),
    )


def combine(left: Value, right: Value, operation: Operation) -> Array:
    """Return what an operation on two arrays, or an array and a number, gives."""
    a, b = as_array(left), as_array(right)
    shape = together(a.shape, b.shape)
    return Array(shape, _worked_out(a, b, shape, operation), _kind(a, b, operation))


def _kind(left: Array, right: Array, operation: Operation) -> str:
    if operation in _COMPARING:
        return "b"
    if operation is operator.truediv:
        return "f"
    return max(left.kind, right.kind, key="bifUO".find)


def _worked_out(
    left: Array, right: Array, shape: Shape, operation: Operation
) -> tuple[Value, ...] | None:
    """Return the numbers, where both arrays' are known and one simply repeats along the other."""
    if left.items is None or right.items is None or None in shape:
        return None
    size = prod(dim or 0 for dim in shape)
    plain = all(len(a.items or ()) in (1, size) for a in (left, right))
    if size > MOST_ITEMS or not plain:
        return None
    try:
        pairs = zip(islice(cycle(left.items), size), islice(cycle(right.items), size), strict=True)
        return tuple(operation(a, b) for a, b in pairs)
    except (TypeError, ValueError, ZeroDivisionError, OverflowError):
        return None


def multiply(left: Value, right: Value) -> Array:
    """Return the matrix product `left @ right`; Refused where the inner lengths differ."""
    a, b = as_array(left).shape, as_array(right).shape
    if not a or not b:
        raise Refused(both("@ multiplies arrays, not single numbers"), both("Write * instead."))
    inner = b[0] if len(b) == 1 else b[-2]
    if a[-1] != inner and None not in (a[-1], inner):
        raise Refused(
            both(
                "the matrix product of {left} and {right} needs the last axis of the first to be as"
                " long as the {which} of the second, but {one} is not {other}",
                left=said(a),
                right=said(b),
                which=both("last axis but one") if len(b) > 1 else both("last axis"),
                one=a[-1],
                other=inner,
            ),
            both("Perhaps one of them must be turned: x.T."),
        )
    rows = a[-2:-1] if len(a) > 1 else ()
    columns = b[-1:] if len(b) > 1 else ()
    return Array((*together(a[:-2], b[:-2]), *rows, *columns))
