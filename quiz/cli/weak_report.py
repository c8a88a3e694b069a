"""`quiz weak`: each weak spot with its mastery, its trend, its mistakes; and the two weakest."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from quiz.cli.screen import bar, print_columns, print_json
from quiz.cli.study import study
from quiz.i18n import _, ngettext
from quiz.memory.spots import Spot, spots
from quiz.memory.trend import WEEKS
from quiz.tui.missed.mistake_names import mistakes_line, pattern_name
from quiz.tui.sparks import moved, spark
from quiz.tui.wish import weakest

if TYPE_CHECKING:
    from quiz.cli.context import Context
    from quiz.memory.store import Store

_SHOWN = 3
"""Mistakes that are printed of each weak spot; JSON has all."""


def report(store: Store, *, as_json: bool) -> None:
    """Print the weak spots, the weakest first."""
    found = spots(store, store.mastery())
    if as_json:
        print_json({id: _as_dict(spot) | _habit(store, id) for id, spot in found.items()})
    elif not found:
        print(_("No weak spots: decks/weak-spots.yaml declares them."))
    else:
        ordered = sorted(found.values(), key=lambda spot: spot.mastery.recall)
        print_columns([_row(spot) for spot in ordered])
        _print_habit(store)
        _print_mistakes(ordered)


def practise(store: Store, context: Context, *, plain: bool) -> int:
    """Ask the two weakest spots' cards by turns for a quarter of an hour."""
    wish = weakest(store)
    if wish is None:
        print(_("No weak spots: decks/weak-spots.yaml declares them."))
        return 0
    return study(store, context, wish, plain=plain)


def _row(spot: Spot) -> tuple[str, ...]:
    held = spot.mastery
    shares = [share for _day, share in spot.trend]
    return (
        str(held.spot.name),
        bar(held.recall),
        f"{held.recall:4.0%}",
        spark(shares),
        moved(shares),
        _("{seen} of {cards} cards seen", seen=held.seen, cards=held.cards),
    )


def _print_mistakes(found: list[Spot]) -> None:
    rows = [
        (f"  {spot.mastery.spot.name}", mistakes_line(spot.mistakes, _SHOWN))
        for spot in found
        if spot.mistakes
    ]
    if rows:
        print()
        print(
            ngettext(
                "Commonest mistakes of the last {n} week:",
                "Commonest mistakes of the last {n} weeks:",
                WEEKS,
            )
        )
        print_columns(rows)


def _print_habit(store: Store) -> None:
    if habit := store.dtype_habit():
        print()
        print(
            _(
                "dtype first: {right} of {until} right in a row",
                right=habit.right,
                until=habit.until,
            )
        )


def _habit(store: Store, spot: str) -> dict[str, object]:
    """Return how far the habit is that this weak spot sets, if it sets one."""
    habit = store.dtype_habit()
    if habit is None or habit.spot != spot:
        return {}
    return {"dtype_first": {"right": habit.right, "until": habit.until}}


def _as_dict(spot: Spot) -> dict[str, object]:
    held = spot.mastery
    return {
        "name": held.spot.name.as_dict(),
        "sentence": held.spot.sentence,
        "mastery": round(held.recall, 4),
        "cards": held.cards,
        "seen": held.seen,
        "trend": [
            {"day": date.fromordinal(day).isoformat(), "mastery": round(share, 4)}
            for day, share in spot.trend
        ],
        "mistakes": [
            {**pattern._asdict(), "text": pattern_name(pattern), "made": times}
            for pattern, times in spot.mistakes
        ],
    }
