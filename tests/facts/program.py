"""The steps of an order, run as the program they are."""

from __future__ import annotations

from itertools import permutations
from typing import Any

from tests.facts.outcome import outcome
from tests.facts.proof import Fact


def orders_that_run(fact: Fact, **names: Any) -> list[tuple[str, ...]]:
    """Return every order of the steps of `fact` that runs, given a fresh copy of `names`.

    A name's value is made anew for each order by calling it; our own decks alone are run so.
    """

    def runs(steps: tuple[str, ...]) -> bool:
        given = {name: make() for name, make in names.items()}
        return outcome(lambda: exec("\n".join(steps), given)) == "runs"

    return [steps for steps in permutations(fact.steps) if runs(steps)]
