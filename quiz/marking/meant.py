"""What a whole answer means that is written with more around it: quotes, a keyword, a call."""

from __future__ import annotations

from quiz.marking.value_tree import WORDS, Value, parse

_COMPUTED = frozenset(("number", "name", "code", "call"))
"""Kinds of an only argument that the call may make another value of: abs(-1) is not -1."""


def meant(given: Value, right: Value) -> Value:
    """Return what is meant by `given` where `right` is expected.

    A value may stand in quotes, after its keyword (`shape=(28, 28)`), or as the only thing
    in a call (`df.std(ddof=0)`, `y.reshape(-1, 1)`); arguments may stand in their call. What
    else is in the call stays, and makes another value of it.
    """
    if given.kind == "text" and right.kind not in WORDS:
        given = parse(str(given.data)) or given
    given = _assigned(given, right)
    if given.kind != "call" or right.kind in ("call", "code"):
        return given
    if right.kind == "arguments":
        return Value("arguments", items=given.items, named=given.named, source=given.source)
    return _inside(given, right)


def _assigned(given: Value, right: Value) -> Value:
    """Return what stands after a keyword (`x = f()`), unless a keyword is expected."""
    if given.kind != "arguments" or given.items or len(given.named) != 1:
        return given
    ((name, value),) = given.named
    if right.kind != "arguments":
        return value
    return value if value.kind == "call" and name not in dict(right.named) else given


def _inside(call: Value, right: Value) -> Value:
    if len(call.named) == 1 and not call.items:
        return call.named[0][1]
    if len(call.items) == 1 and not call.named and call.items[0].kind not in _COMPUTED:
        return call.items[0]
    reshapes = str(call.data).rpartition(".")[2] == "reshape" and not call.named
    if not reshapes or right.kind != "tuple":
        return call
    if call.data == "np.reshape":
        return call.items[1] if len(call.items) == 2 else call
    return Value("tuple", items=call.items, source=f"({', '.join(i.source for i in call.items)})")
