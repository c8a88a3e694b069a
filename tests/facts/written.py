"""The code of a code card, run with the names that its question says are there."""

from __future__ import annotations

import copy
from collections.abc import Callable, Iterator
from typing import Any

import numpy as np
import pandas as pd

from quiz.cards.code import Code
from tests.facts.proof import Fact

Names = dict[str, Any]


def programs(fact: Fact) -> tuple[str, ...]:
    """Return the right code of `fact` and all other right code."""
    card = fact.cards[-1]
    assert isinstance(card, Code)
    return (card.code, *card.accept)


def ran(fact: Fact, make: Callable[[], Names] | Names) -> Iterator[Names]:
    """Run each right code of `fact` with names of its own and give the names as it leaves them.

    `make` makes the names, or is the names, which are then copied, models and all; np and pd are
    always there. Our own decks alone are run so.
    """
    for code in programs(fact):
        made = make() if callable(make) else {name: _copied(one) for name, one in make.items()}
        names = {"np": np, "pd": pd, **made}
        exec(compile(code, fact.id, "exec"), names)
        yield names


def _copied(one: Any) -> Any:
    """Return data as a copy, classes, functions and modules as they are."""
    return copy.deepcopy(one) if hasattr(one, "__deepcopy__") or _is_plain(one) else one


def _is_plain(one: Any) -> bool:
    return isinstance(one, np.ndarray | pd.DataFrame | pd.Series | list | dict)
