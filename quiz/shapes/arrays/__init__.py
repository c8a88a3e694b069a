"""NumPy by shapes, a family of functions a file; importing this fills the library."""

from quiz.shapes.arrays import (
    elementwise,
    joining,
    keras_ops,
    layout,
    making,
    products,
    randomness,
    reducing,
    splitting,
)

__all__ = [
    "elementwise",
    "joining",
    "keras_ops",
    "layout",
    "making",
    "products",
    "randomness",
    "reducing",
    "splitting",
]
