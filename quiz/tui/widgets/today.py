"""What home says first: how much waits today; and where nothing does, what to do about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.i18n import _, ngettext
from quiz.tui.widgets.when import when

if TYPE_CHECKING:
    from quiz.memory.day import Clock
    from quiz.memory.store import Counts

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


def empty_advice(counts: Counts, decks: Path, clock: Clock) -> Content:
    """Return what to do where nothing is due (nothing where something is)."""
    if not counts.decks:
        return no_decks(decks)
    if counts.due or counts.new:
        return Content("")
    lines = [_("F2: new cards beyond today's.  F3: cram, the schedule untouched.")]
    if counts.next is not None:
        at = when(counts.next, clock)
        lines.insert(0, _("Next card: {when}.", when=at))
    return Content("\n".join(lines))


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
