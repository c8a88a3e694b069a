"""What each field of a line of the log may hold; what else is found there is set aside."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from quiz.marking.mark import Verdict
from quiz.memory.day import LATEST, day_number
from quiz.memory.review import Deed

_HEX = "0123456789abcdef"
_DEEDS = frozenset(Deed)
_VERDICTS = frozenset(["", *Verdict])


def fault(fields: Mapping[str, Any]) -> str:
    """Return the name of the first field of a line that makes no sense or is missing, or ""."""
    for key in NEEDED:
        if key not in fields:
            return key
    for key, value in fields.items():
        check = CHECKS.get(key)
        if check and not check(value):
            return key
    return _contradiction(fields)


def _contradiction(fields: Mapping[str, Any]) -> str:
    """Return the name of a field that the others rule out, or ""."""
    if abs(fields["day"] - day_number(fields["at"], 0, 0)) > 2:
        return "day"
    deed = fields.get("deed", Deed.ANSWER)
    if (deed == Deed.ANSWER) != (fields.get("rating", 0) > 0):
        return "rating"
    if deed == Deed.UNDO and not fields.get("undoes"):
        return "undoes"
    return ""


def _whole(low: int, high: int) -> Callable[[Any], bool]:
    """Return a check for a whole number from `low` to `high`; True and False are none."""
    return lambda value: type(value) is int and low <= value <= high


def _is_text(value: Any) -> bool:
    return isinstance(value, str)


def _is_bool(value: Any) -> bool:
    return type(value) is bool


def _is_id(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 32 and not value.strip(_HEX)


def _is_mistake(value: Any) -> bool:
    if value is None:
        return True
    if not isinstance(value, dict) or not isinstance(value.get("kind"), str):
        return False
    values = value.get("values", {})
    return isinstance(values, dict) and all(map(_is_text, values.values()))


NEEDED = ("id", "card", "at", "offset", "day")

CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "id": _is_id,
    "deed": lambda value: isinstance(value, str) and value in _DEEDS,
    "card": lambda value: isinstance(value, str) and value != "",
    "at": _whole(0, LATEST - 1),
    "offset": _whole(-24 * 60 + 1, 24 * 60 - 1),
    "day": _whole(1, 3_652_059),
    "rating": _whole(0, 4),
    "verdict": lambda value: isinstance(value, str) and value in _VERDICTS,
    "mistake": _is_mistake,
    "typed": _is_text,
    "retry": lambda value: value is None or isinstance(value, str),
    "hints": _whole(0, 1_000_000),
    "seconds": lambda value: type(value) in (int, float) and 0 <= value < 1e9,
    "seed": _whole(0, 2**63 - 1),
    "scheduled": _is_bool,
    "overruled": _is_bool,
    "undoes": lambda value: value == "" or _is_id(value),
}
