"""Verdicts and ratings as screens show them: always a sign and a word, a colour besides."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from quiz.i18n import _
from quiz.marking.mark import Verdict
from quiz.marking.rating import rate
from quiz.marking.words import RATING_WORDS, VERDICT_SIGNS, VERDICT_WORDS

STYLES = {
    Verdict.RIGHT: "$text-success",
    Verdict.SLIP: "$text-warning",
    Verdict.CONFUSED: "$text-error",
    Verdict.WRONG: "$text-error",
    Verdict.BLANK: "$text-error",
}


def verdict_content(verdict: Verdict) -> Content:
    """Return "✗ wrong" in its colour."""
    text = f"{VERDICT_SIGNS[verdict]} {_(VERDICT_WORDS[verdict])}"
    return Content.styled(text, STYLES[verdict])


def rating_table() -> Iterator[tuple[Verdict, str, str]]:
    """Yield (verdict, in which case or "", rating) of the one table (`quiz.marking.rating`)."""
    for verdict in Verdict:
        plain = rate(verdict, helped=False, spelling=False)
        cases = {
            _("after a hint or a retry"): rate(verdict, helped=True, spelling=False),
            _("where the spelling is the point"): rate(verdict, helped=False, spelling=True),
        }
        yield verdict, "", _(RATING_WORDS[plain])
        for case, rating in cases.items():
            if rating is not plain:
                yield verdict, case, _(RATING_WORDS[rating])
