"""Arguments put to their names as Python does it, with its words where that fails."""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from quiz.shapes.refusal import Refused
from quiz.text import both


class Signature(NamedTuple):
    """The parameters of a function of a library.

    `names` can be given by position (all but those from `keyword_only` on); `star` takes further
    positional ones and `double` further keywords, if not empty.
    """

    names: tuple[str, ...]
    defaults: Mapping[str, Any]
    keyword_only: tuple[str, ...]
    star: str
    double: str


@cache
def signature(text: str) -> Signature:
    """Read a signature as Python writes it: `units, activation=None, *, name=None, **kwargs`."""
    definition = ast.parse(f"def f({text}): 0").body[0]
    assert isinstance(definition, ast.FunctionDef)
    given = definition.args
    names = tuple(a.arg for a in (*given.posonlyargs, *given.args))
    only = tuple(a.arg for a in given.kwonlyargs)
    defaults = dict(
        zip(names[len(names) - len(given.defaults) :], map(_literal, given.defaults), strict=True)
    )
    for name, default in zip(only, given.kw_defaults, strict=True):
        if default is not None:
            defaults[name] = _literal(default)
    star = given.vararg.arg if given.vararg else ""
    return Signature(names, defaults, only, star, given.kwarg.arg if given.kwarg else "")


def _literal(node: ast.expr) -> Any:
    return ast.literal_eval(node)


def bind(
    called: str, to: Signature, positional: Sequence[Any], keywords: Mapping[str, Any]
) -> dict[str, Any]:
    """Return the value of every parameter; `called` is the name in messages, `Dense.__init__()`.

    Further keywords stand under `to.double`. Refused, in Python's words, where they do not fit.
    """
    values: dict[str, Any] = dict(zip(to.names, positional, strict=False))
    rest = tuple(positional[len(to.names) :])
    if to.star:
        values[to.star] = rest
    elif rest:
        raise _too_many(called, to, len(positional))
    further = {}
    for name, value in keywords.items():
        if name in values and name != to.star:
            raise _twice(called, name)
        if name in to.names or name in to.keyword_only:
            values[name] = value
        elif to.double:
            further[name] = value
        else:
            raise _unexpected(called, name)
    if to.double:
        values[to.double] = further
    missing = [n for n in (*to.names, *to.keyword_only) if n not in values and n not in to.defaults]
    if missing:
        raise _missing(called, missing)
    return {**to.defaults, **values}


def _missing(called: str, names: Sequence[str]) -> Refused:
    said = ", ".join(names)
    return Refused(
        both(
            "{called} misses the argument {names}, which must be given", called=called, names=said
        ),
        both("Write it between the brackets: {name}=…", name=names[0]),
        "TypeError",
    )


def _too_many(called: str, to: Signature, count: int) -> Refused:
    return Refused(
        both(
            "{called} takes at most {most} arguments without a name, but {count} were given",
            called=called,
            most=len(to.names),
            count=count,
        ),
        both("Name the later ones, or put sizes that belong together into one tuple: (3, 3)."),
        "TypeError",
    )


def _twice(called: str, name: str) -> Refused:
    return Refused(
        both("{called} got two values for the argument {name}", called=called, name=name),
        both("Give it once: by its place or by its name."),
        "TypeError",
    )


def _unexpected(called: str, name: str) -> Refused:
    return Refused(
        both("{called} knows no argument {name}", called=called, name=name),
        both("Look at its spelling."),
        "TypeError",
    )
