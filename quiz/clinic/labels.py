"""What the shapes of labels and output tell: which of the loss, the labels, the layer is wrong."""

from __future__ import annotations

from collections.abc import Mapping

from quiz.clinic.shape_text import Shape, dims

Values = Mapping[str, str]


def integer_labels(values: Values) -> dict[str, str] | None:
    """Take labels of one number a sample beside an output of several classes."""
    target, output = _shapes(values)
    if "output" not in values:
        return {}
    several = bool(output) and (output[-1] or 0) > 1
    if _columns(target) == 1 and len(output) <= 2 and several:
        return {"classes": str(output[-1])}
    return None


def onehot_labels(values: Values) -> dict[str, str] | None:
    """Take labels with as many columns as the output, where integers are waited for."""
    target, output = _shapes(values)
    if len(output) != 2:
        return {} if not output or not target else None
    flat = len(target) == 1 and None not in (*target, *output) and _is_flattened(target, output)
    return {} if len(target) == 2 or flat else None


def _is_flattened(target: Shape, output: Shape) -> bool:
    return target[0] == (output[0] or 0) * (output[1] or 0)


def output_rank(values: Values) -> dict[str, str] | None:
    """Take an output whose axes are not those of the labels."""
    target, output = _shapes(values)
    return {} if len(output) > 2 or len(target) > 2 or len(target) != len(output) else None


def two_columns(values: Values) -> dict[str, str] | None:
    """Take one-hot labels of two classes beside a single output."""
    target, output = _shapes(values)
    return {} if len(target) == len(output) == 2 and (target[1], output[1]) == (2, 1) else None


def one_unit(values: Values) -> dict[str, str] | None:
    """Take one-hot labels of more classes beside a single output."""
    target, output = _shapes(values)
    if len(target) == len(output) == 2 and output[1] == 1 and (target[1] or 0) > 2:
        return {"classes": str(target[1])}
    return None


def columns(values: Values) -> dict[str, str] | None:
    """Take labels and output that count the classes differently."""
    target, output = _shapes(values)
    if target and output and target[-1] and output[-1] and target[-1] != output[-1]:
        return {"target_columns": str(target[-1]), "output_columns": str(output[-1])}
    return None


def _shapes(values: Values) -> tuple[Shape, Shape]:
    return dims(values["target"]), dims(values.get("output", ""))


def _columns(target: Shape) -> int | None:
    """Return how many numbers a sample's label has; a bare (1,) is a shape without its batch."""
    if len(target) == 1:
        return 1
    return target[1] if len(target) == 2 else None
