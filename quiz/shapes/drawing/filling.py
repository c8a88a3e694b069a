"""Filling drawn numbers into text: `Conv2D({filters}, {kernel})`."""

from __future__ import annotations

import re
from collections.abc import Mapping

from quiz.shapes.drawing.arithmetic import Value, parsed, worked_out
from quiz.shapes.drawing.draws import Draws, checked
from quiz.text import Text

_PLACE = re.compile(r"\{([^{}\n]+)\}")


def filled(text: str, names: Mapping[str, Value]) -> str:
    """Return `text` with the value of each `{expression}` in its place; words without quotes."""
    return _PLACE.sub(lambda place: str(worked_out(parsed(place.group(1)), names)), text)


def filled_text(text: Text, names: Mapping[str, Value]) -> Text:
    """Return both languages of `text` filled in."""
    return Text(filled(text.ko, names), filled(text.en, names))


def check_places(text: str, draws: Draws) -> None:
    """Look at every `{expression}` of `text`; BadTemplate for one that no draw can fill."""
    for expression in _PLACE.findall(text):
        checked(parsed(expression), draws)
