"""What a name in code stands for: imports and their usual short forms resolved."""

from __future__ import annotations

import ast

from quiz.marking.code.signatures import full_name, signature

USUAL = {
    "np": "numpy",
    "numpy": "numpy",
    "pd": "pandas",
    "pandas": "pandas",
    "tf": "tensorflow",
    "tensorflow": "tensorflow",
    "keras": "keras",
    "layers": "keras.layers",
    "models": "keras.models",
    "sklearn": "sklearn",
    "plt": "matplotlib.pyplot",
    "sns": "seaborn",
    "uvicorn": "uvicorn",
    "Sequential": "keras.Sequential",
    "Model": "keras.Model",
}
"""Names that mean a module or a class though the code shows no import."""

_SAME = {
    "keras.models.Sequential": "keras.Sequential",
    "keras.models.Model": "keras.Model",
    "keras.models.save_model": "keras.saving.save_model",
    "keras.saving.load_model": "keras.models.load_model",
    "keras.Input": "keras.layers.Input",
    "keras.preprocessing.sequence.pad_sequences": "keras.utils.pad_sequences",
    "keras.preprocessing.image.load_img": "keras.utils.load_img",
    "keras.preprocessing.image.img_to_array": "keras.utils.img_to_array",
    "keras.layers.Convolution2D": "keras.layers.Conv2D",
} | {
    f"keras.layers.{front}{short}{size}D": f"keras.layers.{front}{long}{size}D"
    for front in ("", "Global")
    for short, long in (("MaxPool", "MaxPooling"), ("AvgPool", "AveragePooling"))
    for size in (1, 2, 3)
}


_MODULES = {
    "preprocessing": ("sklearn.preprocessing",),
    "model_selection": ("sklearn.model_selection",),
    "metrics": ("sklearn.metrics", "keras.metrics"),
    "callbacks": ("keras.callbacks",),
    "optimizers": ("keras.optimizers",),
    "losses": ("keras.losses",),
    "utils": ("keras.utils",),
}
"""Modules that are imported by their last name, in the libraries that have one."""


def class_called(name: str) -> str | None:
    """Return the dotted name of the only class called `name`, MaxPool2D or MaxPooling2D."""
    known = full_name(name) or f"keras.layers.{name}"
    return canonical(known) if known in _SAME or full_name(name) else None


def module_of(name: str, inside: str) -> str | None:
    """Return the module called `name` that has `inside`, where the code shows no import of it."""
    found = (module for module in _MODULES.get(name, ()) if signature(f"{module}.{inside}"))
    return next(found, None)


def canonical(name: str) -> str:
    """Return the one name of the thing that `name` (dotted) calls: tf.keras is keras."""
    name = name.removeprefix("tensorflow.python.").removeprefix("tensorflow.")
    return _SAME.get(name, name)


def imported(tree: ast.Module) -> dict[str, str]:
    """Return the dotted names that the imports of `tree` bind, by the name they give them."""
    bound: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                whole = alias.name if alias.asname else alias.name.partition(".")[0]
                bound[alias.asname or whole] = whole
        elif isinstance(node, ast.ImportFrom) and not node.level:
            for alias in node.names:
                bound[alias.asname or alias.name] = f"{node.module}.{alias.name}"
    return {name: canonical(whole) for name, whole in bound.items()}
