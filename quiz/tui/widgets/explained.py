"""What is said of an error: its line, why it happens, how to mend it, and what trains it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.i18n import _
from quiz.memory.training import training
from quiz.tui.widgets.cells import fit

if TYPE_CHECKING:
    from quiz.clinic.explain import Explanation
    from quiz.memory.store import Store

_LINE = 200
"""Characters of the error's line that are shown; the field has the rest."""
_ASK = 60


def explained(found: Explanation, store: Store) -> Content:
    """Return all of it as one text, never markup."""
    return Content("\n\n").join(_parts(found, store))


def _parts(found: Explanation, store: Store) -> Iterator[Content]:
    line = found.line if len(found.line) <= _LINE else found.line[:_LINE] + " …"
    yield Content.styled(line, "bold $text-error")
    if found.context:
        yield Content.styled(_("It began with: {line}", line=found.context), "$text-muted")
    yield _part(_("Why"), str(found.cause))
    yield _part(_("Mend"), str(found.fix))
    spot = store.weak_spots.get(found.weak)
    yield _part(_("Weak spot"), str(spot.name) if spot else found.weak)
    cards = [f"{fit(str(card.ask), _ASK).rstrip()}" for card in training(store, found)]
    if cards:
        yield _part(_("Cards that train it"), "\n".join(f"· {card}" for card in cards))


def _part(title: str, text: str) -> Content:
    return Content.assemble((title, "bold $text-accent"), "\n", text)
