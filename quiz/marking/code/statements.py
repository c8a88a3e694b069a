"""Lines that are written in several ways, each in one of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from quiz.marking.code.term import Term

_SHOWS = ("summary", "head", "tail", "info", "describe")
"""Methods that only show something (keras.Model, pandas)."""


def one_form(lines: Iterable[Term]) -> list[Term]:
    """Return `lines` with tuples taken apart, chains too, and fit and transform made one."""
    single = (one for line in lines for whole in _untied(line) for one in _unchained(whole))
    return _fitted(list(single))


def without_shows(lines: list[Term], most: int) -> list[Term]:
    """Return `lines` without the last that change nothing, while there are more than `most`."""
    kept = list(lines)
    for line in reversed(lines):
        if len(kept) > most and _only_shows(line):
            kept.remove(line)
    return kept


def _only_shows(line: Term) -> bool:
    """Return whether `line` prints, or is a bare name."""
    if line.kind != "call":
        return line.kind in ("name", "attribute")
    function = line.parts[0][1]
    return function.value == "print" or (function.kind == "attribute" and function.value in _SHOWS)


def printed(line: Term) -> Term | None:
    """Return what `line` prints alone, None if it is no such line."""
    if line.kind != "call" or line.parts[0][1].value != "print" or len(line.parts) != 2:
        return None
    return line.parts[1][1]


def assigned(line: Term) -> tuple[str, Term] | None:
    """Return (variable, value) of a line that sets one variable, None for another line."""
    parts = dict(line.parts)
    target = parts.get("targets 0")
    single = line.kind == "Assign" and "targets 1" not in parts
    if not single or target is None or target.kind != "name":
        return None
    return str(target.value), parts["value"]


def _untied(line: Term) -> Iterator[Term]:
    """Give a, b = x, y as two lines, unless the second needs what the first sets."""
    parts = dict(line.parts)
    targets, values = parts.get("targets 0"), parts.get("value")
    pairs = [
        [part for _, part in side.parts]
        for side in (targets, values)
        if side is not None and side.kind == "Tuple"
    ]
    if line.kind != "Assign" or len(pairs) != 2 or len(pairs[0]) != len(pairs[1]):
        yield line
        return
    names = [{str(t.value) for t in target.within() if t.kind == "name"} for target in pairs[0]]
    used = [{str(t.value) for t in value.within() if t.kind == "name"} for value in pairs[1]]
    if any(names[first] & used[later] for later in range(len(used)) for first in range(later)):
        yield line
        return
    for target, value in zip(*pairs, strict=True):
        own = (("targets 0", target), ("value", value))
        yield line._replace(parts=own, start=value.start, end=value.end)


def _unchained(line: Term) -> Iterator[Term]:
    """Give s = S().fit(X) as s = S() and s.fit(X)."""
    made = assigned(line)
    if made and made[1].kind == "call":
        name, call = made
        function = call.parts[0][1]
        of = function.parts[0][1] if function.kind == "attribute" else None
        if function.value == "fit" and of and of.kind == "call" and of.parts[0][1].kind == "real":
            variable = Term("name", name, (), line.start, line.start + len(name))
            method = function._replace(parts=(("of", variable),))
            parts = dict(line.parts) | {"value": of}
            yield line._replace(parts=tuple(parts.items()), end=of.end)
            yield call._replace(parts=(("function", method), *call.parts[1:]))
            return
    yield line


def _fitted(lines: list[Term]) -> list[Term]:
    """Write s.fit(X) with X = s.transform(X) right after it as X = s.fit_transform(X)."""
    done: list[Term] = []
    for line in lines:
        if done and (whole := _fit_transform(done[-1], line)):
            done[-1] = whole
        else:
            done.append(line)
    return done


def _fit_transform(first: Term, second: Term) -> Term | None:
    made = dict(second.parts).get("value")
    if second.kind != "Assign" or made is None or made.kind != "call" or first.kind != "call":
        return None
    fit, transform = first.parts[0][1], made.parts[0][1]
    if (fit.kind, fit.value, transform.value) != ("attribute", "fit", "transform"):
        return None
    if transform.kind != "attribute" or not fit.parts[0][1].same(transform.parts[0][1]):
        return None
    ours, theirs = ([part for _, part in call.parts[1:]] for call in (first, made))
    if len(ours) != 1 or len(theirs) != 1 or not ours[0].same(theirs[0]):
        return None
    both = transform._replace(value="fit_transform")
    call = made._replace(parts=(("function", both), *made.parts[1:]))
    parts = dict(second.parts) | {"value": call}
    return second._replace(parts=tuple(parts.items()), start=first.start)
