"""What the index keeps of a mistake in the log: the patterns it is made of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from quiz.cards.drills.ids import is_drill
from quiz.marking.mark import Mistake
from quiz.marking.patterns import patterns_of


def mistake_rows(fields: Mapping[str, Any]) -> Iterator[tuple[str, str, str, str]]:
    """Yield the rows of the table `mistakes` for a line with a mistake (see `read_fields`).

    Drills have none: in part of a name, or among four spellings, there is no slip of the pen.
    """
    if is_drill(fields["card"]):
        return
    mistake = fields["mistake"]
    for pattern in patterns_of(Mistake(mistake["kind"], mistake.get("values", {}))):
        yield (fields["id"], *pattern)
