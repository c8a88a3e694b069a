"""What verdicts and ratings are called and how they are marked, in words and in one sign."""

from __future__ import annotations

from quiz.i18n import N_
from quiz.marking.mark import Rating, Verdict

VERDICT_WORDS = {
    Verdict.RIGHT: N_("right"),
    Verdict.SLIP: N_("slip"),
    Verdict.CONFUSED: N_("confused"),
    Verdict.WRONG: N_("wrong"),
    Verdict.BLANK: N_("blank"),
}

VERDICT_SIGNS = {
    Verdict.RIGHT: "✓",
    Verdict.SLIP: "≈",
    Verdict.CONFUSED: "⇄",
    Verdict.WRONG: "✗",
    Verdict.BLANK: "∅",
}

RATING_WORDS = {
    Rating.AGAIN: N_("Again"),
    Rating.HARD: N_("Hard"),
    Rating.GOOD: N_("Good"),
    Rating.EASY: N_("Easy"),
}
