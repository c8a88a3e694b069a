"""Explaining an error: its family, why it happens and how to mend it, with its own numbers."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from quiz.clinic.family import NOTICES, PLACEHOLDER, TABLES, Case, Family, hopeful, values_of
from quiz.clinic.http_detail import details
from quiz.clinic.particles import PARTICLE, particle
from quiz.clinic.trace import LONGEST, Report, Shown, even, read
from quiz.text import Text, clean

_HOLE = re.compile(rf"{PLACEHOLDER.pattern}(['\")\]]*)(?:({PARTICLE})(?![가-힣]))?")
"""A place for a value, quotes behind it, and the particle that goes by the value's sound."""
_SPACES = re.compile(r" {2,}| +(?=$)")


class Explanation(NamedTuple):
    """What an error is."""

    family: str
    weak: str
    """The weak spot it belongs to."""
    cause: Text
    fix: Text
    values: Mapping[str, str]
    """What stood in the message, and what follows from it."""
    line: str
    """The line of the error that decided; "" for a trap in code."""
    context: str
    """The error with which a chain of several began; "" where there is one."""
    words: tuple[str, ...]
    """What a card holds that trains it."""


def explain(message: str, code: str | None = None) -> Explanation | None:
    """Return what the error in `message` is, None where it is not known.

    `message` is anything from a bare last line to a log with tracebacks; `code` the program it
    comes from, in which traps are looked for where the message says nothing. Neither is executed.
    """
    shown = read(message)
    found = _explained(shown, message)
    if found is None and code:
        from quiz.clinic.traps import trap

        found = trap(code)
    return found


def _explained(shown: Shown, message: str) -> Explanation | None:
    errors = list(shown.errors)
    if not errors:
        answers = details(message)
        errors = [Report("", answers[::-1])] if answers else [shown.rest]
    everything = even("\n".join((message[-LONGEST:], *details(message)))).lower()
    reports = (*errors, *(() if shown.errors else shown.warnings))
    for tables in (TABLES, NOTICES):
        among = hopeful(everything, tables)
        for report in reports if among else ():
            if found := _recognised(report, among):
                return found._replace(context=shown.context)
    return None


def _recognised(report: Report, among: Sequence[Family]) -> Explanation | None:
    for text, line in report.starts():
        lower = f"{report.type}: {text}".lower()
        for family in among:
            here = not text or any(needle in lower for needle in family.needles)
            if here and (found := _of(family, report.type, text, line)):
                return found
    return None


def _of(family: Family, type: str, text: str, line: str) -> Explanation | None:
    if type and family.types and type not in family.types:
        return None
    if not type and not family.bare:
        return None
    for pattern in family.patterns:
        match = pattern.match(text)
        if match and (said := told(family, values_of(match), line)):
            return said
    return None


def told(family: Family, given: Mapping[str, str], line: str) -> Explanation | None:
    """Return the explanation of `family` for the values of a message; None if it is another's."""
    from quiz.clinic.derive import DERIVATIONS
    from quiz.clinic.names import nearest

    values: dict[str, str | Text] = dict(given)
    if not all(pattern.search(given.get(name, "")) for name, pattern in family.only.items()):
        return None
    if family.near and "given" in given:
        values |= nearest(given["given"], family.near, given.get("module", ""))
    if family.derive:
        more = DERIVATIONS[family.derive](given)
        if more is None:
            return None
        values |= more
    case = next((case for case in family.cases if case.fits(values)), None)
    return None if case is None else _filled(family, case, values, line)


def _filled(family: Family, case: Case, values: Mapping[str, str | Text], line: str) -> Explanation:
    return Explanation(
        family.id,
        family.weak,
        _text(case.cause, values),
        _text(case.fix, values),
        {name: str(value) for name, value in values.items()},
        clean(line),
        "",
        family.words,
    )


def _text(text: Text, values: Mapping[str, str | Text]) -> Text:
    return Text(_fill(text.ko, values, "ko"), _fill(text.en, values, "en"))


def _fill(text: str, values: Mapping[str, str | Text], language: str) -> str:
    def value(hole: re.Match[str]) -> str:
        found = values.get(hole[1], hole[0])
        said = getattr(found, language) if isinstance(found, Text) else found
        return said + hole[2] + (particle(said, hole[3]) if hole[3] else "")

    return _SPACES.sub(" ", _HOLE.sub(value, text)).strip()
