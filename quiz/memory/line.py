"""One line of the log: a review as JSON that a person can read, and back again, strictly."""

from __future__ import annotations

import json
from typing import Any

from quiz.i18n import N_
from quiz.marking.mark import Mistake
from quiz.memory.line_checks import TYPES, fault
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
_load = json.JSONDecoder().raw_decode


class LineError(ValueError):
    """A line of the log makes no sense; `reason` says why."""

    def __init__(self, message: str, **values: object) -> None:
        self.reason: Text = both(message, **values)
        super().__init__(self.reason.en)


def encode(review: Review) -> bytes:
    """Return `review` as a line without its newline: compact JSON in UTF-8, defaults left out.

    Long texts are cut, lone surrogates become U+FFFD, seconds are rounded to ms.
    ValueError where a field makes no sense: no line is written that `decode` would refuse.
    """
    fields = {
        name: _plain(name, value)
        for name, default in _DEFAULTS.items()
        if (value := getattr(review, name)) != default
    }
    line = _utf8(_dump(fields))
    if (wrong := fault(json.loads(line))) or len(line) >= LONGEST_LINE:
        raise ValueError(f"not fit for the log: {wrong or len(line)}")
    return line


def decode(line: bytes) -> Review:
    """Return the review that `line` (with or without its newline) holds; LineError."""
    fields = read_fields(line)
    if "deed" in fields:
        fields["deed"] = _DEEDS[fields["deed"]]
    if "mistake" in fields:
        fields["mistake"] = Mistake(fields["mistake"]["kind"], fields["mistake"].get("values", {}))
    return Review(**fields)


def read_fields(line: bytes) -> dict[str, Any]:
    """Return the fields of a line by their names in Review, as JSON has them; LineError.

    All are checked, defaults are left out, and keys unknown here (a later version's) passed over.
    Half the work of `decode`, for reading a whole log.
    """
    return checked(_json(line))


def checked(fields: Any) -> dict[str, Any]:
    """Return what `read_fields` does for a line that is the JSON of `fields`; LineError."""
    if type(fields) is not dict:
        raise LineError(N_("the line is no review"))
    version = fields.get("v", VERSION)
    if type(version) is not int or version > VERSION:
        raise LineError(N_("the line was written by a later version of quiz"))
    if wrong := fault(fields):
        raise LineError(N_("“{key}” makes no sense or is missing"), key=wrong)
    if not fields.keys() <= TYPES.keys():
        return {key: value for key, value in fields.items() if key in TYPES}
    return fields


def _json(line: bytes) -> Any:
    if len(line) >= LONGEST_LINE:
        raise LineError(N_("the line is too long"))
    try:
        text = line.decode()
        value, end = _load(text)
        if b"\\u" in line:
            _dump(value).encode()  # an escaped lone surrogate is no text
    except (ValueError, RecursionError):
        raise LineError(N_("the line is not JSON")) from None
    if text[end:].strip():
        raise LineError(N_("the line is not JSON"))
    return value


def _utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError:  # UTF-16 tells lone surrogates from pairs
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode()


def _plain(name: str, value: Any) -> Any:
    """Return the field `name` as JSON has it."""
    if name in ("typed", "retry"):
        return value[:LONGEST_TEXT]
    if name == "seconds":
        return round(value, 3)
    if name == "mistake":
        values = {key: text[:LONGEST_TEXT] for key, text in value.values.items()}
        return {"kind": value.kind, "values": values} if values else {"kind": value.kind}
    return value
