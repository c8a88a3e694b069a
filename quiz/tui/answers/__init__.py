"""The answer fields, one file for each kind of input, found by its name."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from quiz.cards.card import Input
from quiz.tui.answers.base import AnswerField


def answer_field(
    kind: Input, hand_in: Callable[[str], None], refuse: Callable[[str], None]
) -> AnswerField:
    """Make the field for this kind of input: `LineField` of `line.py` for "line"."""
    module = import_module(f"{__name__}.{kind.value}")
    field: AnswerField = getattr(module, f"{kind.value.capitalize()}Field")(hand_in, refuse)
    return field
