"""What the options of a choice say, each put to the test."""

from __future__ import annotations

from collections.abc import Callable

from tests.facts.proof import Fact


def only_the_answer(fact: Fact, holds: Callable[[str], bool]) -> None:
    """Assert that what the right option says `holds`, and what each wrong one says does not."""
    assert holds(fact.answer)
    assert [wrong for wrong in fact.wrong if holds(wrong)] == []
