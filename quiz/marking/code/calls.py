"""A call as what it does: arguments by name, defaults left out, methods and functions alike."""

from __future__ import annotations

import ast

from quiz.marking.code.forms import as_float, one_form, without_own_default
from quiz.marking.code.keras_words import word_of
from quiz.marking.code.signatures import Signature, signature
from quiz.marking.code.term import Term

_SIZES = frozenset(("kernel_size", "pool_size", "strides", "dilation_rate", "size"))
"""Arguments where a number stands for a tuple of it, one an axis (Keras's standardize_tuple)."""
_DTYPES = {"float": "float64", "int": "int64", "bool": "bool", "bool_": "bool"}
"""What NumPy and pandas make of Python's own types (on 64-bit systems)."""
_METHODS = frozenset(
    "reshape argmax argmin mean sum std var max min transpose squeeze clip cumsum dot".split()
)
"""Functions of NumPy that are methods of arrays, too: np.mean(x, axis=0) is x.mean(axis=0)."""
_TUPLES = frozenset(("shape", "axes"))
"""Arguments that methods also take as positions of their own: x.reshape(2, 3)."""
_LISTED = _TUPLES | {"validation_data", "target_size", "kernel_size", "pool_size", "strides"}
"""Arguments that may be a list as well as a tuple."""


def call(
    function: Term,
    positions: list[Term],
    named: list[tuple[str, Term]],
    takes: Signature | None,
    start: int,
    end: int,
) -> Term:
    """Return the call of `function`, which takes what `takes` says (None: unknown)."""
    last = str(function.value).rpartition(".")[2]
    if last in _METHODS and f"numpy.{last}" == function.value and positions:
        function = Term("attribute", last, (("of", positions[0]),), function.start, function.end)
        positions = positions[1:]
        takes = None
    if function.kind == "attribute" and last in _METHODS and takes is None:
        takes = _of_array(last)
    given = [*_by_name(positions, takes), *named]
    meant = [(key, _meant(key, value, takes)) for key, value in given]
    kept = [(key, value) for key, value in meant if not _is_default(key, value, dict(meant), takes)]
    kept.sort(key=lambda pair: (not pair[0].isdigit(), pair[0]))
    return one_form(Term("call", "", (("function", function), *kept), start, end))


def _of_array(name: str) -> Signature | None:
    """Return the signature of the method `name` of arrays: the function's without the array."""
    function = signature(f"numpy.{name}")
    return function and function._replace(positional=function.positional[1:])


def _by_name(positions: list[Term], takes: Signature | None) -> list[tuple[str, Term]]:
    """Name arguments that are given by position; one that no keyword can stand for as *2."""
    says_nothing = takes is None or (takes.open and not takes.known)
    if says_nothing or any(one.kind == "Starred" for one in positions):
        return [(str(place), one) for place, one in enumerate(positions)]
    words = takes.positional if takes and not takes.rest else ()
    if len(positions) > 1 and words[:1] and words[0] in _TUPLES:
        parts = tuple((f"elts {place}", one) for place, one in enumerate(positions))
        return [(words[0], Term("Tuple", (), parts, positions[0].start, positions[-1].end))]
    return [
        (words[place] if place < len(words) else f"*{place}", one)
        for place, one in enumerate(positions)
    ]


def _is_default(key: str, value: Term, given: dict[str, Term], takes: Signature | None) -> bool:
    if takes is None:
        return False
    default = takes.defaults.get(key)
    same = default is not None and _literal(default).same(value)
    return same or without_own_default(key, value, given, takes)


def _meant(key: str, value: Term, takes: Signature | None) -> Term:
    """Return `value` in the one form of those that do the same as the argument `key`."""
    axes = takes.name[-2:-1] if takes and takes.name.endswith("D") else ""
    if key in _SIZES and type(value.value) is int and axes in ("2", "3"):
        part = Term("constant", value.value)
        parts = tuple((f"elts {axis}", part) for axis in range(int(axes)))
        return Term("Tuple", (), parts, value.start, value.end)
    if key in _LISTED and value.kind == "List":
        return value._replace(kind="Tuple")
    of_numpy = takes is None or takes.name.startswith("numpy.")
    if key in _TUPLES and of_numpy and type(value.value) is int:
        return Term("Tuple", (), (("elts 0", value),), value.start, value.end)
    if key == "class_weight":
        return value._replace(parts=tuple((name, as_float(part)) for name, part in value.parts))
    return _dtype(value) if key == "dtype" else word_of(key, value)


def _dtype(value: Term) -> Term:
    name = str(value.value).removeprefix("numpy.")
    known = value.kind in ("constant", "name") and name in _DTYPES
    if known or (value.kind == "real" and str(value.value).startswith("numpy.")):
        return value._replace(kind="constant", value=_DTYPES.get(name, name))
    return value


def _literal(node: ast.expr) -> Term:
    """A default as a term: constants and tuples of them are all there is."""
    if isinstance(node, ast.Constant):
        return Term("constant", node.value)
    if isinstance(node, ast.UnaryOp) and isinstance(node.operand, ast.Constant):
        value = node.operand.value
        return Term("constant", -value if isinstance(value, int | float) else value)
    items = node.elts if isinstance(node, ast.Tuple | ast.List) else []
    parts = tuple((f"elts {place}", _literal(item)) for place, item in enumerate(items))
    return Term(type(node).__name__, (), parts)
