"""Naming what is wrong with a value: axes swapped, another number, a misspelled argument."""

from __future__ import annotations

from quiz.marking.dressing import fits
from quiz.marking.mark import Mistake
from quiz.marking.spelling import KINDS, spelling
from quiz.marking.value_tree import Value

SLIPS = frozenset(("quotes missing", "quotes extra", "brackets", "comma", "case of constant"))
"""Kinds that are slips: the learner knew the value and wrote it wrong."""
_GROUPS = frozenset(("tuple", "list", "set"))
_WORDS = frozenset(("name", "text", "dtype", "constant"))


def difference(given: Value, expected: Value) -> Mistake | None:
    """Return what makes `given` another value than `expected`, None if they are the same."""
    if given == expected:
        return None
    if given.kind in _GROUPS and expected.kind in _GROUPS:
        return _groups(given, expected)
    if given.kind == expected.kind in ("arguments", "call"):
        return _arguments(given, expected)
    if given.kind == expected.kind == "number":
        return _said(
            "sign" if _opposite(given.data, expected.data) else "number differs", given, expected
        )
    if expected.items == (given,) and expected.kind == "tuple":
        return _said("comma", given, expected)
    if given.kind in _WORDS and expected.kind in _WORDS:
        return _words(given, expected)
    return _said("value", given, expected)


def _opposite(one: float | str, other: float | str) -> bool:
    return not isinstance(one, str) and not isinstance(other, str) and one == -other


def _said(kind: str, given: Value, expected: Value, **more: object) -> Mistake:
    values = {key: str(value) for key, value in more.items()}
    return Mistake(kind, {"given": given.source, "expected": expected.source, **values})


def _words(given: Value, expected: Value) -> Mistake:
    ours, theirs = str(given.data), str(expected.data)
    if ours == theirs:
        missing = given.kind == "name" and expected.kind == "text"
        return _said("quotes missing" if missing else "quotes extra", given, expected)
    if given.kind == expected.kind == "dtype":
        return _said("dtype", given, expected)
    if expected.kind == "constant" and ours.casefold() == theirs.casefold():
        return _said("case of constant", given, expected)
    if _digits(ours) == _digits(theirs) and given.kind != "constant":
        slip = spelling(ours, theirs) if ours.isascii() else None
        if slip and slip.kind != "number":
            return slip
    return _said("dtype" if expected.kind == "dtype" else "value", given, expected)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def _groups(given: Value, expected: Value) -> Mistake:
    ours, theirs = given.items, expected.items
    if ours == theirs:
        return _said("brackets", given, expected)
    if len(ours) != len(theirs):
        return _rank(given, expected)
    places = [place for place in range(len(ours)) if ours[place] != theirs[place]]
    first = places[0]
    if len(places) == 1:
        inner = difference(ours[first], theirs[first])
        if inner and is_slip(inner):
            return inner
        return _said("item", ours[first], theirs[first], place=first + 1)
    if _same_items(ours, theirs):
        if len(places) == 2:
            return _said("items swapped", given, expected, first=first + 1, second=places[1] + 1)
        return _said("items in another order", given, expected)
    return _said("items", given, expected)


def _same_items(ours: tuple[Value, ...], theirs: tuple[Value, ...]) -> bool:
    left = list(theirs)
    for item in ours:
        if item not in left:
            return False
        left.remove(item)
    return not left


def _rank(given: Value, expected: Value) -> Mistake:
    ours, theirs = given.items, expected.items
    if theirs and theirs[0].data == "None" and ours == theirs[1:]:
        return _said("batch missing", given, expected)
    if ours and ours[0].data == "None" and ours[1:] == theirs:
        return _said("batch extra", given, expected)
    if (place := _left_out(ours, theirs)) is not None:
        return Mistake("item missing", {"item": theirs[place].source, "place": str(place + 1)})
    if (place := _left_out(theirs, ours)) is not None:
        return Mistake("item extra", {"item": ours[place].source, "place": str(place + 1)})
    return _said("rank", given, expected, has=len(ours), needs=len(theirs))


def _left_out(short: tuple[Value, ...], whole: tuple[Value, ...]) -> int | None:
    """Return the place of the one item of `whole` that `short` lacks."""
    if len(short) + 1 != len(whole):
        return None
    return next((i for i in range(len(whole)) if whole[:i] + whole[i + 1 :] == short), None)


def _arguments(given: Value, expected: Value) -> Mistake | None:
    inside = _inside(given, expected)
    called, right = str(given.data), str(expected.data)
    if fits(called, right) or called.endswith(f".{right}"):
        return inside
    slip = spelling(called, right) if inside is None else None
    return slip or Mistake("value", {"given": called, "expected": right})


def _inside(given: Value, expected: Value) -> Mistake | None:
    if given.items != expected.items:
        return _positional(given, expected)
    ours, theirs = dict(given.named), dict(expected.named)
    missing = [name for name in theirs if name not in ours]
    extra = [name for name in ours if name not in theirs]
    if missing or extra:
        return _keywords(missing, extra, ours, theirs)
    wrong = [name for name in theirs if ours[name] != theirs[name]]
    if len(wrong) > 1:
        return Mistake("arguments", {"names": ", ".join(wrong)})
    return _argument(wrong[0], ours[wrong[0]], theirs[wrong[0]]) if wrong else None


def _argument(name: str, given: Value, expected: Value) -> Mistake | None:
    inner = difference(given, expected)
    if inner is None or is_slip(inner):
        return inner
    return _said("argument", given, expected, name=name)


def _positional(given: Value, expected: Value) -> Mistake:
    if len(given.items) == len(expected.items) == 1:
        return difference(given.items[0], expected.items[0]) or _said("value", given, expected)
    return _groups(given, expected)


def _keywords(
    missing: list[str], extra: list[str], ours: dict[str, Value], theirs: dict[str, Value]
) -> Mistake:
    if len(missing) == len(extra) == 1:
        name, other = missing[0], extra[0]
        slip = spelling(other, name)
        if slip and slip.kind != "number" and ours[other] == theirs[name]:
            return slip
        return Mistake("keyword", {"given": other, "expected": name})
    if extra:
        return Mistake("keyword extra", {"names": ", ".join(extra)})
    return Mistake("keyword missing", {"names": ", ".join(missing)})


def is_slip(mistake: Mistake) -> bool:
    """Return whether a mistake of `difference` is one of writing, not of knowing."""
    return mistake.kind in SLIPS or mistake.kind in KINDS
