"""Methods of the code's own lists, dicts and texts."""

from __future__ import annotations

import ast

from quiz.shapes.reading.arrays import type_name
from quiz.shapes.reading.machine import Machine
from quiz.shapes.reading.parts import parts_of
from quiz.shapes.refusal import Refused, not_known
from quiz.shapes.values import Array, Bound, Tensor, Unknown, Value
from quiz.text import both

_SAFE = {
    "list": frozenset("append insert pop copy index count reverse clear remove".split()),
    "dict": frozenset("get pop copy update clear setdefault".split()),
    "str": frozenset(
        "lower upper strip split splitlines startswith endswith replace title".split()
    ),
    "tuple": frozenset("index count".split()),
    "set": frozenset("add copy".split()),
}


def call_plain(
    machine: Machine, node: ast.Call, to: Bound, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    """Return what a method of a plain value gives; Refused where the value has no such method."""
    owner = to.owner
    if isinstance(owner, list) and to.name == "extend":
        owner += parts_of(machine, node, positional[0])
        return None
    if isinstance(owner, dict) and to.name in ("keys", "values", "items"):
        return list(getattr(owner, to.name)())
    if isinstance(owner, str) and to.name == "join":
        return owner.join(map(str, parts_of(machine, node, positional[0])))
    if to.name in _SAFE.get(type_name(owner), frozenset()) and not _vast(owner, positional):
        return _safely(machine, node, to, positional, keywords)
    if isinstance(owner, Array | Tensor | list | dict | str | tuple) and not _has(owner, to.name):
        raise Refused(
            both("{kind} has no method {name}", kind=_called(owner), name=to.name),
            both("Make an array of it first: np.array(…).") if isinstance(owner, list) else None,
            "AttributeError",
        )
    raise not_known(machine.written(node))


def _vast(owner: Value, positional: list[Value]) -> bool:
    return isinstance(owner, str) and any(isinstance(v, str) and len(v) > 200 for v in positional)


def _safely(
    machine: Machine, node: ast.Call, to: Bound, positional: list[Value], keywords: dict[str, Value]
) -> Value:
    hashed = isinstance(to.owner, dict | set)
    if hashed and any(isinstance(value, Unknown) for value in positional[:1]):
        raise not_known(machine.written(node))
    try:
        return getattr(to.owner, to.name)(*positional, **keywords)
    except (TypeError, ValueError, IndexError, KeyError) as error:
        raise Refused(
            both("{code} does not work", code=machine.written(node)), error=type(error).__name__
        ) from None


_ARRAY_METHODS = frozenset(
    "all any argmax argmin argpartition argsort astype byteswap choose clip compress conj copy"
    " cumprod cumsum diagonal dot dump dumps fill flatten flat getfield item max mean min nonzero"
    " partition prod put ravel repeat reshape resize round searchsorted setflags sort squeeze std"
    " sum swapaxes take tobytes tofile tolist trace transpose var view".split()
)


def _has(owner: Value, name: str) -> bool:
    """Return whether the real value has the method, though it may not be known here."""
    if isinstance(owner, Array):
        return name in _ARRAY_METHODS
    if isinstance(owner, Tensor):
        return True  # what an eager tensor has depends on the back-end
    return hasattr(type(owner), name)


def _called(owner: Value) -> str:
    return {"Array": "numpy.ndarray"}.get(type_name(owner), type_name(owner))
