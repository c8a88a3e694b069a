"""`quiz config`: show the settings, or change one."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from quiz.cli.options import Parser, add_json
from quiz.cli.screen import print_columns, print_json
from quiz.config import save
from quiz.errors import UsageError
from quiz.i18n import _
from quiz.settings import ABOUT, RULES

if TYPE_CHECKING:
    from quiz.cli.context import Context


def run(arguments: list[str], context: Context) -> int:
    """Print all settings, one, or set one: `quiz config new_per_day 10`."""
    parser = Parser("config", _("Show the settings, or change one."))
    parser.add_argument("name", metavar="NAME", nargs="?", help=_("a setting"))
    parser.add_argument("value", metavar="VALUE", nargs="?", help=_("its new value"))
    add_json(parser)
    options = parser.parse_args(arguments)
    if options.name is not None and options.name not in RULES:
        raise UsageError(
            _("there is no setting {name!r}", name=options.name),
            _("The settings are: {names}", names=", ".join(RULES)),
        )
    if options.value is not None:
        save(context.places.home, options.name, RULES[options.name].read(options.value))
        return 0
    names = [options.name] if options.name else list(RULES)
    values = {name: getattr(context.settings, name) for name in names}
    if options.json:
        print_json(values)
    else:
        print_columns([(name, str(value), _(ABOUT[name])) for name, value in values.items()])
    for complaint in context.complaints:
        print(f"quiz: {complaint}", file=sys.stderr)
    return 1 if context.complaints else 0
