"""A syntax tree as terms: what is written in several ways becomes one."""

from __future__ import annotations

import ast
from itertools import accumulate

from quiz.marking.code.real import USUAL, canonical, imported
from quiz.marking.code.signatures import Signature, full_name, method, signature
from quiz.marking.code.term import Term

_SIZES = frozenset(("kernel_size", "pool_size", "strides", "dilation_rate", "size"))
"""Arguments where a number stands for a tuple of it, one an axis (Keras's standardize_tuple)."""
_STRINGS = {
    "mse": "mean_squared_error",
    "mae": "mean_absolute_error",
    "acc": "accuracy",
}
"""Short forms that Keras takes for the long ones, in `loss` and `metrics`."""


class Builder:
    """Makes the terms of one text."""

    def __init__(self, code: str, tree: ast.Module) -> None:
        self._starts = [0, *accumulate(map(len, code.splitlines(keepends=True)))]
        self._lines = code.splitlines()
        self._bound = USUAL | imported(tree)
        self._classes: dict[str, str] = {}
        self.names = dict(imported(tree))
        """What the imports bind, by the name they give it."""
        self.body = self._body(tree.body, tree)

    def _body(self, statements: list[ast.stmt], node: ast.AST) -> Term:
        lines = [s for s in statements if not isinstance(s, ast.Import | ast.ImportFrom)]
        parts = tuple((str(place), self._term(line)) for place, line in enumerate(lines))
        return Term("body", "", parts, *self._span(lines[0] if lines else node))

    def _span(self, node: ast.AST) -> tuple[int, int]:
        if not isinstance(node, ast.expr | ast.stmt | ast.keyword | ast.arg | ast.alias):
            return 0, 0
        end_line, end_column = node.end_lineno or node.lineno, node.end_col_offset or 0
        return self._at(node.lineno, node.col_offset), self._at(end_line, end_column)

    def _at(self, line: int, column: int) -> int:
        """Return the place in characters of a column, which Python counts in UTF-8 bytes."""
        text = self._lines[line - 1]
        inside = column if text.isascii() else len(text.encode()[:column].decode("utf-8", "ignore"))
        return self._starts[line - 1] + inside

    def _term(self, node: ast.AST) -> Term:
        start, end = self._span(node)
        match node:
            case ast.Expr():
                return self._term(node.value)
            case ast.Name():
                return self._name(node.id, start, end)
            case ast.Attribute():
                return self._attribute(node, start, end)
            case ast.Constant():
                return Term("constant", node.value, (), start, end)
            case ast.Call():
                return self._call(node, start, end)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return Term("constant", -number, (), start, end)
            case ast.Dict():
                return self._dict(node, start, end)
            case ast.Assign() | ast.AnnAssign():
                self._learn(node)
            case ast.BinOp(op=ast.Div(), right=ast.Constant(value=int() as number) as divisor):
                divisor.value = float(number)  # to divide by 255 is to divide by 255.0
        return self._other(node, start, end)

    def _other(self, node: ast.AST, start: int, end: int) -> Term:
        """Any other node: its fields, plain ones as its value and nodes as its parts."""
        plain: list[object] = []
        parts: list[tuple[str, Term]] = []
        for name, value in ast.iter_fields(node):
            if name in ("ctx", "type_comment", "kind") or value is None:
                continue
            if isinstance(value, ast.AST):
                parts.append((name, self._term(value)))
            elif isinstance(value, list) and name in ("body", "orelse", "finalbody"):
                parts.append((name, self._body(value, node)))
            elif isinstance(value, list):
                inner = [item for item in value if isinstance(item, ast.AST)]
                parts += [(f"{name} {place}", self._term(one)) for place, one in enumerate(inner)]
            else:
                plain.append(value)
        return Term(type(node).__name__, tuple(plain), tuple(parts), start, end)

    def _name(self, name: str, start: int, end: int) -> Term:
        if real := self._bound.get(name):
            return Term("real", canonical(real), (), start, end)
        if name[:1].isupper() and (known := full_name(name)):
            return Term("real", known, (), start, end)
        return Term("name", name, (), start, end)

    def _attribute(self, node: ast.Attribute, start: int, end: int) -> Term:
        base = self._term(node.value)
        if base.kind == "real":
            return Term("real", canonical(f"{base.value}.{node.attr}"), (), start, end)
        return Term("attribute", node.attr, (("of", base),), start, end)

    def _dict(self, node: ast.Dict, start: int, end: int) -> Term:
        """A dict by its keys: their order does not matter."""
        parts = []
        for key, value in zip(node.keys, node.values, strict=True):
            parts.append((ast.unparse(key) if key else "**", self._term(value)))
        return Term("dict", "", tuple(sorted(parts, key=lambda part: part[0])), start, end)

    def _learn(self, node: ast.Assign | ast.AnnAssign) -> None:
        """Remember of which class a variable is, so that its methods are known."""
        targets = node.targets if isinstance(node, ast.Assign) else [node.target]
        if isinstance(node.value, ast.Call):
            made = self._term(node.value.func)
            for target in targets:
                if isinstance(target, ast.Name) and made.kind == "real":
                    self._classes[target.id] = str(made.value)

    def _call(self, node: ast.Call, start: int, end: int) -> Term:
        function = self._term(node.func)
        takes = self._signature(function)
        positions = self._positions(node, takes)
        named = [(word.arg or "**", self._term(word.value)) for word in node.keywords]
        given = [
            (key, self._meant(key, value, takes))
            for key, value in (*positions, *named)
            if not self._is_default(key, value, takes)
        ]
        given.sort(key=lambda pair: (not pair[0].isdigit(), pair[0]))
        return Term("call", "", (("function", function), *given), start, end)

    def _positions(self, node: ast.Call, takes: Signature | None) -> list[tuple[str, Term]]:
        words = takes.positional if takes and not takes.rest else ()
        if any(isinstance(one, ast.Starred) for one in node.args):
            words = ()
        return [
            (words[place] if place < len(words) else str(place), self._term(one))
            for place, one in enumerate(node.args)
        ]

    def _signature(self, function: Term) -> Signature | None:
        if function.kind == "real":
            return signature(str(function.value))
        if function.kind != "attribute":
            return None
        of = function.parts[0][1]
        owner = self._classes.get(str(of.value)) if of.kind == "name" else None
        if of.kind == "call" and of.parts[0][1].kind == "real":
            owner = str(of.parts[0][1].value)
        return method(owner, str(function.value))

    def _is_default(self, key: str, value: Term, takes: Signature | None) -> bool:
        default = takes.defaults.get(key) if takes else None
        if default is None:
            return False
        meant = self._meant(key, value, takes)
        return _literal(default).same(meant) if not isinstance(default, ast.Name) else False

    def _meant(self, key: str, value: Term, takes: Signature | None) -> Term:
        """3 for (3, 3) as that tuple, 'mse' as the long name, np.int8 as 'int8'."""
        if key in _SIZES and takes and isinstance(value.value, int) and takes.name[-1:] == "D":
            axes = int(takes.name[-2:-1])
            if axes > 1:
                part = Term("constant", value.value)
                parts = tuple((f"elts {axis}", part) for axis in range(axes))
                return Term("Tuple", (), parts, value.start, value.end)
        if key in ("loss", "metrics"):
            return _long(value)
        if key == "dtype" and value.kind == "real" and str(value.value).startswith("numpy."):
            return value._replace(kind="constant", value=str(value.value).removeprefix("numpy."))
        return value


def _long(value: Term) -> Term:
    if value.kind == "constant" and value.value in _STRINGS:
        return value._replace(value=_STRINGS[str(value.value)])
    return value._replace(parts=tuple((key, _long(part)) for key, part in value.parts))


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
