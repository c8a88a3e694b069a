"""What follows from the numbers and texts in a message."""

from __future__ import annotations

import re
from collections.abc import Mapping

Values = Mapping[str, str]

_KOREAN_BYTES = range(0xA1, 0xFE + 1)
"""First bytes of Hangul in EUC-KR and cp949: KS X 1001 begins at 0xA1."""


def place_after_last(values: Values) -> dict[str, str]:
    """Say which number is the last and which is needed, of `size` places."""
    if "size" not in values:
        return {}
    last = {"last": str(int(values["size"]) - 1)}
    return last | ({"needed": str(int(values["value"]) + 1)} if "value" in values else {})


def number_text(values: Values) -> dict[str, str]:
    """Say what keeps a text from being read as a number."""
    given = values.get("given")
    if given is None:
        return {}
    if not given.strip():
        return {"form": "blank"}
    if re.fullmatch(r"[-+]?\d{1,3}(,\d{3})+(\.\d+)?", given.strip()):
        return {"form": "comma"}
    if re.fullmatch(r"[-+]?\d*\.\d+(e[-+]?\d+)?", given.strip(), re.IGNORECASE):
        return {"form": "decimal"}
    return {"form": "text"}


def integer_range(values: Values) -> dict[str, str]:
    """Say what fits into an integer type such as uint8."""
    kind = re.fullmatch(r"(u?)int(8|16|32|64)", values.get("dtype", ""))
    if not kind:
        return {}
    bits = int(kind[2])
    low, high = (0, 2**bits - 1) if kind[1] else (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1)
    return {"low": str(low), "high": str(high)}


def codec(values: Values) -> dict[str, str]:
    """Tell whether a byte that is no UTF-8 may begin a Hangul syllable of cp949."""
    byte = values.get("byte", "")
    is_utf8 = values.get("codec", "").lower().startswith(("utf-8", "utf8", "ascii"))
    if is_utf8 and re.fullmatch(r"0x[0-9a-f]{2}", byte) and int(byte, 16) in _KOREAN_BYTES:
        return {"korean": byte}
    return {}


def keyed(values: Values) -> dict[str, str] | None:
    """Tell numbers from names among keys that were not found."""
    given = values.get("given")
    if given is None:
        return None
    is_number = re.fullmatch(r"-?\d+", given) is not None
    return {"number": given} if is_number else {}
