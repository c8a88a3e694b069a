"""Traps of preparing and splitting data, of searches and image folders."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from quiz.clinic.traps.arrays import array
from quiz.clinic.traps.program import Program, Seen, given, name_of, owner_of

_HELD_OUT = ("test", "val", "valid")
_SERIES = ("series", "timeseries", "time_series", "ts", "stock", "sales_by_day", "daily")


def _names(node: ast.expr | None) -> str:
    return ast.unparse(node).lower() if node is not None else ""


def split_order(program: Program) -> Iterator[Seen]:
    """What train_test_split returns is taken in another order."""
    for node in program.nodes:
        if not (isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Tuple)):
            continue
        value, names = node.value, [_names(name) for name in node.targets[0].elts]
        is_split = isinstance(value, ast.Call) and name_of(value.func) == "train_test_split"
        if is_split and len(names) == 4 and "train" in names[0] and "train" in names[1]:
            yield Seen(value, {"second": ast.unparse(node.targets[0].elts[1])})


def refit_on_test(program: Program) -> Iterator[Seen]:
    """fit_transform on data that are held out: the scale is learned anew."""
    for call in program.called("fit_transform"):
        name = _names(call.args[0] if call.args else None)
        if any(name == part or name.endswith(f"_{part}") for part in _HELD_OUT) or (
            name.startswith(_HELD_OUT) and "train" not in name
        ):
            yield Seen(call, {"name": ast.unparse(call.args[0])})


def beyond_range(program: Program) -> Iterator[Seen]:
    """MinMaxScaler on values outside those it was fitted on, without clip."""
    for fitted in program.called("fit"):
        scaler = owner_of(fitted)
        if not (isinstance(scaler, ast.Call) and name_of(scaler.func) == "MinMaxScaler"):
            continue
        known = array(program, fitted.args[0] if fitted.args else None)
        if known is None or not known.values or given(scaler, "clip"):
            continue
        for call in program.called("transform"):
            new = array(program, call.args[0] if call.args else None)
            low, high = min(known.values), max(known.values)
            if new and new.values and not all(low <= value <= high for value in new.values):
                yield Seen(call, {"low": str(low), "high": str(high)})


def sampled_before_split(program: Program) -> Iterator[Seen]:
    """SMOTE before train_test_split: made-up neighbours of test samples are trained on."""
    yield from _before_split(program, "fit_resample")


def scaled_before_split(program: Program) -> Iterator[Seen]:
    """A scaler fitted on all data before they are split: the test data leak into it."""
    yield from _before_split(program, "fit_transform")


def _before_split(program: Program, method: str) -> Iterator[Seen]:
    splits = [*program.called("train_test_split")]
    for call in program.called(method):
        if splits and call.args and call.lineno < splits[0].lineno:
            split = " ".join(map(_names, splits[0].args))
            result = _names(_target(program, call))
            if "train" not in _names(call.args[0]) and result.split(",")[0].strip("( ") in split:
                yield Seen(call, {"name": ast.unparse(call.args[0])})


def _target(program: Program, call: ast.Call) -> ast.expr | None:
    for node in program.nodes:
        if isinstance(node, ast.Assign) and node.value is call:
            return node.targets[0]
    return None


def shuffled_series(program: Program) -> Iterator[Seen]:
    """train_test_split of a time series, shuffled."""
    for call in program.called("train_test_split"):
        name = _names(call.args[0] if call.args else None)
        if name in _SERIES and given(call, "shuffle") is None:
            yield Seen(call, {"name": name})


def maximised_loss(program: Program) -> Iterator[Seen]:
    """BayesianOptimization of a loss: it looks for the largest."""
    functions = {node.name: node for node in program.nodes if isinstance(node, ast.FunctionDef)}
    for call in program.called("BayesianOptimization"):
        name = name_of(given(call, "f", 0) or call)
        function = functions.get(name)
        if function and any(word in name.lower() for word in ("loss", "error", "cost", "mse")):
            results = [node.value for node in ast.walk(function) if isinstance(node, ast.Return)]
            if results and not any(isinstance(value, ast.UnaryOp) for value in results):
                yield Seen(call, {"name": name})


def generator_order(program: Program) -> Iterator[Seen]:
    """it.classes beside a generator that shuffles: the orders differ."""
    for call in program.called("flow_from_directory"):
        reads = any(isinstance(n, ast.Attribute) and n.attr == "classes" for n in program.nodes)
        if reads and given(call, "shuffle") is None:
            yield Seen(call, {})


def class_folder(program: Program) -> Iterator[Seen]:
    """flow_from_directory of a class's own folder: it finds no class in there."""
    made = {program.literal(call.args[0]) for call in program.called("makedirs") if call.args}
    for call in program.called("flow_from_directory"):
        path = program.literal(call.args[0] if call.args else None)
        if isinstance(path, str) and path in made and "/" in path:
            yield Seen(call, {"path": path, "parent": path.rpartition("/")[0]})


def not_rescaled(program: Program) -> Iterator[Seen]:
    """The largest pixel of a generator without rescale is looked at: 255."""
    makers = [call for call in program.called("ImageDataGenerator") if not given(call, "rescale")]
    reads = any(call for call in program.called("max") if "next(" in _names(owner_of(call)))
    if makers and reads:
        yield Seen(makers[0], {})
