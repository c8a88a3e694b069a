"""The text of the summary."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.i18n import _, ngettext
from quiz.session import Result, Session
from quiz.tui.widgets.bars import bar
from quiz.tui.widgets.cells import fit
from quiz.tui.widgets.today import next_cards

if TYPE_CHECKING:
    from quiz.memory.store import Mastery, Store

_BAR = 16


def report(
    session: Session,
    store: Store,
    before: Mapping[str, Mastery],
    seconds: float,
    width: int,
    slips: Content | None = None,
) -> Content:
    """Return the whole summary for `width` cells.

    `before` is the weak spots' mastery as the session began, `seconds` how long it took, `slips`
    the part about the learner's own slips.
    """
    after = next_session(store) if session.scheduled else practice()
    parts = [
        Content("\n").join(part for part in (score(session.results, seconds), after) if part),
        missed(session.results, width),
        weak_spots(before, store.mastery(), width) if session.scheduled else None,
        slips,
    ]
    return Content("\n\n").join(part for part in parts if part)


def score(results: list[Result], seconds: float) -> Content:
    """Return how many answers were right, as bar and numbers, and the time."""
    right = sum(not result.missed for result in results)
    minutes, rest = divmod(round(seconds), 60)
    said = _("{right} of {all} right", right=right, all=len(results))
    return Content.assemble(
        bar(right / max(len(results), 1), _BAR, "$text-success"),
        "  ",
        (said, "bold"),
        (f"  ·  {minutes}:{rest:02}", "$text-muted"),
    )


def missed(results: list[Result], width: int) -> Content | None:
    """Return what was missed: each question once, all that was answered, what is right."""
    by_card: dict[str, list[Result]] = {}
    for result in results:
        if result.missed:
            by_card.setdefault(result.entry.card, []).append(result)
    if not by_card:
        return Content.styled("✓ " + _("Nothing was missed."), "$text-success")
    lines = [line for misses in by_card.values() for line in _misses(misses, width)]
    return Content("\n").join([_title(_("What was missed")), *lines])


def _misses(misses: list[Result], width: int) -> Iterator[Content]:
    question = misses[0].question
    given = dict.fromkeys(_one_line(miss.first.given) if miss.first else "" for miss in misses)
    yield Content(fit("  " + _one_line(str(question.ask)), width).rstrip())
    yield Content.assemble(
        "    ",
        (" · ".join(answer or "∅" for answer in given), "$text-error"),
        ("  →  ", "$text-muted"),
        (_one_line(str(question.card.solution_of(question))), "$text-success"),
    ).truncate(width, ellipsis=True)


def weak_spots(
    before: Mapping[str, Mastery], after: Mapping[str, Mastery], width: int
) -> Content | None:
    """Return the weak spots whose mastery moved, before and after; None where none did."""
    lines = []
    for spot, now in after.items():
        was = before[spot].recall if spot in before else 0.0
        if round(was * 100) != round(now.recall * 100):
            lines.append(_moved(str(now.spot.name), was, now.recall, width))
    return Content("\n").join([_title(_("Weak spots")), *lines]) if lines else None


def _moved(name: str, was: float, now: float, width: int) -> Content:
    numbers = f" {was:>4.0%} → {now:>4.0%}"
    size = _BAR if width >= 60 else _BAR // 2
    room = max(width - size - len(numbers) - 1, 8)
    sign = "+" if now >= was else "-"
    style = "$text-success" if now >= was else "$text-warning"
    return Content.assemble(
        fit("  " + name, room - 2), " ", bar(now, size, style), numbers, (f" {sign}", style)
    )


def next_session(store: Store) -> Content:
    """Return what is still open today, or when there is something to do again, and how much."""
    counts = store.counts()
    if not counts.due and not counts.new:
        return Content(next_cards(store, counts))
    open_today = [
        ngettext("{n} card due", "{n} cards due", counts.due) if counts.due else "",
        ngettext("{n} new card", "{n} new cards", counts.new) if counts.new else "",
    ]
    return Content(_("Still open today: {cards}", cards=", ".join(filter(None, open_today))))


def practice() -> Content:
    """Return that this was practice."""
    return Content.styled(_("Practice: the schedule is not touched."), "$text-warning")


def _title(text: str) -> Content:
    return Content.styled(text, "bold $text-primary")


def _one_line(text: str) -> str:
    return " / ".join(text.splitlines())
