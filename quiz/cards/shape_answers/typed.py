"""Typing: a shape or a number, judged by its value, however it is written."""

from __future__ import annotations

import re
from dataclasses import replace

from quiz.marking.judge import judge
from quiz.marking.mark import Mark, Verdict
from quiz.shapes.asking.visit import Visit
from quiz.text import Text, clean

_RESHAPE = re.compile(
    r"^(?:\w+\s*=\s*)?(?:\w*\.)?reshape\((?:[A-Za-z]\w*\s*,\s*)?(.*)\)$", re.DOTALL
)
_WRITTEN = re.compile(r"^(?:input_shape|output_shape|shape)\s*=\s*", re.IGNORECASE)
_LONGEST = 200
"""Characters of an answer that are kept."""


class _NoNames:
    """What is no shape is not taken for another name."""

    def get(self, name: str) -> Text | None:
        return None

    def near(self, name: str) -> tuple[str, ...]:
        return ()


_NAMES = _NoNames()


def mark_typed(visit: Visit, answer: str) -> Mark:
    """Return the mark of a typed answer, as values are judged."""
    mark = judge(_rights(visit), without_words(visit, answer), "values", _NAMES)
    return replace(mark, expected=str(visit.answer()), given=clean(answer).strip()[:_LONGEST])


def without_words(visit: Visit, answer: str) -> str:
    """Return what was typed without the words round it: input_shape=…, X.reshape(…)."""
    answer = _WRITTEN.sub("", answer.strip())
    call = _RESHAPE.match(answer) if visit.asked == "reshape" else None
    return call.group(1).strip().rstrip(",") if call else answer


def agrees(answer: str, given: str) -> bool:
    """Return whether `given` is the value `answer`."""
    return judge([answer], given, "values", _NAMES).verdict is Verdict.RIGHT


def _rights(visit: Visit) -> list[str]:
    """Return all right answers; one axis of a reshape may be left to NumPy as -1."""
    right = [str(visit.answer())]
    if visit.asked == "reshape":
        axes = range(len(visit.right))
        right += [str((*visit.right[:n], -1, *visit.right[n + 1 :])) for n in axes]
    return right
