"""`quiz weak`: how well each weak spot holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.options import Parser, add_json
from quiz.cli.screen import bar, print_columns, print_json
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.cli.context import Context


def run(arguments: list[str], context: Context) -> int:
    """Print each weak spot with its mastery: mean predicted recall, unseen cards as zero."""
    parser = Parser("weak", _("Show how well each weak spot holds."))
    add_json(parser)
    options = parser.parse_args(arguments)
    with context.store() as store:
        mastery = list(store.mastery().values())
    if options.json:
        print_json(
            {
                m.spot.id: {
                    "name": m.spot.name.as_dict(),
                    "sentence": m.spot.sentence,
                    "mastery": round(m.recall, 4),
                    "cards": m.cards,
                    "seen": m.seen,
                }
                for m in mastery
            }
        )
        return 0
    if not mastery:
        print(_("No weak spots: decks/weak-spots.yaml declares them."))
        return 0
    print_columns(
        [
            (
                str(m.spot.name),
                bar(m.recall),
                f"{m.recall:4.0%}",
                _("{seen} of {cards} cards seen", seen=m.seen, cards=m.cards),
            )
            for m in sorted(mastery, key=lambda m: m.recall)
        ]
    )
    return 0
