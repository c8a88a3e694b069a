"""One missed answer on one line, its columns aligned in cells."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from textual.content import Content

from quiz.i18n import _
from quiz.marking.mark import Rating, Verdict
from quiz.marking.mistakes import sentence
from quiz.marking.words import RATING_WORDS
from quiz.tui.missed.groups import Heading
from quiz.tui.verdicts import verdict_content
from quiz.tui.widgets.cells import fit

if TYPE_CHECKING:
    from quiz.memory.review import Review
    from quiz.memory.store import Miss

_VERDICT = 11
_WHEN = 6
_ANSWER = 26
"""The widest a column of answers gets where the mistake stands beside it."""
_WIDE = 84
_NARROW = 56


def draw(row: Heading | Miss, width: int, today: int) -> Content:
    """Return the row in exactly `width` cells."""
    return _heading(row, width) if isinstance(row, Heading) else _answer(row, width, today)


def titles(width: int) -> Content:
    """Return the names of the columns, as wide as `draw` makes them."""
    return Content.styled(
        _columns(("", _("you wrote"), _("right"), _("mistake"), _("when")), width), "$text-muted"
    )


def local_time(review: Review) -> datetime:
    """Return when the answer was given, in the local time of then."""
    zone = timezone(timedelta(minutes=review.offset))
    return datetime.fromtimestamp(review.at / 1000, UTC).astimezone(zone)


def shown_verdict(review: Review) -> Content:
    """Return sign and word of the verdict; of a card the learner rated, the rating."""
    if review.verdict in list(Verdict):
        return verdict_content(Verdict(review.verdict))
    return Content.styled(f"↺ {_(RATING_WORDS[Rating.AGAIN])}", "$text-error")


def one_line(text: str) -> str:
    """Return a text of several lines on one."""
    return " · ".join(text.splitlines())


def _heading(heading: Heading, width: int) -> Content:
    count = f" {heading.count}" if heading.count else ""
    text = fit(one_line(heading.text), width - len(count)).rstrip()
    return Content.assemble((text, "bold $text-primary"), (count, "$text-muted"))


def _answer(miss: Miss, width: int, today: int) -> Content:
    review = miss.review
    cells = (
        "",
        one_line(review.typed) or "—",
        one_line(str(miss.right)) if miss.card else review.card,
        str(sentence(review.mistake)) if review.mistake else "",
        f"{local_time(review):{'%H:%M' if review.day == today else '%m-%d'}}",
    )
    verdict = shown_verdict(review).truncate(_verdict_width(width), pad=True)
    rest = _columns(cells, width)[verdict.cell_length :]
    return Content.assemble(verdict, rest)


def _verdict_width(width: int) -> int:
    return 2 if width < _NARROW else _VERDICT


def _columns(cells: tuple[str, str, str, str, str], width: int) -> str:
    """Lay out (verdict, written, right, mistake, when) in `width` cells; the mistake goes first."""
    verdict, written, right, mistake, when = cells
    lead = fit(verdict, _verdict_width(width))
    room = width - len(lead) - 2 - _WHEN
    if width < _WIDE:
        half = (room - 2) // 2
        middle = f"{fit(written, half)}  {fit(right, room - 2 - half)}"
    else:
        rest = room - 2 * (_ANSWER + 2)
        middle = f"{fit(written, _ANSWER)}  {fit(right, _ANSWER)}  {fit(mistake, rest)}"
    return f"{lead}{middle}  {fit(when, _WHEN, right=True)}"
