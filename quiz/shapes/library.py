"""The register of library functions and methods that are known, by their real names."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from quiz.shapes.call import Call
from quiz.shapes.values import Value

Work = Callable[[Call], Value]
"""What a function gives for a call whose arguments are bound; a method's owner is `self`."""


class Function(NamedTuple):
    """A function or method: `name` as messages say it, its real signature, its work.

    `given` marks one that makes data rather than changing it: no step of its own.
    """

    name: str
    signature: str
    work: Work
    given: bool = False


FUNCTIONS: dict[str, Function] = {}
"""By full name: `numpy.expand_dims`."""
METHODS: dict[tuple[str, str], Function] = {}
"""By the class of the value and the name: ("Array", "reshape")."""


def function(names: str, signature: str = "", *, given: bool = False) -> Callable[[Work], Work]:
    """Register the function below under the full `names`, parted by spaces."""

    def register(work: Work) -> Work:
        for name in names.split():
            FUNCTIONS[name] = Function(name, signature, work, given)
        return work

    return register


def method(owners: str, names: str, signature: str = "") -> Callable[[Work], Work]:
    """Register the function below as the methods `names` of the classes `owners`."""

    def register(work: Work) -> Work:
        for owner in owners.split():
            for name in names.split():
                METHODS[owner, name] = Function(name, signature, work)
        return work

    return register
