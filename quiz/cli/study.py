"""`quiz study`: a session over today's cards, or a part of them."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from quiz.cli.options import Parser, whole
from quiz.errors import UsageError
from quiz.i18n import _
from quiz.tui.wish import Wish

if TYPE_CHECKING:
    from quiz.cli.context import Context
    from quiz.memory.store import Store


def run(arguments: list[str], context: Context) -> int:
    """Ask cards in the app, or line by line with --plain."""
    options = _parser().parse_args(arguments)
    wish = Wish(options.deck, options.weak, options.tag, options.new, options.limit, options.cram)
    with context.store(_patience(options)) as store:
        check_filters(store, options.deck, options.weak)
        return study(store, context, wish, plain=options.plain)


def study(store: Store, context: Context, wish: Wish, *, plain: bool) -> int:
    """Ask what `wish` says, in the app or line by line; return the exit code."""
    if plain:
        from quiz.cli.plain import converse

        converse(store, context, wish)
        return 0
    from quiz.cli.app import show_app

    return show_app(store, context, "study", wish=wish)


def _patience(options: Namespace) -> float | None:
    """Return how long decks are read first: the app reads on, where any card may be asked."""
    if options.plain or options.deck or options.weak or options.tag:
        return None
    from quiz.cli.app import PATIENCE

    return PATIENCE


def _parser() -> Parser:
    parser = Parser("study", _("Ask today's cards: due reviews and new cards, mixed."))
    parser.add_argument("--deck", help=_("only this deck"))
    parser.add_argument("--weak", help=_("only this weak spot"))
    parser.add_argument("--tag", help=_("only cards with this tag"))
    parser.add_argument("--new", type=whole, metavar="N", help=_("at most N new cards"))
    parser.add_argument("--limit", type=whole, metavar="N", help=_("at most N cards"))
    parser.add_argument(
        "--cram",
        action="store_true",
        help=_("ask whether due or not; the schedule is not touched"),
    )
    parser.add_argument("--plain", action="store_true", help=_("line by line, without the screen"))
    return parser


def check_filters(store: Store, deck: str | None, weak: str | None) -> None:
    """Raise UsageError if there is no such deck or weak spot."""
    from difflib import get_close_matches

    decks = [info.name for info in store.decks()]
    for value, known, message in (
        (deck, decks, _("there is no deck {name!r}", name=deck)),
        (weak, list(store.weak_spots), _("there is no weak spot {name!r}", name=weak)),
    ):
        if value is None or value in known:
            continue
        near = get_close_matches(value, known, 1)
        hint = (
            _("Did you mean {name!r}?", name=near[0])
            if near
            else _("There are: {names}", names=", ".join(known))
        )
        raise UsageError(message, hint)
