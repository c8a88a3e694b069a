"""`quiz weak --slips`: the learner's slips by pattern, each with its answers, and their drills."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.missed import local_time
from quiz.cli.screen import one_line, print_json
from quiz.cli.study import study
from quiz.i18n import _
from quiz.marking.patterns import said
from quiz.memory.drills import drills
from quiz.memory.due import LOG
from quiz.memory.missed import answers
from quiz.memory.slips import Slip, right_answers, slips_of
from quiz.tui.wish import Wish

if TYPE_CHECKING:
    from quiz.cli.context import Context
    from quiz.memory.review import Review
    from quiz.memory.store import Store

_SHOWN = 5
"""Answers that are printed under each pattern; JSON has all."""


def report(store: Store, *, as_json: bool) -> None:
    """Print every pattern that is not gone with its newest answers; JSON has those gone, too."""
    found = slips_of(store)
    if as_json:
        print_json([_as_dict(store, slip) for slip in found])
        return
    left, gone = [s for s in found if not s.gone], [s for s in found if s.gone]
    if not left:
        print(_("No slip of your own is on the list."))
    for slip in left:
        _print(store, slip)
    if gone:
        names = ", ".join(str(said(slip.pattern)) for slip in gone)
        print(_("No longer made: {slips}", slips=names))


def drill(store: Store, context: Context, *, plain: bool) -> int:
    """Ask drills for the patterns that are not gone; return the exit code."""
    cards = drills(store, [slip for slip in slips_of(store) if not slip.gone])
    if not cards:
        print(_("No slip of your own is on the list."))
        return 0
    return study(store, context, Wish(cards=tuple(cards)), plain=plain)


def _print(store: Store, slip: Slip) -> None:
    print(
        _(
            "{pattern}: {made} of {occasions}",
            pattern=said(slip.pattern),
            made=slip.made,
            occasions=slip.occasions,
        )
    )
    right = right_answers(store)
    for review in _answers(store, slip.reviews[:_SHOWN]):
        arrow = f"{one_line(review.typed) or '∅'} → {right(review.card) or '?'}"
        print(f"  {local_time(review):%m-%d}  {arrow}")


def _as_dict(store: Store, slip: Slip) -> dict[str, object]:
    right = right_answers(store)
    return {
        **slip.pattern._asdict(),
        "text": said(slip.pattern).as_dict(),
        "made": slip.made,
        "occasions": slip.occasions,
        "avoided": slip.avoided,
        "gone": slip.gone,
        "answers": [
            {
                "review": review.id,
                "card": review.card,
                "at": local_time(review).isoformat(timespec="milliseconds"),
                "typed": review.typed,
                "right": right(review.card),
            }
            for review in _answers(store, slip.reviews)
        ],
    }


def _answers(store: Store, ids: tuple[str, ...]) -> list[Review]:
    return answers(store.db, store.places.home / LOG, ids)
