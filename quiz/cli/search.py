"""`quiz search QUERY`: cards whose id, question or answer holds the words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.options import Parser, add_json, whole
from quiz.cli.screen import one_line, print_columns, print_json
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.cli.context import Context


def run(arguments: list[str], context: Context) -> int:
    """Print the cards found, a line each."""
    parser = Parser("search", _("Find cards by id, question or answer, in either language."))
    parser.add_argument("query", metavar="QUERY", nargs="+", help=_("what to look for"))
    parser.add_argument("--limit", type=whole, default=50, metavar="N", help=_("at most N cards"))
    add_json(parser)
    options = parser.parse_args(arguments)
    with context.store() as store:
        found = store.search(" ".join(options.query), limit=options.limit)
    if options.json:
        print_json(
            [{"card": f.id, "deck": f.deck, "ask": f.ask.as_dict(), "line": f.line} for f in found]
        )
    elif found:
        print_columns([(f.id, f.deck, one_line(str(f.ask))) for f in found])
    else:
        print(_("No card holds {query!r}.", query=" ".join(options.query)))
    return 0
