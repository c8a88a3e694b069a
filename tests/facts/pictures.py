"""Folders of small pictures, and what ImageDataGenerator reads from them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import numpy as np
from keras.src.legacy.preprocessing.image import ImageDataGenerator

SIZE = (8, 8)
"""Height and width of a picture."""


def paint(folder: Path, classes: str, pictures: int) -> Path:
    """Fill `folder` with so many `pictures` a class, the classes named in one line; return it."""
    random = np.random.default_rng(0)
    for name in classes.split():
        (folder / name).mkdir(parents=True)
        for number in range(pictures):
            pixels = random.integers(0, 256, (*SIZE, 3)).astype("float32")
            keras.utils.save_img(folder / name / f"{number:03}.png", pixels, scale=False)
    return folder


def read(folder: Path, generator: Any = None, **arguments: Any) -> Any:
    """Return the iterator of flow_from_directory over `folder`."""
    generator = generator or ImageDataGenerator()
    return generator.flow_from_directory(folder, **({"target_size": SIZE} | arguments))
