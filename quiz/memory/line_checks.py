"""What each field of a line of the log may hold; a line that holds anything else is set aside."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from quiz.marking.mark import Verdict
from quiz.memory.day import LATEST, day_number
from quiz.memory.review import Deed

NEEDED = frozenset({"id", "card", "at", "offset", "day"})

TYPES: Mapping[str, type] = {
    "id": str,
    "deed": str,
    "card": str,
    "at": int,
    "offset": int,
    "day": int,
    "rating": int,
    "verdict": str,
    "mistake": dict,
    "typed": str,
    "retry": str,
    "hints": int,
    "seconds": float,
    "seed": int,
    "scheduled": bool,
    "overruled": bool,
    "undoes": str,
}

_LIMITS = (
    ("at", 0, LATEST - 1),
    ("offset", -24 * 60 + 1, 24 * 60 - 1),
    ("rating", 0, 4),
    ("hints", 0, 1_000_000),
    ("seconds", 0, 1_000_000_000),
    ("seed", 0, 2**63 - 1),
)
_HEX = "0123456789abcdef"
_DEEDS = frozenset(Deed)
_ANSWER, _UNDO = str(Deed.ANSWER), str(Deed.UNDO)  # enums are slow
_MOST_SHAPES = 1000
_Limits = list[tuple[str, int, int]]
_fine_shapes: dict[tuple[Any, ...], _Limits] = {}
"""The sorts of lines that were met, each with the limits for the keys it has."""
_VERDICTS = frozenset(["", *Verdict])


def fault(fields: Mapping[str, Any]) -> str:
    """Return the name of a field of a line that makes no sense or is missing, or ""."""
    # A log has few sorts of lines: to know one again is quicker than to look at each field.
    shape = (*fields, *map(type, fields.values()))
    limits = _fine_shapes.get(shape)
    if limits is None:
        if wrong := _misshapen(fields):
            return wrong
        limits = [limit for limit in _LIMITS if limit[0] in fields]
        if len(_fine_shapes) < _MOST_SHAPES:
            _fine_shapes[shape] = limits
    for key, low, high in limits:
        if not low <= fields[key] <= high:
            return key
    return _senseless_text(fields) or _contradiction(fields)


def _misshapen(fields: Mapping[str, Any]) -> str:
    """Return the name of a field that is missing or not of its type, or ""."""
    for key, value in fields.items():
        if type(value) is not TYPES.get(key) and not _may_hold(key, value):
            return key
    return "" if fields.keys() >= NEEDED else min(NEEDED - fields.keys())


def _may_hold(key: str, value: object) -> bool:
    """Return whether a key that is unknown, or not of its usual type, is fine all the same."""
    return key not in TYPES or (key == "seconds" and type(value) is int)


def _senseless_text(fields: Mapping[str, Any]) -> str:
    if not _is_id(fields["id"]):
        return "id"
    if not fields["card"]:
        return "card"
    if "deed" in fields and fields["deed"] not in _DEEDS:
        return "deed"
    if fields.get("verdict", "") not in _VERDICTS:
        return "verdict"
    if "mistake" in fields and not _is_mistake(fields["mistake"]):
        return "mistake"
    if fields.get("undoes") and not _is_id(fields["undoes"]):
        return "undoes"
    return ""


def _contradiction(fields: Mapping[str, Any]) -> str:
    """Return the name of a field that the others rule out, or ""."""
    # Zones and rollover hours move a day by two at most.
    if not -2 <= fields["day"] - day_number(fields["at"], 0, 0) <= 2:
        return "day"
    deed = fields.get("deed", _ANSWER)
    if (deed == _ANSWER) != (fields.get("rating", 0) > 0):
        return "rating"
    if deed == _UNDO and not fields.get("undoes"):
        return "undoes"
    return ""


def _is_id(text: str) -> bool:
    return len(text) == 32 and not text.strip(_HEX)


def _is_mistake(value: dict[str, Any]) -> bool:
    values = value.get("values", {})
    if type(value.get("kind")) is not str or type(values) is not dict:
        return False
    return all(type(text) is str for text in values.values())
