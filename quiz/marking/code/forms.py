"""Expressions that are written in several ways, each in one of them."""

from __future__ import annotations

from quiz.marking.code.signatures import Signature
from quiz.marking.code.term import Term

_EMPTY = {"list": "List", "dict": "dict", "tuple": "Tuple"}
_MIRRORED = {"Lt": "Gt", "LtE": "GtE", "Eq": "Eq", "NotEq": "NotEq"}


def one_form(call: Term) -> Term:
    """Return `call` in the one form of those that do the same: range(0, n) is range(n)."""
    name = call.parts[0][1]
    if name.kind == "name" and name.value in _EMPTY and len(call.parts) == 1:
        value = "" if name.value == "dict" else ()
        return Term(_EMPTY[str(name.value)], value, (), call.start, call.end)
    if name.kind == "name" and name.value == "dict" and call.parts[1][0].isidentifier():
        parts = sorted((repr(key), value) for key, value in call.parts[1:])
        return Term("dict", "", tuple(parts), call.start, call.end)
    if name.kind == "name" and name.value == "range":
        return _range(call)
    if name.kind == "attribute" and name.value == "reshape":
        return _all_rows(call, name.parts[0][1])
    return call


def _range(call: Term) -> Term:
    given = dict(call.parts[1:])
    if "0" in given and "1" in given and given["0"].value == 0:
        if "2" in given and given["2"].value == 1:
            del given["2"]
        if "2" not in given:
            return call._replace(parts=(call.parts[0], ("0", given["1"])))
    return call


def _all_rows(call: Term, array: Term) -> Term:
    """Write X.reshape((len(X), …)) as X.reshape((-1, …))."""
    parts = dict(call.parts)
    shape = parts.get("shape")
    if shape is None or shape.kind != "Tuple" or not shape.parts:
        return call
    (key, first), *rest = shape.parts
    if not is_length(first) or not first.parts[1][1].same(array) or any(_is_open(p) for p in rest):
        return call
    rows = Term("constant", -1, (), first.start, first.end)
    shape = shape._replace(parts=((key, rows), *rest))
    kept = tuple((key, shape if key == "shape" else part) for key, part in call.parts)
    return call._replace(parts=kept)


def _is_open(part: tuple[str, Term]) -> bool:
    return part[1].value == -1


def is_length(term: Term) -> bool:
    """Return whether `term` is len(…)."""
    return term.kind == "call" and term.parts[0][1].value == "len" and len(term.parts) == 2


def length_of(term: Term, start: int, end: int) -> Term:
    """Return the term of len(`term`), written as X.shape[0] at this place."""
    name = Term("name", "len", (), start, start)
    return Term("call", "", (("function", name), ("0", term)), start, end)


def comparison(sign: str, left: Term, right: Term, start: int, end: int) -> Term:
    """Return a comparison; 0.5 < x is x > 0.5, and the constant stands at the right of ==."""
    if sign in ("In", "NotIn") and (of := _keys_of(right)):
        right = of
    mirror = sign in ("Lt", "LtE") or (left.kind == "constant" and right.kind != "constant")
    if mirror and sign in _MIRRORED:
        left, right, sign = right, left, _MIRRORED[sign]
    return Term("comparison", sign, (("left", left), ("right", right)), start, end)


def _keys_of(term: Term) -> Term | None:
    """Return d of d.keys(), None for another term."""
    function = term.parts[0][1] if term.kind == "call" and len(term.parts) == 1 else None
    is_keys = function and function.kind == "attribute" and function.value == "keys"
    return function.parts[0][1] if function and is_keys else None


def as_float(term: Term) -> Term:
    """Return a whole number as the float that a division makes of it; another term as it is."""
    return term._replace(value=float(term.value)) if type(term.value) is int else term


def path_form(text: str) -> str:
    """Return a path as "data/train", not "./data/train/"; another text as it is."""
    text = text.removeprefix("./")
    return text.rstrip("/") if "/" in text and not text.startswith("/") else text


def without_own_default(key: str, value: Term, given: dict[str, Term], takes: Signature) -> bool:
    """Return whether the argument says what it is when it is not given at all.

    No activation is the linear one; pooling steps by its pool_size (Keras); cv is 5 folds
    (scikit-learn).
    """
    default = takes.defaults.get(key)
    unset = default is not None and getattr(default, "value", "") is None
    if key == "activation" and unset:
        return value.value == "linear"
    if key == "cv" and unset:
        return value.value == 5
    if key == "strides" and "Pooling" in takes.name and unset:
        size = given.get("pool_size")
        return value.same(size) if size else all(part.value == 2 for part in _numbers(value))
    return False


def _numbers(value: Term) -> list[Term]:
    return [part for _, part in value.parts] or [value]
