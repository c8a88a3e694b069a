"""Problems and weak spots as the index keeps them, as JSON, and back."""

from __future__ import annotations

import json
from typing import Literal, cast

from quiz.cards.problem import Problem
from quiz.decks.weak_spots import WeakSpot
from quiz.memory.card_rows import dump
from quiz.text import Text


def problem_as_json(problem: Problem) -> str:
    """Return `problem` as JSON."""
    place = (problem.file, problem.line, problem.column, problem.card, problem.code)
    return dump((*place, problem.message.as_dict(), problem.hint.as_dict(), problem.level))


def problem_of(said: str) -> Problem:
    """Return the problem that `problem_as_json` gave."""
    file, line, column, card, code, message, hint, level = json.loads(said)
    known = cast(Literal["error", "advice"], level)
    return Problem(file, line, column, card, code, Text.of(message), Text.of(hint), known)


def weak_spots_as_json(spots: dict[str, WeakSpot]) -> str:
    """Return weak spots as JSON."""
    return dump([(s.id, s.name.as_dict(), *s[2:]) for s in spots.values()])


def weak_spots_of(said: str) -> dict[str, WeakSpot]:
    """Return the weak spots that `weak_spots_as_json` gave, by id."""
    return {id: WeakSpot(id, Text.of(name), *settings) for id, name, *settings in json.loads(said)}
