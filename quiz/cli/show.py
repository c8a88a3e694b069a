"""`quiz show CARD`: a card, what is remembered of it, and its history."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from quiz.cli.missed import local_time
from quiz.cli.options import Parser, add_json
from quiz.cli.screen import print_columns, print_json, shown
from quiz.cli.spoken import say_options
from quiz.i18n import _
from quiz.memory.deeds import dated
from quiz.memory.review import Deed

if TYPE_CHECKING:
    from quiz.cards.card import Card
    from quiz.cli.context import Context
    from quiz.memory.review import Review
    from quiz.memory.schedule import CardState


def run(arguments: list[str], context: Context) -> int:
    """Print one card with its memory and reviews."""
    parser = Parser("show", _("Show a card and its history."))
    parser.add_argument("card", metavar="CARD", help=_("the card's id"))
    parser.add_argument(
        "--unsuspend", action="store_true", help=_("bring the card back if it is suspended")
    )
    add_json(parser)
    options = parser.parse_args(arguments)
    with context.store() as store:
        card = store.card(options.card)
        if options.unsuspend:
            store.record(dated(context.clock, Deed.UNSUSPEND, card.id))
        place = f"{store.path_of(card)}:{card.line}"
        state, reviews = store.state(card.id), store.history(card.id)
        recall = store.recall(card.id)
    if options.json:
        print_json(_as_dict(card, place, state, recall, reviews))
    else:
        _print(card, place, state, recall, reviews)
    return 0


def _as_dict(
    card: Card, place: str, state: CardState | None, recall: float | None, reviews: list[Review]
) -> dict[str, object]:
    return {
        "card": card.id,
        "kind": card.KIND,
        "deck": card.deck,
        "place": place,
        "ask": card.question(0).ask.as_dict(),
        "options": [option.as_dict() for option in card.question(0).options],
        "answer": card.solution().as_dict(),
        "type": card.answer_type or None,
        "why": card.why.as_dict(),
        "source": card.source,
        "weak": list(card.weak),
        "tags": list(card.tags),
        "memory": state
        and {
            "stability": round(state.stability, 4),
            "difficulty": round(state.difficulty, 4),
            "recall": recall and round(recall, 4),
            "due": date.fromordinal(state.due_day).isoformat(),
            "reviews": state.reps,
            "lapses": state.lapses,
        },
        "reviews": [
            {
                "at": local_time(review).isoformat(timespec="milliseconds"),
                "deed": str(review.deed),
                "rating": review.rating,
                "verdict": review.verdict,
                "typed": review.typed,
            }
            for review in reviews
        ],
    }


def _print(
    card: Card, place: str, state: CardState | None, recall: float | None, reviews: list[Review]
) -> None:
    rows = [
        (_("card"), shown(f"{card.id} ({card.KIND}), {place}")),
        (_("question"), str(card.question(0).ask)),
        (_("answer"), str(card.solution()).replace("\n", " · ")),
        (_("why"), str(card.why)),
        (_("source"), card.source),
        (_("weak spots"), ", ".join(card.weak)),
    ]
    if state:
        rows += [
            (_("due"), date.fromordinal(state.due_day).isoformat()),
            (_("recall today"), f"{recall or 0:.0%}"),
            (_("stability"), _("{days:.1f} days", days=state.stability)),
            (_("difficulty"), f"{state.difficulty:.1f} / 10"),
            (_("lapses"), str(state.lapses)),
        ]
    for name, value in rows:
        if value:
            print(f"{name}: {value}")
        if name == _("question"):
            say_options(card.question(0))
    if reviews:
        print()
        print_columns(
            [
                (
                    f"{local_time(review):%Y-%m-%d %H:%M}",
                    review.verdict or str(review.deed),
                    str(review.rating or ""),
                    review.typed if review.deed is Deed.ANSWER else "",
                )
                for review in reviews
            ]
        )
