"""A variable that is made only to be used once, as the value it stands for."""

from __future__ import annotations

from collections.abc import Callable

from quiz.marking.code.lines import commute
from quiz.marking.code.statements import assigned
from quiz.marking.code.term import Term


def inlined(body: Term, may_go: Callable[[str], bool]) -> Term:
    """Return `body` (lines) with its variables of one use put in where they are used.

    Only those whose name `may_go`, and where no line between changes what they are made of.
    """
    lines = [line for _, line in body.parts]
    place = 0
    while place < len(lines):
        put = _put(lines, place, may_go)
        if put is None:
            place += 1
        else:
            lines = put
            place = 0
    return body._replace(parts=tuple((str(at), line) for at, line in enumerate(lines)))


def _put(lines: list[Term], place: int, may_go: Callable[[str], bool]) -> list[Term] | None:
    """Return `lines` without that at `place`, its value where its variable is used."""
    made = assigned(lines[place])
    if made is None or not may_go(made[0]):
        return None
    name, value = made
    later = lines[place + 1 :]
    uses = [sum(_is(term, name) for term in line.within()) for line in later]
    set_again = any((own := assigned(line)) is not None and own[0] == name for line in later)
    if sum(uses) != 1 or set_again or any(_mentions(line, name) for line in lines[:place]):
        return None
    at = uses.index(1)
    if not all(commute(lines[place], line) for line in later[:at]):
        return None
    later[at] = _replaced(later[at], name, value)
    return [*lines[:place], *later]


def _is(term: Term, name: str) -> bool:
    return term.kind == "name" and term.value == name


def _mentions(line: Term, name: str) -> bool:
    return any(_is(term, name) for term in line.within())


def _replaced(term: Term, name: str, value: Term) -> Term:
    if _is(term, name):
        return value
    return term._replace(parts=tuple((k, _replaced(part, name, value)) for k, part in term.parts))
