"""`quiz search QUERY`: cards whose id, question or answer holds the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.options import Parser, add_json, whole
from quiz.cli.screen import one_line, print_columns, print_json
from quiz.errors import UsageError
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.cli.context import Context
    from quiz.memory.store import Found


def run(arguments: list[str], context: Context) -> int:
    """Print the cards found, a line each."""
    parser = Parser("search", _("Find cards by id, question or answer, in either language."))
    parser.add_argument("query", metavar="QUERY", nargs="*", help=_("what to look for"))
    parser.add_argument("--suspended", action="store_true", help=_("list the suspended cards"))
    parser.add_argument("--limit", type=whole, default=50, metavar="N", help=_("at most N cards"))
    add_json(parser)
    options = parser.parse_args(arguments)
    query = " ".join(options.query)
    if bool(query) is options.suspended:
        raise UsageError(_("nothing to look for"), _("quiz search QUERY, or --suspended"))
    with context.store() as store:
        found = store.suspended() if options.suspended else store.search(query, options.limit)
    if options.json:
        print_json([_as_dict(card) for card in found])
    elif found:
        print_columns([(f.id, f.deck, one_line(str(f.ask)), _state(f)) for f in found])
    elif options.suspended:
        print(_("No card is suspended."))
    else:
        print(_("No card holds {query!r}.", query=query))
    return 0


def _as_dict(card: Found) -> dict[str, object]:
    return {
        "card": card.id,
        "deck": card.deck,
        "ask": card.ask.as_dict(),
        "line": card.line,
        "suspended": card.suspended,
    }


def _state(card: Found) -> str:
    return _("suspended") if card.suspended else ""
