"""What code answers are compared by is what the libraries take."""

from __future__ import annotations

import ast
import importlib
import inspect
from typing import Any

import pytest
import sklearn.experimental.enable_halving_search_cv
import sklearn.experimental.enable_iterative_imputer  # noqa: F401 - both make names importable

from quiz.marking.code.signatures import _lines, signature

LEGACY = "keras.preprocessing.image.ImageDataGenerator"


def thing(name: str) -> Any:
    """Import what the dotted `name` calls."""
    if name.startswith(LEGACY):  # TensorFlow's Keras alone has it at its public place
        name = name.replace("keras.", "keras.src.legacy.", 1)
    parts = name.split(".")
    for cut in range(len(parts) - 1, 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:cut]))
        except ModuleNotFoundError:
            continue
        for part in parts[cut:]:
            found = getattr(found, part)
        return found
    raise AssertionError(name)


@pytest.mark.parametrize("name", sorted(_lines()))
def test_a_signature_is_the_library_s(name: str) -> None:
    ours = signature(name)
    real = inspect.signature(thing(name)).parameters
    assert ours
    named = [p for p in real.values() if p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)]
    assert ours.known == {p.name for p in named} - {"self"}
    positions = [p.name for p in named if p.kind is not p.KEYWORD_ONLY and p.name != "self"]
    assert list(ours.positional) == positions
    for parameter, default in ours.defaults.items():
        written = ast.unparse(default)
        if written != "...":
            assert repr(ast.literal_eval(written)) == repr(real[parameter].default)
