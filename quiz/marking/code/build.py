"""A syntax tree as terms: what is written in several ways becomes one."""

from __future__ import annotations

import ast

from quiz.marking.code.calls import call
from quiz.marking.code.forms import as_float, comparison, length_of, path_form
from quiz.marking.code.places import Places
from quiz.marking.code.real import USUAL, canonical, class_called, imported, module_of
from quiz.marking.code.sequential import gathered
from quiz.marking.code.signatures import Signature, method, signature
from quiz.marking.code.statements import one_form
from quiz.marking.code.term import Term

_UNSAID = ("ctx", "type_comment", "kind", "returns")
"""Fields of syntax nodes that change nothing of what the code does."""
_OWN_NAMES = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda)


class Builder:
    """Makes the terms of one text."""

    def __init__(self, code: str, tree: ast.Module) -> None:
        self.code = code
        self._span = Places(code).span
        self.names = imported(tree)
        """What the imports bind, by the name they give it."""
        self._bound = USUAL | self.names
        self._classes: dict[str, str] = {}
        self._inner: dict[str, str] = {}
        self.body = self._body(tree.body, tree)

    def _body(self, statements: list[ast.stmt], node: ast.AST) -> Term:
        lines = [s for s in statements if not isinstance(s, ast.Import | ast.ImportFrom)]
        terms = gathered(one_form(self._term(line) for line in lines))
        parts = tuple((str(place), line) for place, line in enumerate(terms))
        return Term("body", "", parts, *self._span(lines[0] if lines else node))

    def _term(self, node: ast.AST) -> Term:
        start, end = self._span(node)
        match node:
            case ast.Expr():
                return self._term(node.value)
            case ast.Name():
                return self._name(node.id, start, end)
            case ast.arg():
                return self._parameter(node, start, end)
            case ast.Attribute():
                return self._attribute(node, start, end)
            case ast.Constant():
                value = node.value
                plain = path_form(value) if isinstance(value, str) else value
                return Term("constant", plain, (), start, end)
            case ast.Call():
                return self._call(node, start, end)
            case ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=int() | float() as number)):
                return Term("constant", -number, (), start, end)
            case ast.Dict():
                return self._dict(node, start, end)
            case ast.Assign() | ast.AnnAssign():
                self._learn(node)
            case ast.BinOp():
                return self._operation(node, start, end)
            case ast.UnaryOp(op=ast.Not(), operand=ast.Compare(ops=[ast.In()]) as inside):
                pair = self._term(inside.left), self._term(inside.comparators[0])
                return comparison("NotIn", *pair, start, end)
            case ast.Compare(left=left, ops=[sign], comparators=[right]):
                pair = self._term(left), self._term(right)
                return comparison(type(sign).__name__, *pair, start, end)
            case ast.Subscript(
                value=ast.Attribute(value=array, attr="shape"), slice=ast.Constant(value=0)
            ):
                return length_of(self._term(array), start, end)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                return self._function(node, start, end)
        return self._scoped(node, start, end) if isinstance(node, _OWN_NAMES) else self._other(node)

    def _other(self, node: ast.AST) -> Term:
        """Any other node: its fields, plain ones as its value and nodes as its parts."""
        plain: list[object] = []
        parts: list[tuple[str, Term]] = []
        for name, value in ast.iter_fields(node):
            if name in _UNSAID or value is None:
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
        return Term(type(node).__name__, tuple(plain), tuple(parts), *self._span(node))

    def _name(self, name: str, start: int, end: int) -> Term:
        if name in self._inner:
            return Term("bound", self._inner[name], (), start, end)
        if real := self._bound.get(name):
            return Term("real", canonical(real), (), start, end)
        if name[:1].isupper() and (known := class_called(name)):
            return Term("real", known, (), start, end)
        return Term("name", name, (), start, end)

    def _attribute(self, node: ast.Attribute, start: int, end: int) -> Term:
        base = self._term(node.value)
        if base.kind == "name" and (module := module_of(str(base.value), node.attr)):
            base = base._replace(kind="real", value=module)
        if base.kind != "real":
            return Term("attribute", node.attr, (("of", base),), start, end)
        name = canonical(f"{base.value}.{node.attr}")
        if name == "numpy.newaxis":
            return Term("constant", None, (), start, end)
        return Term("real", name, (), start, end)

    def _parameter(self, node: ast.arg, start: int, end: int) -> Term:
        name = self._name(node.arg, start, start + len(node.arg))
        if node.annotation is None:
            return name
        parts = (("name", name), ("annotation", self._term(node.annotation)))
        return Term("parameter", "", parts, start, end)

    def _dict(self, node: ast.Dict, start: int, end: int) -> Term:
        """A dict by its keys: their order does not matter."""
        parts = [
            (ast.unparse(key) if key else "**", self._term(value))
            for key, value in zip(node.keys, node.values, strict=True)
        ]
        return Term("dict", "", tuple(sorted(parts, key=lambda part: part[0])), start, end)

    def _operation(self, node: ast.BinOp, start: int, end: int) -> Term:
        """An operation; 5 + k is k + 5, and to divide by 255 is to divide by 255.0."""
        left, right = self._term(node.left), self._term(node.right)
        commutes = isinstance(node.op, ast.Add | ast.Mult)
        if commutes and isinstance(left.value, int | float) and left.kind == "constant":
            left, right = right, left
        if isinstance(node.op, ast.Div):
            left, right = as_float(left), as_float(right)
        sign = type(node.op).__name__
        return Term("operation", sign, (("left", left), ("right", right)), start, end)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef, start: int, end: int) -> Term:
        """A function; whether it is async does not show in what it answers."""
        at = self.code.find(node.name, start)
        name = Term("name", node.name, (), at, at + len(node.name))
        marks = [(f"by {place}", self._term(one)) for place, one in enumerate(node.decorator_list)]
        parts = (*marks, ("name", name), ("args", self._term(node.args)))
        return Term("function", "", (*parts, ("body", self._body(node.body, node))), start, end)

    def _scoped(self, node: ast.AST, start: int, end: int) -> Term:
        """A comprehension or lambda: what it calls its own variables does not matter."""
        outer = self._inner
        targets = [one.target for one in getattr(node, "generators", ())]
        inner = [name.id for one in targets for name in ast.walk(one) if isinstance(name, ast.Name)]
        if isinstance(node, ast.Lambda):
            inner = [arg.arg for arg in node.args.args]
        self._inner = outer | {name: f"{len(outer) + i}" for i, name in enumerate(inner)}
        term = self._other(node)
        self._inner = outer
        return term

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
        if function.kind == "name" and (known := class_called(str(function.value))):
            function = function._replace(kind="real", value=known)
        positions = [self._term(one) for one in node.args]
        named = [(word.arg or "**", self._term(word.value)) for word in node.keywords]
        takes = self._signature(function, frozenset(key for key, _ in named))
        return call(function, positions, named, takes, start, end)

    def _signature(self, function: Term, keywords: frozenset[str]) -> Signature | None:
        if function.kind == "real":
            return signature(str(function.value))
        if function.kind != "attribute":
            return None
        of = function.parts[0][1]
        owner = self._classes.get(str(of.value)) if of.kind == "name" else None
        if of.kind == "call" and of.parts[0][1].kind == "real":
            owner = str(of.parts[0][1].value)
        return method(owner, str(function.value), keywords)
