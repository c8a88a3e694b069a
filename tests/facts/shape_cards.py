"""The questions of shape cards as real programs: run, and asked what the card asks."""

from __future__ import annotations

import traceback
from typing import Any

import keras
import numpy as np
from keras import layers

from quiz.shapes.asking.visit import RUNS, Visit

PROGRAM = "<card>"


def run(code: str) -> dict[str, Any]:
    """Return the names that `code` leaves, run with NumPy and Keras at hand."""
    names = {"np": np, "Sequential": keras.Sequential, "print": lambda *shown: None}
    names |= {name: getattr(layers, name) for name in dir(layers) if name[:1].isupper()}
    exec(compile(code, PROGRAM, "exec"), names)
    return names


def answered(visit: Visit) -> str:
    """Return what the real libraries answer to `visit`: shape, params or error."""
    if visit.asked == "error":
        return _failing_line(visit.code)
    names = run(visit.code)
    model: Any = names.get("model")
    if visit.asked == "params":
        counted = model.layers[visit.layer - 1] if visit.layer else model
        return str(counted.count_params())
    if model is not None:
        return str(tuple(model.output_shape))
    return str(names["c" if "c" in names else "X"].shape)


def fits(visit: Visit, code: str) -> bool:
    """Return whether the model of `code` runs on X, has the shape of a sample of X as its own,
    and X has as many samples as before.

    Running alone shows too little: Keras adds a last axis of 1 by itself.
    """
    try:
        names = run(code)
        names["model"](np.zeros((2, *names["X"].shape[1:]), "float32"))
    except (ValueError, TypeError):
        return False
    samples, *sample = names["X"].shape
    return bool((None, *sample) == names["model"].input_shape and samples == visit.data[0])


def _failing_line(code: str) -> str:
    try:
        run(code)
    except Exception as error:
        frames = traceback.extract_tb(error.__traceback__)
        return str(next(frame.lineno for frame in frames if frame.filename == PROGRAM))
    return RUNS
