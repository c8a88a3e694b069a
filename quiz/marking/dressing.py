"""What may stand around a name without changing it: quotes, a call, a module, its kind."""

from __future__ import annotations

import re

_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u2060\u00ad\ufeff"))
_QUOTES = "\"'`‘’“”´"
_KEYWORD = re.compile(r"([^\W\d]\w*)\s*=\s*([^=].*)?", re.DOTALL)
_DOTS = re.compile(r"^\.(?=[^\W\d])|(?<=[^.])[.。]$")
_CALL = re.compile(r"((?:[^\W\d]\w*(?:\(\))?\.)*[^\W\d]\w*)\((.*)\)", re.DOTALL)
_KIND = re.compile(
    r"(.*?\S)(?:"
    r"\s+(?:(?:activation|loss)\s+)?"
    r"(?:function|class|layer|dtype|type|method|argument|parameter|module)"
    r"|\s*(?:(?:활성화|손실)\s*)?"
    r"(?:함수|클래스|레이어|층|메서드|메소드|인자|인수|매개변수|파라미터|모듈|타입|자료형|dtype)"
    r"(?:이다|입니다|이에요|예요|임)?)",
    re.DOTALL,
)
_DOTTED = re.compile(r"[^\W\d]\w*(?:\.[^\W\d]\w*)+")
_SAME_MODULE = {"numpy": "np", "pandas": "pd", "tensorflow": "tf"}
# Their parts are the answer when a module is asked for: `preprocessing` is not all of it.
_PACKAGES = frozenset(("sklearn", "imblearn", "keras", "tf", "scipy", "torch", "matplotlib"))


def bare(text: str) -> str:
    """Return a name without spaces, quotes, backticks, dots and empty call brackets around it."""
    text = text if text.isascii() else text.translate(_INVISIBLE)
    before = None
    while text != before:
        before = text
        text = _DOTS.sub("", text.strip().strip(_QUOTES).removesuffix("()"))
    return text


def without_kind(text: str) -> str:
    """Return a name or dtype without the word after it for what it is (`softmax 함수`)."""
    match = _KIND.fullmatch(text)
    return match.group(1) if match else text


def readings(answer: str) -> tuple[str, ...]:
    """Return the names `answer` may be read as: itself, then without what may be around it.

    `keras.layers.Dense` is also `Dense`; `loss='mse'` is also `mse` and `loss`;
    `scaler.transform(X)` is also `transform`; `softmax 함수` is also `softmax`.
    """
    plain = bare(answer)
    found = [plain, bare(without_kind(plain))]
    found += _of_keyword(found[1])
    for name in found[1:]:
        found += _of_call(name)
    found += [name.rpartition(".")[2] for name in found if _DOTTED.fullmatch(name)]
    return tuple(dict.fromkeys(name for name in found if name))


def _of_keyword(text: str) -> list[str]:
    match = _KEYWORD.fullmatch(text)
    return [bare(match.group(2) or ""), match.group(1)] if match else []


def _of_call(text: str) -> list[str]:
    """Return the value and name of an only argument by keyword, and what is called.

    Of what is printed, that.
    """
    match = _CALL.fullmatch(text)
    if not match or not _closed(match.group(2)):
        return []
    called, inside = match.group(1).replace("()", ""), match.group(2)
    if called == "print":
        return [bare(inside)]
    return [*([] if "," in inside else _of_keyword(inside)), called]


def _closed(inside: str) -> bool:
    depth = 0
    for char in inside:
        depth += (char == "(") - (char == ")")
        if depth < 0:
            return False
    return depth == 0


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
