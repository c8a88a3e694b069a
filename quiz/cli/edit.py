"""`quiz edit CARD`: the card's form in the app."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.app import show_app
from quiz.cli.options import Parser
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.cli.context import Context


def run(arguments: list[str], context: Context) -> int:
    """Open the form of one card."""
    parser = Parser("edit", _("Change a card; its history stays."))
    parser.add_argument("card", metavar="CARD", help=_("the card's id"))
    options = parser.parse_args(arguments)
    with context.store() as store:
        store.card(options.card)
        return show_app(store, context, "edit", card=options.card)
