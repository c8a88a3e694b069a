"""What may stand around a name without changing it: quotes, a call, a module, a keyword."""

from __future__ import annotations

import re

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\u00ad\ufeff"))
_QUOTES = "\"'`‘’“”´"
_KEYWORD = re.compile(r"([^\W\d]\w*)\s*=\s*([^=].*)?", re.DOTALL)
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+")
_SAME_MODULE = {"numpy": "np", "pandas": "pd", "tensorflow": "tf"}
# Their parts are the answer when a module is asked for: `preprocessing` is not all of it.
_PACKAGES = frozenset(("sklearn", "imblearn", "keras", "tf", "scipy", "torch", "matplotlib"))


def bare(text: str) -> str:
    """Return a name without spaces, quotes, backticks and empty call brackets around it."""
    text = text if text.isascii() else text.translate(_INVISIBLE)
    before = None
    while text != before:
        before = text
        text = text.strip().strip(_QUOTES).removesuffix("()")
    return text


def readings(answer: str) -> tuple[str, ...]:
    """Return the names `answer` may be read as: itself, then without module or keyword.

    `keras.layers.Dense` is also `Dense`; `loss='mse'` is also `mse` and `loss`.
    """
    plain = bare(answer)
    found = [plain]
    if match := _KEYWORD.fullmatch(plain):
        found += [bare(match.group(2) or ""), match.group(1)]
    found += [name.rpartition(".")[2] for name in found if _DOTTED.fullmatch(name)]
    return tuple(dict.fromkeys(name for name in found if name))


def fits(answer: str, expected: str) -> bool:
    """Return whether `answer` (one reading) is exactly `expected`, a module before it forgiven."""
    ours, theirs = _canonical(answer), _canonical(expected)
    if ours == theirs:
        return True
    head, _, tail = theirs.rpartition(".")
    if head and ours.endswith(f".{theirs}"):
        return bool(_DOTTED.fullmatch(ours))
    if not head or not theirs.endswith(f".{ours}"):
        return False
    return tail[:1].isupper() or theirs.split(".")[0] not in _PACKAGES


def _canonical(name: str) -> str:
    head, dot, tail = name.partition(".")
    return _SAME_MODULE.get(head, head) + dot + tail if dot else name
