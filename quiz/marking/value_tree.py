"""Reading a Python value from text, never running it: shapes, dtypes, keyword arguments …"""

from __future__ import annotations

import ast
import math
import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass, field

_LONGEST = 1000
_DEEPEST = 40
_DTYPE = re.compile(
    r"u?int(?:8|16|32|64)|b?float(?:16|32|64|128)|complex(?:64|128)|bool|object", re.ASCII
)
_DTYPE_MODULES = frozenset(("", "np", "numpy", "tf", "tensorflow", "torch", "jnp", "jax.numpy"))
WORDS = frozenset(("name", "text", "dtype"))
"""Kinds of value that are one word."""
_SHORT_MODULE = {"numpy": "np", "tensorflow": "tf", "pandas": "pd"}


@dataclass(frozen=True, slots=True)
class Value:
    """A value as read; two are equal if they are the same value, however written.

    `kind`: "number", "constant" (True, False, None), "text", "dtype", "name" (a bare word),
    "tuple", "list", "set", "dict", "arguments", "call" or "code" (anything else).
    """

    kind: str
    data: float | str = ""
    items: tuple[Value, ...] = ()
    named: tuple[tuple[str, Value], ...] = ()
    """Keyword arguments, or a dict's pairs by the key's text; sorted."""
    source: str = field(default="", compare=False)


def parse(text: str) -> Value | None:
    """Return the value that `text` writes, None if it is not Python or too large to be one.

    `a=1, b=2` gives "arguments". Nothing is evaluated: `2 * 3` is "code".
    """
    text = " ".join(text.replace("−", "-").split())  # a minus sign that is no hyphen
    if not text or len(text) > _LONGEST or _depth(text) > _DEEPEST:
        return None
    wrapped = f"_({text})"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            call = ast.parse(wrapped, mode="eval").body
            # `a)(b` would close our bracket and call again.
            if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Name):
                return None
            return _Reader(wrapped).arguments(call, text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def words(value: Value) -> list[str]:
    """Return the words in `value`: what is called, keywords, names and texts, outer ones first."""
    own = [str(value.data)] if value.kind in WORDS or value.kind == "call" else []
    keywords = [] if value.kind == "dict" else [name for name, _ in value.named]
    inside = (*value.items, *(item for _, item in value.named))
    return [*own, *keywords, *(word for item in inside for word in words(item))]


def _finite(number: object) -> bool:
    return type(number) is int or (type(number) is float and math.isfinite(number))


def _depth(text: str) -> int:
    depth = deepest = 0
    for char in text:
        depth += (char in "([{") - (char in ")]}")
        deepest = max(deepest, depth)
    return deepest


_Named = tuple[tuple[str, Value], ...]


def _by_name(pairs: Iterable[tuple[str, Value]]) -> _Named:
    return tuple(sorted(pairs, key=lambda pair: pair[0]))


class _Reader:
    """Turns a syntax tree into values; `text` is what the tree was made of, on one line."""

    def __init__(self, text: str) -> None:
        self._bytes = text.encode()

    def arguments(self, call: ast.Call, text: str) -> Value:
        """Return what stands between the brackets: one value, a tuple, or arguments."""
        values, named = self._inside(call)
        if named:
            return Value("arguments", items=values, named=named, source=text)
        comma = text.endswith(",")
        return values[0] if len(values) == 1 and not comma else Value("tuple", "", values, (), text)

    def _inside(self, call: ast.Call) -> tuple[tuple[Value, ...], _Named]:
        values = tuple(map(self._read, call.args))
        return values, _by_name((str(k.arg), self._read(k.value)) for k in call.keywords)

    def _source(self, node: ast.expr) -> str:
        return self._bytes[node.col_offset : node.end_col_offset].decode()

    def _read(self, node: ast.expr) -> Value:
        value = self._simple(node) or self._collection(node)
        return value or Value("code", ast.dump(node), source=self._source(node))

    def _simple(self, node: ast.expr) -> Value | None:
        source = self._source(node)
        match node:
            case ast.Constant(value=bool() | None as constant):
                return Value("constant", str(constant), source=source)
            case ast.Constant(value=int() | float() as number) if _finite(number):
                return Value("number", number, source=source)
            case ast.Constant(value=str(text)):
                kind = "dtype" if _DTYPE.fullmatch(text) else "text"
                return Value(kind, text, source=source)
            case ast.UnaryOp(
                op=ast.USub() | ast.UAdd() as sign,
                operand=ast.Constant(value=int() | float() as number),
            ) if _finite(number):
                signed = -number if isinstance(sign, ast.USub) else number
                return Value("number", signed, source=source)
            case ast.Name() | ast.Attribute():
                return self._dotted(node, source)
        return None

    def _dotted(self, node: ast.expr, source: str) -> Value | None:
        parts: list[str] = []
        while isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        if not isinstance(node, ast.Name):
            return None
        head = ".".join([_SHORT_MODULE.get(node.id, node.id), *parts[:0:-1]]) if parts else ""
        tail = parts[0] if parts else node.id
        if head in _DTYPE_MODULES and _DTYPE.fullmatch(tail.rstrip("_")):
            return Value("dtype", tail.rstrip("_"), source=source)
        return Value("name", f"{head}.{tail}" if head else tail, source=source)

    def _collection(self, node: ast.expr) -> Value | None:
        source = self._source(node)
        match node:
            case ast.Tuple(elts=items) | ast.List(elts=items) | ast.Set(elts=items):
                kind = type(node).__name__.lower()
                return Value(kind, "", tuple(map(self._read, items)), (), source)
            case ast.Dict(keys=keys, values=values) if None not in keys:
                pairs = zip(keys, values, strict=True)
                named = _by_name((self._key(k), self._read(v)) for k, v in pairs if k)
                return Value("dict", "", (), named, source)
            case ast.Call(func=func):
                return self._call(node, self._read(func), source)
        return None

    def _key(self, node: ast.expr) -> str:
        key = self._read(node)
        return f"{key.kind} {key.data or key.source}"

    def _call(self, node: ast.Call, called: Value, source: str) -> Value:
        items, named = self._inside(node)
        is_dtype = called.data in ("np.dtype", "dtype") and len(items) == 1 and not named
        if is_dtype and items[0].kind == "dtype":
            return items[0]
        return Value("call", called.data, items, named, source)
