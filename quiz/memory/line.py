"""One line of the log: a review as JSON that a person can read, and back again, strictly."""

from __future__ import annotations

import json
from typing import Any

from quiz.i18n import N_
from quiz.marking.mark import Mistake
from quiz.memory.line_checks import CHECKS, fault
from quiz.memory.log_files import LONGEST_LINE
from quiz.memory.review import Deed, Review
from quiz.text import Text, both

VERSION = 1
"""A line without "v" is of version 1; a line of a later one is set aside."""
LONGEST_TEXT = 4000
"""What was typed is cut to so many characters, lest somebody's paste fill the log."""

_DEFAULTS = {name: field.default for name, field in Review.__dataclass_fields__.items()}
_DEEDS = {str(deed): deed for deed in Deed}
_dump = json.JSONEncoder(ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode


class LineError(ValueError):
    """A line of the log makes no sense; `reason` says why."""

    def __init__(self, message: str, **values: object) -> None:
        self.reason: Text = both(message, **values)
        super().__init__(self.reason.en)


def encode(review: Review) -> bytes:
    """Return `review` as a line without its newline: compact JSON in UTF-8, defaults left out.

    Long texts are cut, lone surrogates become U+FFFD, seconds are rounded to ms.
    ValueError where a field makes no sense, so that no line is written that `decode` refuses.
    """
    fields = {
        name: value
        for name, default in _DEFAULTS.items()
        if (value := _plain(getattr(review, name))) != default
    }
    if wrong := fault(fields):
        raise ValueError(f"not fit for the log: {wrong} of {review}")
    text = _dump(fields)
    try:
        return text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def decode(line: bytes) -> Review:
    """Return the review that `line` (with or without its newline) holds, or raise LineError.

    Keys that are unknown here, a later version's, are passed over.
    """
    fields = _parsed(line)
    if "deed" in fields:
        fields["deed"] = _DEEDS[fields["deed"]]
    if mistake := fields.get("mistake"):
        fields["mistake"] = Mistake(mistake["kind"], mistake.get("values", {}))
    return Review(**fields)


def _parsed(line: bytes) -> dict[str, Any]:
    """Return the known fields of a line, all of them checked."""
    if len(line) >= LONGEST_LINE:
        raise LineError(N_("the line is too long"))
    try:
        fields = json.loads(line.decode())
        if b"\\u" in line:
            _dump(fields).encode()  # an escaped lone surrogate is no text
    except (ValueError, RecursionError):
        raise LineError(N_("the line is not JSON")) from None
    if type(fields) is not dict:
        raise LineError(N_("the line is no review"))
    version = fields.get("v", VERSION)
    if type(version) is not int or version > VERSION:
        raise LineError(N_("the line was written by a later version of quiz"))
    if wrong := fault(fields):
        raise LineError(N_("“{key}” makes no sense or is missing"), key=wrong)
    if not fields.keys() <= CHECKS.keys():
        fields = {key: value for key, value in fields.items() if key in CHECKS}
    return fields


def _plain(value: object) -> object:
    """Return a field's value as JSON has it."""
    if isinstance(value, str):
        return value[:LONGEST_TEXT]
    if isinstance(value, float):
        return round(value, 3)
    if isinstance(value, Mistake):
        values = {key: text[:LONGEST_TEXT] for key, text in value.values.items()}
        return {"kind": value.kind, "values": values} if values else {"kind": value.kind}
    return value
