"""All keys of the program, read from the classes that bind them."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from types import ModuleType
from typing import Any

from textual.app import App
from textual.binding import Binding
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen

from quiz.i18n import N_, _
from quiz.tui.screens.base import BaseScreen
from quiz.tui.widgets.key_bar import key_name

ROOMS = {
    "quiz.tui.screens": "",
    "quiz.tui.answers": N_("Answering"),
    "quiz.tui.widgets": N_("Fields and lists"),
    "quiz.tui.form": N_("Fields and lists"),
}
"""Where keys are bound, and the title of those that are bound by no screen."""
ORDER = ("HomeScreen", "QuizScreen", "SummaryScreen", "MissedScreen", "EditorScreen", "WhyScreen")
EVERYWHERE = N_("Everywhere")


@dataclass(frozen=True, slots=True)
class Section:
    """The keys of one screen or widget: its title and (keys, what they do), said to the reader."""

    title: str
    keys: tuple[tuple[str, str], ...]


def sections(app: App[Any], below: DOMNode | None = None) -> list[Section]:
    """Return the keys of the screen `below`, then everywhere, then of all others by screen."""
    titled: dict[str, list[type[DOMNode]]] = {}
    for cls in sorted(bound_classes(), key=lambda cls: _rank(cls, below)):
        titled.setdefault(title_of(cls), []).append(cls)
    found = [section_of(title, *classes) for title, classes in titled.items()]
    at = 1 if below is not None and title_of(type(below)) in titled else 0
    own = next(cls for cls in type(app).__mro__ if "BINDINGS" in cls.__dict__)
    return [*found[:at], section_of(EVERYWHERE, own), *found[at:]]


def title_of(cls: type[DOMNode]) -> str:
    """Return the msgid over the keys of `cls`: a screen's NAME, else its room's."""
    if issubclass(cls, BaseScreen) and cls.NAME:
        return cls.NAME
    return ROOMS.get(cls.__module__.rpartition(".")[0], "") or cls.__name__


def section_of(title: str, *classes: type[DOMNode]) -> Section:
    """Return what `classes` themselves bind under `title`; keys that do the same in one line."""
    keys: dict[str, list[str]] = {}
    for binding in (b for cls in classes for b in cls.__dict__.get("BINDINGS", ())):
        if isinstance(binding, Binding) and binding.description:
            names = keys.setdefault(_(binding.description), [])
            names.extend(name for name in _names(binding) if name not in names)
    return Section(_(title), tuple((" ".join(names), text) for text, names in keys.items()))


def bound_classes() -> Iterator[type[DOMNode]]:
    """Yield every screen, answer field and widget of this program that binds keys itself.

    Modals are left out: their keys stand on them.
    """
    for room in ROOMS:
        package = import_module(room)
        for found in pkgutil.iter_modules(package.__path__, room + "."):
            yield from _classes(import_module(found.name))


def _classes(module: ModuleType) -> Iterator[type[DOMNode]]:
    for value in vars(module).values():
        if (
            isinstance(value, type)
            and issubclass(value, DOMNode)
            and not issubclass(value, ModalScreen)
            and value.__module__ == module.__name__
            and value.__dict__.get("BINDINGS")
        ):
            yield value


def _rank(cls: type[DOMNode], below: DOMNode | None) -> tuple[bool, bool, int, str]:
    known = ORDER.index(cls.__name__) if cls.__name__ in ORDER else len(ORDER)
    return type(below) is not cls, not issubclass(cls, Screen), known, cls.__name__


def _names(binding: Binding) -> list[str]:
    if binding.key_display:
        return [binding.key_display]
    return [key_name(key.strip()) for key in binding.key.split(",")]
