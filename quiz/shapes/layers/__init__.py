"""Keras layers, a family a file; importing this fills `layer.LAYERS`."""

from quiz.shapes.layers import (
    attention,
    cells,
    convolution,
    dense,
    edges,
    merging,
    normalisation,
    pooling,
    preprocessing,
    recurrent,
    reshaping,
    separable,
    transposed,
    unchanged,
    wrappers,
)

__all__ = [
    "attention",
    "cells",
    "convolution",
    "dense",
    "edges",
    "merging",
    "normalisation",
    "pooling",
    "preprocessing",
    "recurrent",
    "reshaping",
    "separable",
    "transposed",
    "unchanged",
    "wrappers",
]
