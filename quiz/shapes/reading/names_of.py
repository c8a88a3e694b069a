"""One name for each thing of a library, however it was imported."""

from __future__ import annotations

from difflib import get_close_matches

from quiz.shapes.layers.layer import LAYERS
from quiz.shapes.refusal import Refused
from quiz.text import both

_FURTHER = frozenset(
    "ContrastLimitedAdaptiveHistogramEqualization CutMix EinsumDense FlaxLayer GroupQueryAttention"
    " HashedCrossing Input InputLayer InputSpec IntegerLookup JaxLayer Layer MaxNumBoundingBoxes"
    " MelSpectrogram MixUp Pipeline ReversibleEmbedding STFTSpectrogram StringLookup TFSMLayer"
    " TorchModuleWrapper Wrapper add average concatenate deserialize dot maximum minimum multiply"
    " serialize subtract experimental".split()
)
"""What keras.layers of Keras 3.15 holds beside the layers that are known here."""
_SAME = (
    ("tensorflow.keras", "keras"),
    ("tensorflow.python.keras", "keras"),
    ("keras.api", "keras"),
    ("keras.models.Sequential", "keras.Sequential"),
    ("keras.models.Model", "keras.Model"),
    ("keras.layers.Input", "keras.Input"),
    ("keras.preprocessing.sequence.pad_sequences", "keras.utils.pad_sequences"),
)


def canonical(name: str) -> str:
    """Return the one name under which a thing of a library is registered here."""
    for long, short in _SAME:
        if name == long or name.startswith(long + "."):
            name = short + name[len(long) :]
    return name


def no_such_layer(full: str) -> bool:
    """Return whether a full name is one of keras.layers that Keras does not have."""
    library, _, name = full.rpartition(".")
    return library == "keras.layers" and name not in LAYERS and name not in _FURTHER


def absent_layer(name: str, error: str) -> Refused:
    """Return the refusal of a name that keras.layers does not have."""
    near = get_close_matches(name, LAYERS, 1)
    remedy = both("Did you mean {name}?", name=near[0]) if near else both("Look at its spelling.")
    return Refused(both("keras.layers has no {name}", name=name), remedy, error)
