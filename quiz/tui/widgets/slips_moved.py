"""The part of the summary about the learner's own slips: which came, which are gone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.i18n import _
from quiz.marking.patterns import said
from quiz.memory.slips import slips_of
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
    for slip in slips_of(store):
        if slip.gone and _written_at(slip.gone_since) >= since:
            name = _("No longer made: {slips}", slips=said(slip.pattern))
            yield Content.styled(f"  ✓ {name}", "$text-success")
        elif not slip.gone and _written_at(slip.reviews[0]) >= since:
            yield Content(f"  {slip_name(slip)}")


def _written_at(id: str) -> int:
    """Return when the review with this id was written, in UTC ms (see `quiz.memory.ids`)."""
    return int(id[:12], 16)
