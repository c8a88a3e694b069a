"""What Keras takes as a word or as an object: optimizer="adam" is Adam() with its defaults."""

from __future__ import annotations

import re

from quiz.marking.code.signatures import signature
from quiz.marking.code.term import Term

_ROOMS = {
    "optimizer": ("optimizers",),
    "loss": ("losses",),
    "metrics": ("metrics", "losses"),
}
"""The modules in which the words of an argument are looked up (Keras's `get` of each)."""
_SHORT = {"mse": "mean_squared_error", "mae": "mean_absolute_error", "acc": "accuracy"}
_OWN = ("accuracy",)
"""Words that choose by the loss, as no object does."""
_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def word_of(key: str, value: Term) -> Term:
    """Return `value` of the argument `key` as the word Keras knows it by, where it has one."""
    if key not in _ROOMS:
        return value
    if value.kind == "constant" and isinstance(value.value, str):
        return value._replace(value=_word(key, value.value))
    named = value.parts[0][1] if value.kind == "call" and len(value.parts) == 1 else value
    if named.kind == "real" and (word := _of_object(key, str(named.value))):
        return Term("constant", word, (), value.start, value.end)
    if value.kind in ("List", "Tuple"):
        parts = tuple((place, word_of(key, part)) for place, part in value.parts)
        return value._replace(parts=parts)
    return value


def _word(key: str, word: str) -> str:
    if key == "optimizer":
        return word.lower()
    is_class = any(signature(f"keras.{room}.{word}") for room in _ROOMS[key])
    return _snake(word) if is_class else _SHORT.get(word, word)


def _of_object(key: str, name: str) -> str:
    """Return the word for a class or function of Keras (dotted), "" if there is none."""
    front, _, last = name.rpartition(".")
    if front.removeprefix("keras.") not in _ROOMS[key]:
        return ""
    word = last.lower() if key == "optimizer" else _snake(last)
    return "" if word in _OWN else word


def _snake(name: str) -> str:
    return _HUMP.sub("_", name).lower()
