"""One name for each thing of a library, however it was imported."""

from __future__ import annotations

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
