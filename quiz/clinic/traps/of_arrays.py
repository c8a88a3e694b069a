"""Traps of NumPy and pandas: dtypes that wrap, shapes that spread, text that looks like numbers."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from quiz.clinic.traps.arrays import Array, array
from quiz.clinic.traps.program import Program, Seen, given, name_of, owner_of

_WRAPS = {ast.Add: "+", ast.Sub: "-", ast.Mult: "*"}
_RANKED = ("max", "min", "sort_values", "argmax", "argmin", "idxmax", "nlargest")


def unsigned_arithmetic(program: Program) -> Iterator[Seen]:
    """An uint8 array plus, minus or times an integer: it wraps at 256."""
    for node in program.nodes:
        if isinstance(node, ast.BinOp) and type(node.op) in _WRAPS:
            left = array(program, node.left)
            if left and left.dtype == "uint8" and _is_integer(program, node.right):
                yield Seen(node, {"dtype": left.dtype, "op": _WRAPS[type(node.op)]})


def _is_integer(program: Program, node: ast.expr) -> bool:
    if isinstance(node, ast.Call) and name_of(node.func) in ("uint8", "int8"):
        return True
    return type(program.literal(node)) is int


def floored_scale(program: Program) -> Iterator[Seen]:
    """// 255 where / 255 scales: everything below 255 becomes 0."""
    for node in program.nodes:
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.FloorDiv):
            by = program.literal(node.right)
            if by in (255, 255.0, 127.5):
                yield Seen(node, {"by": str(by)})


def wide_scale(program: Program) -> Iterator[Seen]:
    """The dtype of an integer array divided is read: it is float64, twice the size."""
    for node in program.nodes:
        if isinstance(node, ast.Attribute) and node.attr == "dtype":
            inner = node.value
            if isinstance(inner, ast.BinOp) and isinstance(inner.op, ast.Div):
                left = array(program, inner.left)
                if left and left.dtype.startswith(("uint", "int")):
                    yield Seen(node, {"dtype": left.dtype})


def spread(program: Program) -> Iterator[Seen]:
    """(n,) meets (n, 1): the result is (n, n), and nobody asked for that."""
    for node in program.nodes:
        if isinstance(node, ast.BinOp):
            pair = node.left, node.right
        elif isinstance(node, ast.Compare) and len(node.comparators) == 1:
            pair = node.left, node.comparators[0]
        else:
            continue
        first, second = (_through(program, side) for side in pair)
        if first and second and sorted(map(len, (first.shape, second.shape))) == [1, 2]:
            flat, column = sorted((first.shape, second.shape), key=len)
            if column[1] == 1 and flat[0] == column[0] > 1:
                values = {"flat": str(flat), "column": str(column), "n": str(flat[0])}
                yield Seen(node, values)


def _through(program: Program, node: ast.expr) -> Array | None:
    """Return the array that a comparison with a number has the shape of, or the array itself."""
    if isinstance(node, ast.Compare) and program.literal(node.comparators[0]) is not None:
        return array(program, node.left)
    return array(program, node)


def reshape_for_transpose(program: Program) -> Iterator[Seen]:
    """A reshape to the same sizes in another order: the values are not moved with the axes."""
    for call in program.called("reshape"):
        before, after = array(program, owner_of(call)), array(program, call)
        if before and after and len(before.shape) == len(after.shape) > 1:
            moved = before.shape != after.shape and sorted(before.shape) == sorted(after.shape)
            if moved and len(set(before.shape) - {1}) > 1:
                yield Seen(call, {"before": str(before.shape), "after": str(after.shape)})


def window_too_few(program: Program) -> Iterator[Seen]:
    """Windows data[i:i+k] for i in range(len(data) - k): the last one is left out."""
    for node in program.nodes:
        if isinstance(node, ast.ListComp) and isinstance(node.elt, ast.Subscript):
            size = _window(node.elt)
            loop = node.generators[0].iter
            if size and _counts(loop, size) and not _has_target(program, size):
                yield Seen(node, {"size": size})


def _window(node: ast.Subscript) -> str:
    cut = node.slice
    if isinstance(cut, ast.Slice) and cut.lower and isinstance(cut.upper, ast.BinOp):
        added = isinstance(cut.upper.op, ast.Add)
        if added and ast.dump(cut.upper.left) == ast.dump(cut.lower):
            return ast.unparse(cut.upper.right)
    return ""


def _counts(loop: ast.expr, size: str) -> bool:
    if not (isinstance(loop, ast.Call) and name_of(loop.func) == "range" and len(loop.args) == 1):
        return False
    stop = loop.args[0]
    minus = isinstance(stop, ast.BinOp) and isinstance(stop.op, ast.Sub)
    return minus and ast.unparse(stop.right) == size and "len(" in ast.unparse(stop.left)  # type: ignore[attr-defined]


def _has_target(program: Program, size: str) -> bool:
    """Tell whether data[i + k] is taken somewhere, for which the last window has none."""
    return any(
        isinstance(node, ast.Subscript)
        and isinstance(node.slice, ast.BinOp)
        and ast.unparse(node.slice).endswith(f"+ {size}")
        for node in program.nodes
    )


def text_as_numbers(program: Program) -> Iterator[Seen]:
    """Numbers written as text are ranked: '9' comes after '10'."""
    texts = {
        column: values
        for call in program.called("DataFrame", "Series")
        for column, values in _columns(program, call)
        if values and all(isinstance(v, str) and v.strip().isdigit() for v in values)
    }
    for call in program.called(*_RANKED):
        column = _column(owner_of(call))
        if column in texts:
            yield Seen(call, {"first": str(texts[column][0]), "name": name_of(call.func)})


def _columns(program: Program, call: ast.Call) -> Iterator[tuple[str, list[object]]]:
    value = program.literal(call.args[0]) if call.args else None
    for name, column in value.items() if isinstance(value, dict) else ():
        if isinstance(column, list):
            yield str(name), column


def _column(node: ast.expr | None) -> str:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return str(node.slice.value)
    return node.attr if isinstance(node, ast.Attribute) else ""


def object_dtype(program: Program) -> Iterator[Seen]:
    """.dtype == object: true for text columns up to pandas 2 only."""
    for node in program.nodes:
        if isinstance(node, ast.Compare) and isinstance(node.left, ast.Attribute):
            right = node.comparators[0]
            said = right.id if isinstance(right, ast.Name) else program.literal(right)
            if node.left.attr in ("dtype", "dtypes") and said in ("object", "O"):
                yield Seen(node, {})


def dummies_apart(program: Program) -> Iterator[Seen]:
    """get_dummies of train and of test, each for itself: the columns may differ."""
    made = [call for call in program.called("get_dummies") if call.args]
    aligned = any(True for _ in program.called("reindex", "align"))
    names = {call.args[0].id for call in made if isinstance(call.args[0], ast.Name)}
    tests = [name for name in names if "test" in name.lower() or "val" in name.lower()]
    if len(names) > 1 and tests and not aligned:
        yield Seen(made[-1], {"test": tests[0]})


def dummies_bool(program: Program) -> Iterator[Seen]:
    """The dtypes of get_dummies are read: since pandas 2 they are bool."""
    for node in program.nodes:
        if isinstance(node, ast.Attribute) and node.attr in ("dtypes", "dtype"):
            made = program.source(node.value)
            is_made = isinstance(made, ast.Call) and name_of(made.func) == "get_dummies"
            if isinstance(made, ast.Call) and is_made and given(made, "dtype") is None:
                yield Seen(node, {})
