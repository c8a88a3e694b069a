"""Shapes worked out a second, beside Keras building the same models (if Keras is there)."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from importlib.util import find_spec

from quiz.shapes.trace import trace
from tests.bench.ratio import medians, report

_HEAD = "import keras\nfrom keras import layers\n"
PROGRAMS = [
    _HEAD + "model = keras.Sequential([keras.Input((28, 28, 1)), layers.Conv2D(32, 3),"
    " layers.MaxPooling2D(), layers.Conv2D(64, 3), layers.Flatten(), layers.Dense(10)])\n",
    _HEAD + "model = keras.Sequential([keras.Input((10, 3)), layers.LSTM(32,"
    " return_sequences=True), layers.GRU(16), layers.Dropout(0.2), layers.Dense(1)])\n",
    _HEAD + "x = keras.Input((32, 32, 3))\na = layers.Conv2D(8, 3, padding='same')(x)\n"
    "b = layers.Conv2D(8, 5, padding='same')(x)\n"
    "model = keras.Model(x, layers.Concatenate()([a, b]))\n",
]


def measure(rounds: int) -> None:
    """Print how many programs a second are traced, and how that compares with building them."""
    _timed(trace, 1)  # the layers are loaded once
    traced = medians({"trace": lambda: _timed(trace, 50)}, rounds)["trace"]
    print(f"shapes: {1 / traced:>10,.0f} programs traced a second")
    if find_spec("keras") is None or find_spec("openvino") is None:
        print("shapes: Keras is not installed (the extra [facts]): nothing to compare with")
        return
    os.environ.setdefault("KERAS_BACKEND", "openvino")
    _timed(_build, 1)
    both = {"trace": lambda: _timed(trace, 20), "keras": lambda: _timed(_build, 1)}
    taken = medians(both, rounds)
    report("shapes: a trace", taken["trace"], taken["keras"], "building it in Keras", "≤ 0.1")


def _timed(work: Callable[[str], object], times: int) -> float:
    """Return the seconds one program takes, the mean over all programs, `times` each."""
    begun = time.perf_counter()
    for _ in range(times):
        for program in PROGRAMS:
            work(program)
    return (time.perf_counter() - begun) / times / len(PROGRAMS)


def _build(program: str) -> None:
    exec(compile(program, "program", "exec"), {})


if __name__ == "__main__":
    measure(7)
