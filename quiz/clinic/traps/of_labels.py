"""Traps of labels, last layers and losses."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from quiz.clinic.traps.arrays import array
from quiz.clinic.traps.program import Program, Seen, given, name_of


def last_dense(program: Program) -> ast.Call | None:
    """Return the last Dense of the program, which is its output layer."""
    return next(reversed([*program.called("Dense")]), None)


def loss_of(program: Program) -> str:
    """Return the loss that compile gets as a string; "" if there is none."""
    for call in program.called("compile"):
        value = program.literal(given(call, "loss", 1))
        if isinstance(value, str):
            return value
    return ""


def _output(program: Program) -> tuple[ast.Call, object, object] | None:
    """Return the output layer, its units and its activation."""
    dense = last_dense(program)
    if dense is None:
        return None
    activation = program.literal(given(dense, "activation", 1))
    return dense, program.literal(given(dense, "units", 0)), activation


def softmax_alone(program: Program) -> Iterator[Seen]:
    """Softmax on one unit at the end of a model: always 1."""
    output = _output(program)
    models = [*program.called("Sequential", "Model", "compile")]
    if models and output and output[1] == 1 and output[2] == "softmax":
        yield Seen(output[0], {})


def categorical_alone(program: Program) -> Iterator[Seen]:
    """A loss for several classes with one unit: always 0, or nonsense."""
    output, loss = _output(program), loss_of(program)
    if output and output[1] == 1 and loss.endswith("categorical_crossentropy"):
        yield Seen(output[0], {"loss": loss})


def no_probability(program: Program) -> Iterator[Seen]:
    """binary_crossentropy on an output that is no probability."""
    output = _output(program)
    if output and loss_of(program) == "binary_crossentropy" and output[1] == 1:
        activation = output[2] or "linear"
        if activation in ("relu", "linear", "tanh", "elu", "selu", "leaky_relu"):
            yield Seen(output[0], {"activation": str(activation)})


def sigmoid_classes(program: Program) -> Iterator[Seen]:
    """categorical_crossentropy on outputs that do not add up to 1."""
    output, loss = _output(program), loss_of(program)
    if output and loss.endswith("categorical_crossentropy") and output[2] in ("sigmoid", "relu"):
        yield Seen(output[0], {"activation": str(output[2]), "loss": loss})


def labels_beyond_binary(program: Program) -> Iterator[Seen]:
    """binary_crossentropy on labels 0, 1, 2: no error, and a loss below zero."""
    if loss_of(program) != "binary_crossentropy":
        return
    for call in program.called("fit"):
        labels = array(program, given(call, "y", 1))
        if labels and labels.values and labels.dtype == "int64" and max(labels.values) > 1:
            yield Seen(call, {"largest": str(max(labels.values))})


def accuracy_of_numbers(program: Program) -> Iterator[Seen]:
    """accuracy beside a loss for regression."""
    for call in program.called("compile"):
        metrics = program.literal(given(call, "metrics"))
        named = metrics if isinstance(metrics, list) else [metrics]
        if loss_of(program) in _REGRESSION and {"accuracy", "acc"} & {*map(str, named)}:
            yield Seen(call, {"loss": loss_of(program)})


_REGRESSION = ("mse", "mae", "mean_squared_error", "mean_absolute_error", "huber")


def raw_logits(program: Program) -> Iterator[Seen]:
    """A crossentropy that waits for probabilities is given logits."""
    for call in program.calls:
        inner = call.func
        if isinstance(inner, ast.Call) and name_of(inner.func).endswith("Crossentropy"):
            scores = given(call, "y_pred", 1)
            if given(inner, "from_logits") is None and _are_logits(program, scores):
                yield Seen(call, {"loss": name_of(inner.func)})


def _are_logits(program: Program, node: ast.expr | None) -> bool:
    known = array(program, node)
    if known and known.values:
        return not all(0 <= value <= 1 for value in known.values if not isinstance(value, str))
    return isinstance(node, ast.Name) and "logit" in node.id.lower()


def onehot_of(program: Program) -> Iterator[Seen]:
    """to_categorical of labels that are fractions, negative, or begin at 1."""
    for call in program.called("to_categorical"):
        labels = array(program, call.args[0] if call.args else None)
        if not labels or not labels.values or labels.dtype not in ("int64", "float64"):
            continue
        low, high = min(labels.values), max(labels.values)
        said = {"low": str(low), "high": str(high), "columns": str(int(high) + 1)}
        if any(value != int(value) for value in labels.values):
            yield Seen(call, said | {"kind": "fractions"})
        elif low < 0:
            yield Seen(call, said | {"kind": "negative"})
        elif low > 0:
            yield Seen(call, said | {"kind": "empty"})
