"""`quiz weak`: how well each weak spot holds, or which slips come again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quiz.cli.options import Parser, add_json
from quiz.i18n import _

if TYPE_CHECKING:
    from quiz.cli.context import Context


def run(arguments: list[str], context: Context) -> int:
    """Print weak spots, or with --slips the patterns of slips; with --study, practise them."""
    options = _parser().parse_args(arguments)
    with context.store() as store:
        if options.slips:
            from quiz.cli import slip_report

            if options.study:
                return slip_report.drill(store, context, plain=options.plain)
            slip_report.report(store, as_json=options.json)
            return 0
        from quiz.cli import weak_report

        if options.study:
            return weak_report.practise(store, context, plain=options.plain)
        weak_report.report(store, as_json=options.json)
    return 0


def _parser() -> Parser:
    parser = Parser("weak", _("Show how well each weak spot holds."))
    parser.add_argument(
        "--slips", action="store_true", help=_("your slips by pattern instead, with their answers")
    )
    parser.add_argument(
        "--study",
        action="store_true",
        help=_("the two weakest for 15 minutes; with --slips: drills made of your slips"),
    )
    parser.add_argument("--plain", action="store_true", help=_("line by line, without the screen"))
    add_json(parser)
    return parser
