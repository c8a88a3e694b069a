"""`quiz missed`: what was answered wrong, what was typed beside what was right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import TYPE_CHECKING

from quiz.cli.options import Parser, add_json, days
from quiz.cli.screen import one_line, print_columns, print_json
from quiz.cli.study import check_filters, study
from quiz.i18n import _
from quiz.marking.mistakes import sentence
from quiz.tui.wish import Wish

if TYPE_CHECKING:
    from quiz.cli.context import Context
    from quiz.memory.review import Review
    from quiz.memory.store import Miss, Store


def run(arguments: list[str], context: Context) -> int:
    """List missed answers, newest first, or drill their cards with --study."""
    options = _parser().parse_args(arguments)
    since = context.clock.now().day - options.since + 1 if options.since else None
    with context.store() as store:
        check_filters(store, options.deck, options.weak)
        misses = store.misses(since_day=since, deck=options.deck, weak=options.weak)
        if options.study:
            return _drill(store, context, misses, plain=options.plain)
    if options.json:
        print_json([_as_dict(miss) for miss in misses])
    else:
        _print(misses)
    return 0


def _parser() -> Parser:
    parser = Parser("missed", _("List the missed answers, or drill them."))
    parser.add_argument(
        "--since", type=days, metavar="7d", help=_("only the last days: 7d, 2w (default: all)")
    )
    parser.add_argument("--deck", help=_("only this deck"))
    parser.add_argument("--weak", help=_("only this weak spot"))
    parser.add_argument(
        "--study", action="store_true", help=_("ask these cards now; the schedule is not touched")
    )
    parser.add_argument("--plain", action="store_true", help=_("line by line, without the screen"))
    add_json(parser)
    return parser


def _drill(store: Store, context: Context, misses: list[Miss], *, plain: bool) -> int:
    cards = tuple(dict.fromkeys(miss.review.card for miss in misses if miss.card))
    if not cards:
        print(_("Nothing missed."))
        return 0
    return study(store, context, Wish(cards=cards), plain=plain)


def _as_dict(miss: Miss) -> dict[str, object]:
    review, card = miss.review, miss.card
    mistake = review.mistake
    return {
        "review": review.id,
        "card": review.card,
        "deck": card.deck if card else None,
        "at": local_time(review).isoformat(timespec="milliseconds"),
        "verdict": review.verdict,
        "rating": review.rating,
        "typed": review.typed,
        "right": str(miss.right) if card else None,
        "ask": str(card.question(review.seed).ask) if card else None,
        "mistake": mistake and {"kind": mistake.kind, "text": sentence(mistake).as_dict()},
        "weak": list(card.weak) if card else [],
    }


def _print(misses: list[Miss]) -> None:
    if not misses:
        print(_("Nothing missed."))
        return
    rows = [
        (
            f"{local_time(miss.review):%m-%d %H:%M}",
            one_line(miss.review.typed) or "∅",
            "→",
            one_line(str(miss.right)) if miss.card else "?",
            miss.review.card,
        )
        for miss in misses
    ]
    print_columns(rows)


def local_time(review: Review) -> datetime:
    """Return when the review happened, in the local time it was written with."""
    zone = timezone(timedelta(minutes=review.offset))
    return datetime.fromtimestamp(review.at / 1000, UTC).astimezone(zone)
