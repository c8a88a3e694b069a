"""Families of errors, read from the tables beside this file: patterns, causes and mendings."""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from quiz.text import Text

_FOLDER = Path(__file__).with_name("families")
TABLES = (
    "server http keras_shapes keras_inputs keras_labels keras_spelling keras_arguments keras_use "
    "tensorflow numpy_shapes numpy_axes numpy pandas pandas_files pandas_columns sklearn_data "
    "sklearn_labels imblearn sklearn_search sklearn_use versions dtypes imports packages syntax "
    "python_calls python system"
).split()
"""The tables, in the order they are tried: what is said of many things comes last."""
NOTICES = ("notices",)
"""Families of lines that only stand around an error, tried after all others."""
TRAPS = "traps"
"""The table of traps in code that raises nothing, the gravest first."""

_START = "[[family]]\n"
_NEEDLES = re.compile(r"^needles = (\[.*\])$", re.MULTILINE)

_KINDS = {
    "int": r"[-+]?\d{1,30}",
    "number": r"[-+]?(?:\d[\d_.]{0,40}(?:e[-+]?\d+)?|inf|nan)",
    "shape": r"(?:TensorShape)?\(?[(\[](?:[\s\d,?x:.-]|None|newaxis)*[)\]]",
    "shapes": r"\[?[(\[][\s\d,None?()\[\]-]*[)\]]",
    "name": r"[^\W\d]\w*",
    "dotted": r"[\w.]+",
    "word": r"[^\s\"',;:()\[\]]+",
    "label": r"[\w-]+",
    "path": r"[^\s\"',;()\[\]]*[^\s\"',;:()\[\].]",
    "text": r"[^\"]*",
    "rest": r".+",
    "some": r".+?",
}
"""What `<name:kind>` in a pattern takes."""
_HOLE = re.compile(r"<(\w+):(\w+)>")
_NAMED = re.compile(r"\(\?P<(\w+)>")
PLACEHOLDER = re.compile(r"\{(\w+)\}")


class Case(NamedTuple):
    """What is said where the values of a message are like `only`."""

    only: Mapping[str, re.Pattern[str]]
    cause: Text
    fix: Text

    def fits(self, values: Mapping[str, object]) -> bool:
        """Tell whether the values are there and like those of this case."""
        return all(
            pattern.search(str(values.get(name, ""))) for name, pattern in self.only.items()
        ) and all(name in values for name in self.names)

    @property
    def names(self) -> frozenset[str]:
        """The values that its texts have a place for."""
        texts = (*self.cause.as_dict().values(), *self.fix.as_dict().values())
        return frozenset(name for text in texts for name in PLACEHOLDER.findall(text))


class Family(NamedTuple):
    """Errors that have one cause and one mending."""

    id: str
    weak: str
    """The weak spot they belong to, an id of `decks/weak-spots.yaml`."""
    types: tuple[str, ...]
    """The exceptions that it can be; () for any."""
    bare: bool
    """Whether the message says enough without the exception's name."""
    needles: tuple[str, ...]
    """Lower-case pieces of which one stands in every message of the family."""
    sources: tuple[str, ...]
    only: Mapping[str, re.Pattern[str]]
    derive: str
    """The function of `quiz.clinic.derive` that works out more values; "" for none."""
    near: tuple[str, ...]
    """The categories of real names among which the one that was meant is looked for."""
    trap: str
    """The function of `quiz.clinic.traps` that sees it in code; "" where there is a message."""
    words: tuple[str, ...]
    """What a card must hold that trains it."""
    cases: tuple[Case, ...]

    @property
    def patterns(self) -> tuple[re.Pattern[str], ...]:
        """What the messages look like, compiled when first needed."""
        return _compiled(self.sources)


@cache
def _sources(table: str) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Return the families of a table, not read yet: their needles and their text."""
    text = (_FOLDER / f"{table}.toml").read_text("utf-8")
    blocks = text.split(_START)[1:]
    return tuple((_needles(block), block) for block in blocks)


def _needles(block: str) -> tuple[str, ...]:
    found = _NEEDLES.search(block)
    return tuple(json.loads(found[1])) if found else ()


@cache
def _read(block: str) -> Family:
    return _family(tomllib.loads(_START + block)["family"][0])


def families(*tables: str) -> list[Family]:
    """Return the families of `tables` in order."""
    return [_read(block) for table in tables for _needles, block in _sources(table)]


def hopeful(text: str, tables: Iterable[str]) -> list[Family]:
    """Return the families of `tables` that may know something in `text` (lower case).

    Only these are read: to read all of them takes longer than all the rest.
    """
    return [
        _read(block)
        for table in tables
        for needles, block in _sources(table)
        if any(needle in text for needle in needles)
    ]


def _family(raw: Mapping[str, Any]) -> Family:
    cases = [*raw.get("case", ()), *([raw] if "cause" in raw else ())]
    return Family(
        raw["id"],
        raw["weak"],
        tuple(raw.get("types", ())),
        raw.get("bare", True),
        tuple(raw.get("needles", ())),
        tuple(raw.get("patterns", ())),
        _conditions(raw.get("only", {})),
        raw.get("derive", ""),
        tuple(raw.get("near", ())),
        raw.get("trap", ""),
        tuple(raw.get("words", ())),
        tuple(_case(case, {} if case is raw else case.get("only", {})) for case in cases),
    )


def _case(raw: Mapping[str, Any], only: Mapping[str, str]) -> Case:
    return Case(_conditions(only), Text.of(raw["cause"]), Text.of(raw["fix"]))


def _conditions(raw: Mapping[str, str]) -> dict[str, re.Pattern[str]]:
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in raw.items()}


@cache
def _compiled(sources: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(map(_pattern, sources))


def _pattern(source: str) -> re.Pattern[str]:
    """Return `source` compiled; a name that stands in it again gets a number behind it."""
    count = Counter[str]()

    def named(group: re.Match[str]) -> str:
        count[group[1]] += 1
        return group[0] if count[group[1]] == 1 else f"(?P<{group[1]}__{count[group[1]]}>"

    return re.compile(_NAMED.sub(named, _HOLE.sub(_group, source)), re.IGNORECASE)


def _group(hole: re.Match[str]) -> str:
    return f"(?P<{hole[1]}>{_KINDS[hole[2]]})"


def values_of(match: re.Match[str]) -> dict[str, str]:
    """Return what stands in the places of a pattern, without those that were not needed."""
    return {
        name.partition("__")[0]: value.strip()
        for name, value in match.groupdict().items()
        if value is not None
    }
