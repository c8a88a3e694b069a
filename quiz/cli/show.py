"""`quiz show CARD`: a card, what is remembered of it, and its history."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from quiz.cli.missed import local_time
from quiz.cli.options import Parser, add_json
from quiz.cli.screen import one_line, print_columns, print_json, shown
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
        found = Found(
            card,
            f"{store.path_of(card)}:{card.line}",
            store.state(card.id),
            store.recall(card.id),
            store.is_locked(card.id),
            store.history(card.id),
        )
    if options.json:
        print_json(_as_dict(found))
    else:
        _print(found)
    return 0


class Found(NamedTuple):
    """A card and all that is remembered of it."""

    card: Card
    place: str
    state: CardState | None
    recall: float | None
    locked: bool
    """Whether it waits for the level before it."""
    reviews: list[Review]


def _as_dict(found: Found) -> dict[str, object]:
    card, place, state, recall, locked, reviews = found
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
        "opens_after": card.opens_after or None,
        "locked": locked,
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


def _print(found: Found) -> None:
    card, place, state, recall, locked, reviews = found
    rows = [
        (_("card"), shown(f"{card.id} ({card.KIND}), {place}")),
        (_("question"), str(card.question(0).ask)),
        (_("answer"), _answer(card)),
        (_("why"), str(card.why)),
        (_("source"), card.source),
        (_("weak spots"), ", ".join(card.weak)),
        (_("opens"), _("once {card} holds", card=card.opens_after) if locked else ""),
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
                    one_line(review.typed) if review.deed is Deed.ANSWER else "",
                )
                for review in reviews
            ]
        )


def _answer(card: Card) -> str:
    """Return the answer on one line, but code on lines of its own."""
    answer = str(card.solution())
    return f"\n{answer}" if card.answer_type == "code" else answer.replace("\n", " · ")
