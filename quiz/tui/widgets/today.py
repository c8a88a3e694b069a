"""What home says first: how much waits today; and where nothing does, what to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.i18n import _, ngettext
from quiz.memory.forecast import waiting
from quiz.tui.widgets.when import when

if TYPE_CHECKING:
    from quiz.memory.store import Counts, Store

EXAMPLE = """\
cards:
  - ask: {question}
    answer: {answer}"""


def today(counts: Counts) -> Content:
    """Return the two counts in one line, or that all is done."""
    if not counts.due and not counts.new:
        return Content.styled(_("Done for today!") if counts.decks else "", "bold $text-success")
    return Content.assemble(
        (ngettext("{n} card due", "{n} cards due", counts.due), "bold"),
        ("  ·  ", "$text-muted"),
        (ngettext("{n} new card", "{n} new cards", counts.new), "bold"),
    )


def empty_advice(store: Store, counts: Counts) -> Content:
    """Return what to do where nothing is due (nothing where something is)."""
    if not counts.decks:
        return no_decks(store.places.decks)
    if counts.due or counts.new:
        return Content("")
    how = _("F2: new cards beyond today's.  F3: cram, the schedule untouched.")
    return Content("\n".join(filter(None, (next_cards(store, counts), how))))


def next_cards(store: Store, counts: Counts) -> str:
    """Return when the next cards come due and how many ("" where none ever does)."""
    if counts.next is None:
        return ""
    cards = ngettext("{n} card", "{n} cards", waiting(store, counts.next))
    return _("Next: {when}, {cards}", when=when(counts.next, store.clock), cards=cards)


def no_decks(folder: Path) -> Content:
    """Return how a first deck is made."""
    example = EXAMPLE.format(question=_("What does ReLU do below 0?"), answer="0")
    return Content.assemble(
        _("There are no cards yet. F5 adds one, or save this as {file}:", file=folder / "my.yaml"),
        "\n\n",
        (example, "$text-accent"),
    )


def problem_line(problems: int) -> Content:
    """Return how many problems the decks have, and the command that lists them."""
    if not problems:
        return Content("")
    said = ngettext("{n} problem in the decks", "{n} problems in the decks", problems)
    return Content.styled(f"! {said}: quiz check", "$text-warning")
