"""What the calls of the notes' libraries take, so that positions and keywords can be compared.

`signatures.txt` has a callable a line, as `inspect.signature` gave it for Keras 3.15.1,
scikit-learn 1.9.1, imbalanced-learn 0.14.2, pandas 3.1.1, NumPy 2.4.6, bayesian-optimization
3.4.0, FastAPI 0.165.0 and uvicorn 0.54.0; a default that is no literal is `...`.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from functools import cache
from pathlib import Path
from typing import NamedTuple

_FILE = Path(__file__).with_name("signatures.txt")


class Signature(NamedTuple):
    """One callable."""

    name: str
    """Dotted."""
    positional: tuple[str, ...]
    """Parameters that a position may give, in order."""
    defaults: dict[str, ast.expr]
    """The default of each parameter that has a literal one."""
    known: frozenset[str]
    """All parameters by name."""
    open: bool
    """Whether it takes keywords beyond those (`**kwargs`)."""
    rest: bool
    """Whether it takes any number of positions (`*arrays`)."""


@cache
def _lines() -> dict[str, str]:
    lines = _FILE.read_text("utf-8").splitlines()
    return {name: f"({rest}" for name, _, rest in (line.partition("(") for line in lines)}


@cache
def _by_last() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in _lines():
        found[name.rpartition(".")[2]].append(name)
    return {last: tuple(names) for last, names in found.items()}


@cache
def signature(name: str) -> Signature | None:
    """Return the signature of the dotted `name`, None if it is not known."""
    line = _lines().get(name)
    if line is None:
        return None
    (function,) = ast.parse(f"def f{line}: ...").body
    assert isinstance(function, ast.FunctionDef)
    takes = function.args
    positional = tuple(arg.arg for arg in (*takes.posonlyargs, *takes.args))
    last = takes.defaults
    named = dict(zip(positional[len(positional) - len(last) :], last, strict=True))
    for arg, default in zip(takes.kwonlyargs, takes.kw_defaults, strict=True):
        if default is not None:
            named[arg.arg] = default
    return Signature(
        name,
        positional,
        named,
        frozenset((*positional, *(arg.arg for arg in takes.kwonlyargs))),
        takes.kwarg is not None,
        takes.vararg is not None,
    )


def full_name(last: str) -> str | None:
    """Return the dotted name of the only callable called `last` ("Dense"), None if unknown."""
    names = [name for name in _by_last().get(last, ()) if not _is_method(name)]
    return names[0] if len(names) == 1 else None


def method(owner: str | None, name: str, keywords: frozenset[str]) -> Signature | None:
    """Return the method `name` of the class `owner` (dotted; None: unknown).

    Of an unknown owner where all methods of that name that know most of `keywords` (one may be
    misspelled) take the same.
    """
    if owner:
        return signature(f"{owner}.{name}") or _inherited(owner, name)
    known = [signature(one) for one in _by_last().get(name, ()) if _is_method(one)]
    sure = [one for one in known if one]
    most = max((len(keywords & one.known) for one in sure), default=0)
    found = [one for one in sure if len(keywords & one.known) == most]
    return found[0] if len({one.positional for one in found}) == 1 else None


def _inherited(owner: str, name: str) -> Signature | None:
    return signature(f"keras.Model.{name}") if owner == "keras.Sequential" else None


def _is_method(name: str) -> bool:
    owner = name.split(".")[-2]
    return owner[:1].isupper()
