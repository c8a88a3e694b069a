"""The part of the summary about the learner's own slips: which came, which are gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.i18n import _
from quiz.marking.patterns import said
from quiz.memory.slips import slips_since
from quiz.tui.missed.groups import slip_name

if TYPE_CHECKING:
    from quiz.memory.store import Store


def slips_moved(store: Store, since: int) -> Content | None:
    """Return the slips that were made, or are gone, since that time (UTC ms); None: none."""
    lines = list(_lines(store, since))
    if not lines:
        return None
    return Content("\n").join([Content.styled(_("Your slips"), "bold $text-primary"), *lines])


def _lines(store: Store, since: int) -> Iterator[Content]:
    for slip in slips_since(store, since):
        if slip.gone:
            name = _("No longer made: {slips}", slips=said(slip.pattern))
            yield Content.styled(f"  ✓ {name}", "$text-success")
        else:
            yield Content(f"  {slip_name(slip)}")
