"""A card's values as the text of form boxes, and back.

A field has one box, or one for each language; a list stands there an item a line, pieces of code
with a line of dashes between them. A value that boxes cannot hold is not shown, so that the form
never changes what it does not understand.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import zip_longest

from quiz.cards.fields import Field
from quiz.text import clean, nfc

TWO = ("text", "texts", "items", "options")
"""The forms whose values may be in two languages."""
MANY = ("lines", "texts", "items", "options")
"""The forms whose values are lists."""
WHY = " :: "
"""Between an option and why it is wrong."""
OR = " / "
"""Between an item and its alternatives."""
NEXT = "---"
"""The line between two pieces of code."""
_NEXT = re.compile(r"^\s*-{3,}\s*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Boxes:
    """What stands in a field's boxes; `ko` alone means that both languages are the same."""

    ko: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.ko.strip() or self.en.strip())


def boxes(field: Field, value: object) -> Boxes | None:
    """Return the boxes for a raw value of `field`, None where they cannot hold it."""
    try:
        items = value if isinstance(value, list) else [value]
        if field.form == "codes":
            shown = Boxes(f"\n{NEXT}\n".join(_two(item)[0].strip("\n") for item in items))
        elif field.form in MANY:
            pairs = [_pair(field.form, item) for item in items]
            shown = Boxes("\n".join(ko for ko, _en in pairs), _rest(en for _ko, en in pairs))
        else:
            shown = Boxes(*_two(value))
    except _NotForBoxes:
        return None
    if any(clean(text) != nfc(text) for text in (shown.ko, shown.en)):
        return None  # a terminal would obey what is in it
    return shown if _same(read(field, shown), value) else None


def read(field: Field, boxes: Boxes) -> object:
    """Return the raw value that the boxes of `field` mean; None where they are empty."""
    if not boxes:
        return None
    if field.form == "codes":
        return [part.strip("\n").rstrip() for part in _NEXT.split(boxes.ko) if part.strip()]
    if field.form not in MANY:
        return _one(boxes.ko.strip(), boxes.en.strip())
    lines = zip_longest(_lines(boxes.ko), _lines(boxes.en), fillvalue="")
    return [_item(field.form, ko, en) for ko, en in lines if ko or en]


class _NotForBoxes(ValueError):
    """The value has a shape for which there are no boxes."""


def _rest(lines: Iterable[str]) -> str:
    return "\n".join(lines).rstrip("\n")


def _lines(box: str) -> list[str]:
    return [line.strip() for line in box.strip().splitlines()]


def _same(value: object, other: object) -> bool:
    """Whether two raw values mean the same to a reader of decks."""
    plain, wanted = _plain(value), _plain(other)
    return plain == (wanted if isinstance(plain, list) == isinstance(wanted, list) else [wanted])


def _plain(value: object) -> object:
    if isinstance(value, list):
        return [_plain(item) for item in value]
    if not isinstance(value, dict):
        return str(value).strip()
    if value.keys() <= {"ko", "en"}:
        return _one(str(value.get("ko", "")).strip(), str(value.get("en", "")).strip())
    kept = {key: _plain(part) for key, part in value.items()}
    return kept["text"] if kept.keys() == {"text"} else kept


def _two(value: object) -> tuple[str, str]:
    if isinstance(value, str):
        return value, ""
    if isinstance(value, dict) and value.keys() <= {"ko", "en"}:
        return str(value.get("ko", "")), str(value.get("en", ""))
    raise _NotForBoxes


def _one(ko: str, en: str) -> object:
    return {"ko": ko, "en": en} if ko and en and ko != en else ko or en


def _pair(form: str, item: object) -> tuple[str, str]:
    """Return one item of a list as its line in each box."""
    if form == "items" and isinstance(item, list):
        names = [_two(name) for name in item]
        ko = OR.join(ko for ko, _en in names)
        return ko, OR.join(en or ko for ko, en in names) if any(en for _ko, en in names) else ""
    if form == "options" and isinstance(item, dict) and "text" in item:
        text, why = _two(item["text"]), _two(item.get("why", ""))
        ko = _joined(text[0], why[0])
        en = _joined(text[1] or text[0], why[1] or why[0]) if text[1] or why[1] else ""
        return ko, en
    return _two(item)


def _joined(text: str, why: str) -> str:
    return WHY.join((text, why)) if why else text


def _item(form: str, ko: str, en: str) -> object:
    if form == "items":
        parts = zip_longest(ko.split(OR), en.split(OR), fillvalue="")
        names = [_one(ko.strip(), en.strip()) for ko, en in parts]
        return names if len(names) > 1 else names[0]
    if form == "options":
        (ko, _ko, ko_why), (en, _en, en_why) = ko.partition(WHY), en.partition(WHY)
        if why := _one(ko_why.strip(), en_why.strip()):
            return {"text": _one(ko.strip(), en.strip()), "why": why}
    return _one(ko.strip(), en.strip())
