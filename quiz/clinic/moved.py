"""Names that are gone from a library, from the table beside this file."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

Values = Mapping[str, str]

_ALIASES = {"tf": "tensorflow", "np": "numpy", "pd": "pandas", "sequential": "keras"}
_OWNERS = {
    "sequential": "keras",
    "functional": "keras",
    "model": "keras",
    "dataframe": "pandas",
    "series": "pandas",
}
_OF_SKLEARN = ("encoder", "vectorizer", "columntransformer", "features")


class Gone(NamedTuple):
    """A name that a library no longer has."""

    library: str
    since: str
    instead: str


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    text = Path(__file__).with_name("moved.toml").read_text("utf-8")
    return tomllib.loads(text)


def gone(module: str, name: str) -> Gone | None:
    """Return what to write instead of `name`, which `module` (or class) no longer has."""
    path = f"{module}.{name}" if module else name
    for library, rest in _readings(path):
        table = _tables().get(library, {})
        home = rest.rpartition(".")[0]
        if row := table.get(rest) or table.get(home) or (table.get(name) if home else None):
            return Gone(library, *row)
    row = _tables()["python"].get(path)
    return Gone("Python", *row) if row else None


def _readings(path: str) -> list[tuple[str, str]]:
    """Return (library, path within it), the likeliest first: tensorflow.keras is keras."""
    first, _dot, rest = path.partition(".")
    lower = first.lower()
    if lower in _OWNERS:
        return [(_OWNERS[lower], rest)]
    if lower.endswith(_OF_SKLEARN):
        return [("sklearn", rest)]
    first = _ALIASES.get(first, first)
    inner = rest.removeprefix("python.")
    if first == "tensorflow" and inner.startswith("keras."):
        return [("keras", inner.removeprefix("keras.")), (first, rest)]
    return [(first, rest)]


def removed(values: Values) -> dict[str, str] | None:
    """Take names that were there in another version."""
    if "where" in values:
        return {}
    found = gone(values.get("module", ""), values["given"])
    if found is None:
        return None
    return {"since": found.since, "instead": found.instead, "library": found.library}


def numpy_removed(values: Values) -> dict[str, str] | None:
    """Take names that NumPy no longer has."""
    found = gone("numpy", values["given"])
    return found and {"since": found.since, "instead": found.instead}


def pandas_removed(values: Values) -> dict[str, str] | None:
    """Take members that DataFrames and Series no longer have."""
    found = gone("pandas", values["given"])
    return found and {"since": found.since, "instead": found.instead}


def removed_argument(values: Values) -> dict[str, str] | None:
    """Take arguments that a function or class no longer has."""
    return _argument("arguments", values)


def pandas_argument(values: Values) -> dict[str, str] | None:
    """Take arguments that a function of pandas no longer has."""
    return _argument("frame_arguments", values)


def _argument(table: str, values: Values) -> dict[str, str] | None:
    owner = values.get("owner", "").replace("__init__", "")
    row = _tables()[table].get(f"{owner}.{values['given']}")
    return {"since": row[0], "instead": row[1]} if row else None
